import { formatLinkSpec, LINK_PRESETS, type LinkPreset } from '../../model/link/spec/spec';
import { DEFAULT_RATE } from '../link/link-choice';
import { knowLink, linkOf } from '../link/known-links';
import { profileText } from '../link/profile-list';
import { documentIn, tell, turnTo, type EditorStore } from './editor-store';
import { documentOf, type LinkDocument } from './document';
import { messageOf } from '../../model/message-of';

/** A link by its SPEC as a page; a trace or a profile is asked for first. Throws with one sentence. */
export async function readPage(text: string, seed: number): Promise<LinkDocument> {
  const note = await knowLink(text);
  return documentOf(text, linkOf(text), seed, note);
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
  void startFrom(editor, formatLinkSpec(LINK_PRESETS[preset](first || DEFAULT_RATE)), seed);
}

/** Starts again from a profile. */
export function startFromProfile(editor: EditorStore, name: string, seed: number): void {
  void startFrom(editor, profileText(name), seed);
}

/** Starts again from a link by its SPEC. */
export function startFromText(editor: EditorStore, text: string, seed: number): void {
  void startFrom(editor, text, seed);
}

/** Lets a trace file be chosen and starts again from it; a bad one is a sentence and changes nothing. */
export async function importTrace(editor: EditorStore, seed: number): Promise<void> {
  const path = await window.bufferscope.request('link:choose-trace');
  if (path !== null) await startFrom(editor, `trace:${path}`, seed);
}
