import { knowLink } from '../link/known-links';
import { listProfiles, profiles, profileText } from '../link/profile-list';
import { say } from '../ui/words';
import { pageIn, tell, turnTo, type EditorStore } from './editor-store';
import { readPage } from './sources';
import { stepsText, type Page } from './page';

/** How saving went: done, a name that is taken, or a reason. */
export type Saved = 'saved' | 'exists' | { reason: string };

/** Saves the present page as a profile of this name; from then on the page is that profile. */
export async function saveProfile(
  editor: EditorStore,
  name: string,
  replace: boolean,
  seed: number,
): Promise<Saved> {
  const page = pageIn(editor);
  const curve = stepsText(page);
  const answer = await window.bufferscope.request('link:save', { name, curve, replace });
  if (!answer.ok) return answer.exists ? 'exists' : { reason: answer.message };
  await listProfiles();
  // A name that is no file name has been changed a little.
  const own = profiles.getState().list.find((each) => each.own && each.title === name);
  await becomes(editor, page, await readPage(profileText(own?.name ?? name), seed));
  tell(editor, 'said', say('linkEditor.saved', { name }));
  return 'saved';
}

/** What was saved takes the place of what it was saved from, and is not unsaved any more. */
async function becomes(editor: EditorStore, from: Page, saved: Page): Promise<void> {
  await knowLink(saved.text);
  if (pageIn(editor) === from) turnTo(editor, { ...saved, jitterMs: from.jitterMs });
  editor.setState({ kept: pageIn(editor) });
}

/** Writes the present page to a file that a dialog asks for. */
export async function exportPage(editor: EditorStore, format: 'mahimahi' | 'sabre'): Promise<void> {
  try {
    const text = stepsText(pageIn(editor));
    const path = await window.bufferscope.request('link:export', { text, format });
    if (path !== null) tell(editor, 'said', say('linkEditor.exported', { path }));
  } catch (error) {
    tell(editor, 'refused', error instanceof Error ? error.message : String(error));
  }
}
