import { createStore } from 'zustand/vanilla';
import type { RequestAnswer } from '../../electron/ipc/contract';
import type { RunTerms } from '../../electron/ipc/settings-requests';
import { DEFAULT_LIVE } from '../../model/camera/types';
import { formatLinkSpec } from '../../model/link/spec/spec';
import { messageOf } from '../../model/message-of';
import { kindOf } from '../../model/source/kinds';
import { loadLink } from '../link/load-link';
import { say } from '../ui/words';
import { tell } from '../window/said';
import { session } from './session';

/** Settings that were pasted, and what they would change. */
export type PastedSettings = Extract<RequestAnswer<'settings:paste'>, { ok: true }>;

/** What a person has pasted and has not decided about yet; null when nothing is asked. */
export const pasted = createStore<{ asked: PastedSettings | null }>()(() => ({ asked: null }));

const isCamera = (): boolean => kindOf(session.getState().media).endless;

/** What the next run of Compare is set to; a camera's own settings are none of a file's. */
function termsNow(): RunTerms {
  const { settings: all, link, seed } = session.getState();
  const { live, ...settings } = all;
  return {
    settings: live && isCamera() ? { ...settings, live } : settings,
    link: formatLinkSpec(link),
    seed,
  };
}

/** Puts what a run is set to on the clipboard, as one line, and says so. */
export async function copySettings({ settings, link, seed }: RunTerms): Promise<void> {
  try {
    const line = await window.bufferscope.request('settings:copy', { settings, link, seed });
    tell(say('settings.text.copied', { line }));
  } catch (error) {
    tell(messageOf(error));
  }
}

/** The same for the next run of Compare. */
export const copyNextSettings = (): Promise<void> => copySettings(termsNow());

/** Asks whether what the clipboard's settings would change is to be so; says why where they cannot be taken. */
export async function pasteSettings(): Promise<void> {
  const { media } = session.getState();
  const sourceBytes = media && !isCamera() ? media.deliveredBytes : null;
  const asked = { now: termsNow(), sourceBytes };
  try {
    const answer = await window.bufferscope.request('settings:paste', asked);
    if (!answer.ok) tell(answer.message);
    else if (answer.changes.length === 0) tell(say('settings.text.same'));
    else pasted.setState({ asked: answer });
  } catch (error) {
    tell(messageOf(error));
  }
}

/** Sets the next run of Compare to this; a link that cannot be read is said, and nothing is changed. */
export async function takeTerms({ settings, link: text, seed }: RunTerms): Promise<void> {
  try {
    const { link } = await loadLink(text);
    const { setSettings, setLink, setSeed } = session.getState();
    setSettings(isCamera() ? { live: DEFAULT_LIVE, ...settings } : settings);
    setLink(link);
    setSeed(seed);
  } catch (error) {
    tell(messageOf(error));
  }
}
