import { isAnimatedPicture } from '../animated';
import { isContainer } from '../container';
import { readDeliverable, type ReadOptions } from '../delivered';
import { isProtected } from '../protected/protected';
import type { Inspection, InspectRequest } from './inspection';

/** Looks into a file; only an inspector's own process does that. Throws errors of the system. */
export async function inspectFile(
  { path, isMedia }: InspectRequest,
  options: ReadOptions,
): Promise<Inspection> {
  if (await isProtected(path)) return { isMedia: true, isProtected: true, deliverable: null };
  const deliverable = await readDeliverable(path, options);
  return {
    isMedia:
      isMedia ||
      deliverable !== null ||
      (await isAnimatedPicture(path)) ||
      (await isContainer(path)),
    isProtected: false,
    deliverable,
  };
}
