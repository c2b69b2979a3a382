import { knowLink } from '../link/known-links';
import { listProfiles, profiles, profileText } from '../link/profile-list';
import { say } from '../ui/words';
import { documentIn, tell, turnTo, type EditorStore } from './editor-store';
import { readPage } from './sources';
import { stepsText, textOf, type LinkDocument } from './document';
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
  const answer = await window.bufferscope.request('link:save', { name, curve, replace });
  if (!answer.ok) return answer.exists ? 'exists' : { reason: answer.message };
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
const curveText = (page: LinkDocument): string => (page.long ? textOf(page) : stepsText(page));

/** What was saved takes the place of what it was saved from, and is not unsaved any more. */
function becomes(editor: EditorStore, from: LinkDocument, saved: LinkDocument): void {
  if (documentIn(editor) === from) turnTo(editor, saved);
  editor.setState({ kept: documentIn(editor) });
}

/** Hands the present page's link on; false, with the reason said, when it cannot be read any more. */
export async function handOver(
  editor: EditorStore,
  apply: (text: string) => void,
): Promise<boolean> {
  const text = textOf(documentIn(editor));
  try {
    // A trace that was opened long ago may have been forgotten, or its file may be gone.
    await knowLink(text);
    apply(text);
    return true;
  } catch (error) {
    tell(editor, 'refused', messageOf(error));
    return false;
  }
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
