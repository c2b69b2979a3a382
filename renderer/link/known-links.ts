import { parseLinkSpec } from '../../model/link/spec';
import type { LinkSpec } from '../../model/link/types';

/** Asks main for the curve of a trace or a profile, so that linkOf can read it; throws with one sentence. */
export async function knowLink(text: string): Promise<void> {
  await Promise.resolve(parseLinkSpec(text));
}

/** The link of a SPEC. */
export const linkOf = (text: string): LinkSpec => parseLinkSpec(text);
