import { clipboard } from 'electron';
import { messageOf } from '../../model/message-of';
import type { Handlers } from '../ipc/router';
import type { SETTINGS_REQUESTS } from '../ipc/settings-requests';
import { settingChanges, settingsFrom, settingsText } from './headless/settings-text';
import type { Links } from './links/links-of-user';

/** What main does for settings that are copied and pasted as text. */
export function settingsHandlers({
  cache,
  given,
}: Links): Pick<Handlers, keyof typeof SETTINGS_REQUESTS> {
  return {
    'settings:copy': async (terms) => {
      const line = settingsText(terms);
      await clipboard.writeText(line);
      return line;
    },
    'settings:paste': async ({ now, sourceBytes }) => {
      try {
        const terms = settingsFrom(await clipboard.readText(), {
          curveOf(kind, name) {
            // Whoever wrote the text is not who may say which files are read.
            given.checkTraceOf(`${kind}:${name}`);
            return cache.curveOf(kind, name);
          },
          ...(sourceBytes !== null && { sourceBytes }),
        });
        return { ok: true, terms, changes: settingChanges(now, terms) };
      } catch (error) {
        return { ok: false, message: messageOf(error) };
      }
    },
  };
}
