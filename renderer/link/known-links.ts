import type { CurveOf, ResolvedCurve, LinkSpec } from '../../model/link/types';
import { parseLinkSpec } from '../../model/link/spec/spec';
import { namedIn } from '../../model/link/spec/spec-options';
import { say } from '../ui/words';

/** A curve may take 16 MB; the ones that were asked for last are kept. */
const KEPT_MOST = 12;

/** Curves of traces and profiles by kind and name, the one that was asked for last at the end. */
const curves = new Map<string, ResolvedCurve>();
/** Links by their SPEC, so that the same text is the same curve. */
const links = new Map<string, LinkSpec>();

const keyOf = (kind: string, name: string): string => `${kind}:${name}`;

/**
 * Learns the curve of a trace or a profile from main, so that linkOf can say it at once; any other link
 * is only checked. Gives what a trace was read as, in sentences; null for any other link. Throws an Error with
 * one sentence.
 */
export async function knowLink(text: string): Promise<string | null> {
  const named = namedIn(text);
  if (!named) {
    parseLinkSpec(text);
    return null;
  }
  const answer = await window.bufferscope.request('link:load', { text });
  if (!answer.ok) throw new Error(answer.message);
  const key = keyOf(named.kind, named.name);
  const { known, note } = answer;
  if (!sameCurve(curves.get(key), known)) {
    for (const [each] of links) if (isOf(each, key)) links.delete(each);
    curves.set(key, known);
  }
  touch(key);
  // A bad option is said now, not when the link is used.
  linkOf(text);
  return note;
}

/** The link that a SPEC describes; a trace or a profile has to be known. Throws LinkSpecError. */
export function linkOf(text: string): LinkSpec {
  const found = links.get(text);
  if (found) return found;
  const spec = parseLinkSpec(text, curveOf);
  links.set(text, spec);
  const [oldest] = links.keys();
  if (links.size > KEPT_MOST && oldest !== undefined) links.delete(oldest);
  return spec;
}

const curveOf: CurveOf = (kind, name) => {
  const key = keyOf(kind, name);
  const known = curves.get(key);
  if (!known) throw new Error(say('links.notRead', { name }));
  touch(key);
  return known;
};

function touch(key: string): void {
  const known = curves.get(key);
  if (!known) return;
  curves.delete(key);
  curves.set(key, known);
  const [oldest] = curves.keys();
  if (curves.size > KEPT_MOST && oldest !== undefined) curves.delete(oldest);
}

function isOf(text: string, key: string): boolean {
  const named = namedIn(text);
  return named !== null && keyOf(named.kind, named.name) === key;
}

function sameCurve(one: ResolvedCurve | undefined, two: ResolvedCurve): boolean {
  return (
    one?.latencyMs === two.latencyMs &&
    one.curve.periodMs === two.curve.periodMs &&
    sameColumn(one.curve.fromMs, two.curve.fromMs) &&
    sameColumn(one.curve.rate, two.curve.rate)
  );
}

function sameColumn(one: Float64Array, two: Float64Array): boolean {
  return one.length === two.length && one.every((value, i) => value === two[i]);
}
