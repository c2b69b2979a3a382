import { sameCurve } from '../../model/link/rate-curve';
import { parseLinkSpec } from '../../model/link/spec/spec';
import { namedIn } from '../../model/link/spec/spec-options';
import type { LinkSpec, ResolvedCurve } from '../../model/link/types';

/** A curve may take 16 MB; the ones that were asked for last are kept. */
const KEPT_MOST = 12;

/** Curves of traces and profiles by kind and name, the one that was asked for last at the end. */
const curves = new Map<string, ResolvedCurve>();

/**
 * The link that a SPEC describes. The curve of a trace or a profile comes from main, and is the same object as
 * before while its file has not changed; `note` says what a trace was read as. Throws an Error with one sentence.
 */
export async function loadLink(text: string): Promise<{ link: LinkSpec; note: string | null }> {
  const named = namedIn(text);
  if (!named) return { link: parseLinkSpec(text), note: null };
  const response = await window.bufferscope.request('link:load', { text });
  if (!response.ok) throw new Error(response.message);
  const { known, note } = response;
  const resolved = kept(`${named.kind}:${named.name}`, known);
  return { link: parseLinkSpec(text, () => resolved), note };
}

/** Keeps a curve by its name, and returns the one that was kept when it is the same. */
function kept(key: string, known: ResolvedCurve): ResolvedCurve {
  const before = curves.get(key);
  const same = before?.latencyMs === known.latencyMs && sameCurve(before.curve, known.curve);
  const resolved = same ? before : known;
  curves.delete(key);
  curves.set(key, resolved);
  const [oldest] = curves.keys();
  if (curves.size > KEPT_MOST && oldest !== undefined) curves.delete(oldest);
  return resolved;
}
