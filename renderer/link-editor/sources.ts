import { DEFAULT_RATE, LINK_PRESETS, type LinkPreset } from '../../model/link/spec/spec';
import { loadLink } from '../link/load-link';
import { profileText } from '../link/profile-list';
import type { LinkSpec } from '../../model/link/types';
import { documentIn, tell, turnTo, type EditorStore } from './editor-store';
import { documentOf, type LinkDocument } from './document';
import { messageOf } from '../../model/message-of';

/** A link by its SPEC as a page; a trace or a profile is asked for first. Throws with one sentence. */
export async function readPage(text: string, seed: number): Promise<LinkDocument> {
  const { link, note } = await loadLink(text);
  return documentOf(link, seed, note);
}

async function startFrom(editor: EditorStore, text: string, seed: number): Promise<void> {
  try {
    turnTo(editor, await readPage(text, seed));
  } catch (error) {
    tell(editor, 'refused', messageOf(error));
  }
}

/** Starts again from one of the presets, at the rate that is drawn now where there is one. */
export function startFromPreset(editor: EditorStore, preset: LinkPreset, seed: number): void {
  const first = documentIn(editor).draft?.steps[0]?.rate;
  startFromLink(editor, LINK_PRESETS[preset](first || DEFAULT_RATE), seed);
}

/** Starts again from a profile. */
export function startFromProfile(editor: EditorStore, name: string, seed: number): void {
  void startFrom(editor, profileText(name), seed);
}

/** Starts again from a link. */
export function startFromLink(editor: EditorStore, link: LinkSpec, seed: number): void {
  turnTo(editor, documentOf(link, seed, null));
}

/** Lets a trace file be chosen and starts again from it; a bad one is a sentence and changes nothing. */
export async function importTrace(editor: EditorStore, seed: number): Promise<void> {
  const path = await window.bufferscope.request('link:choose-trace');
  if (path !== null) await startFrom(editor, `trace:${path}`, seed);
}
