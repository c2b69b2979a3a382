import { formatLinkSpec } from '../../../model/link/spec';
import { openLinkEditor } from '../../link-editor/open-link-editor';
import { knowLink, linkOf } from '../../link/known-links';
import { listProfiles } from '../../link/profile-list';
import { session } from '../session';

/** Makes a link by its SPEC that of the next run; throws with one sentence when it cannot be read. */
export async function chooseLink(text: string): Promise<void> {
  await knowLink(text);
  session.getState().setLink(text);
}

const request = () => {
  const { link, seed, setLink } = session.getState();
  return { text: link, seed, apply: setLink };
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
  const { link, setLink } = session.getState();
  const spec = linkOf(link);
  await window.bufferscope.request('link:remove', { name });
  if (spec.kind === 'profile' && spec.name === name) {
    setLink(formatLinkSpec({ ...spec, kind: 'steps', name: '' }));
  }
  await listProfiles();
}
