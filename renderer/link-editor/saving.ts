import { formatLinkSpec } from '../../model/link/spec/spec';
import { listProfiles, profiles, profileText } from '../link/profile-list';
import { say } from '../ui/words';
import { documentIn, tell, turnTo, type EditorStore } from './editor-store';
import { readPage } from './sources';
import { linkOf, stepsLink, type LinkDocument } from './document';
import { messageOf } from '../../model/message-of';

/** How saving went: done, a name that is taken, or a reason. */
export type Saved = 'saved' | 'exists' | { reason: string };

/** Saves the present page as a profile of this name; from then on the page is that profile. */
export async function saveProfile(
  editor: EditorStore,
  name: string,
  replace: boolean,
  seed: number,
): Promise<Saved> {
  const page = documentIn(editor);
  const curve = curveText(page);
  const response = await window.bufferscope.request('link:save', { name, curve, replace });
  if (!response.ok) return response.exists ? 'exists' : { reason: response.message };
  await listProfiles();
  // A name that is no file name has been changed a little.
  const own = profiles.getState().list.find((each) => each.own && each.title === name);
  const text = profileText(own?.name ?? name);
  // A profile holds a latency and no jitter: that stays beside it.
  const jitter = page.jitterMs > 0 ? `;jitter=${String(page.jitterMs)}ms` : '';
  becomes(editor, page, await readPage(text + jitter, seed));
  tell(editor, 'said', say('linkEditor.saved', { name }));
  return 'saved';
}

/** A text that means the page's curve for every seed; a long curve by its name rather than by a million steps. */
const curveText = (page: LinkDocument): string =>
  formatLinkSpec(page.long ? linkOf(page) : stepsLink(page));

/** What was saved takes the place of what it was saved from, and is not unsaved any more. */
function becomes(editor: EditorStore, from: LinkDocument, saved: LinkDocument): void {
  if (documentIn(editor) === from) turnTo(editor, saved);
  editor.setState({ kept: documentIn(editor) });
}

/** Writes the present page to a file that a dialog asks for. */
export async function exportDocument(
  editor: EditorStore,
  format: 'mahimahi' | 'sabre',
): Promise<void> {
  try {
    const text = curveText(documentIn(editor));
    const path = await window.bufferscope.request('link:export', { text, format });
    if (path !== null) tell(editor, 'said', say('linkEditor.exported', { path }));
  } catch (error) {
    tell(editor, 'refused', messageOf(error));
  }
}
