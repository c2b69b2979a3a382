import type { CurveOf } from '../../../model/link/types';

/** What finds the curve of a link that arguments may name: a window is not kept waiting for what reads traces. */
export async function curvesFor(args: readonly string[]): Promise<CurveOf | undefined> {
  if (!args.some((word) => /^--(headless|link)/.test(word))) return undefined;
  return (await import('./links-of-user')).linksOfUser().cache.curveOf;
}
