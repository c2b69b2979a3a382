import { openLinkEditor } from '../../link-editor/open-link-editor';
import { knowLink, linkOf } from '../../link/known-links';
import { listProfiles } from '../../link/profile-list';
import { session } from '../../session/session';
import { setLinkSpec, setLinkText } from './use-link';

/** Makes a link by its SPEC that of the next run; throws with one sentence when it cannot be read. */
export async function chooseLink(text: string): Promise<void> {
  await knowLink(text);
  setLinkText(text);
}

const request = () => {
  const { link, seed } = session.getState();
  return { text: link, seed, apply: setLinkText };
};

/** Opens the link of the next run in the link editor. */
export function editLink(): void {
  openLinkEditor(request());
}

/** Lets a trace file be chosen and shows it in the link editor. */
export function importLink(): void {
  openLinkEditor({ ...request(), importTrace: true });
}

/** Removes an own profile; a link that is one of it goes on as the same curve without its name. */
export async function removeProfile(name: string): Promise<void> {
  const spec = linkOf(session.getState().link);
  await window.bufferscope.request('link:remove', { name });
  if (spec.kind === 'profile' && spec.name === name) {
    setLinkSpec({ ...spec, kind: 'steps', name: '' });
  }
  await listProfiles();
}
