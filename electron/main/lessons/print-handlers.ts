import type { BrowserWindow } from 'electron';
import type { PRINT_REQUESTS } from '../../ipc/print-requests';
import type { Handlers } from '../../ipc/router';
import { writeWhole } from '../../whole-file';
import { say } from '../../words';
import { askWhereToPrint } from './lesson-dialogs';

/** What main does for each request about handouts. */
export function printHandlers(window: BrowserWindow): Pick<Handlers, keyof typeof PRINT_REQUESTS> {
  let stop: AbortController | null = null;
  return {
    'lessons:print': async (handout) => {
      const kind = say(`handout.fileKinds.${handout.kind}`);
      const path = await askWhereToPrint(window, `${handout.lesson.title} - ${kind}`);
      if (path === null) return null;
      stop?.abort();
      const own = new AbortController();
      stop = own;
      try {
        const { printHandout } = await import('./print-window');
        const pdf = await printHandout(handout, own.signal);
        await writeWhole(path, pdf).catch((error: unknown) => {
          const { code = String(error) } = error as NodeJS.ErrnoException;
          throw new Error(say('handout.cannotWrite', { path, code }), { cause: error });
        });
        return path;
      } catch (error) {
        if (own.signal.aborted) return null;
        throw error;
      } finally {
        if (stop === own) stop = null;
      }
    },
    'lessons:stop-printing': () => {
      stop?.abort();
      return undefined;
    },
  };
}
