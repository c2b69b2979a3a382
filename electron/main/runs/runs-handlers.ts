import type { BrowserWindow } from 'electron';
import type { Handlers } from '../../ipc/router';
import type { OpenedRun, RUNS_REQUESTS } from '../../ipc/runs-requests';
import { readRunFile, RunFileError } from '../../runs/run-file';
import type { RunLibrary } from '../../runs/run-library';
import { troubleOf } from '../../runs/trouble';
import { writeWhole } from '../../whole-file';
import { say } from '../../words';
import { exportedRun } from '../../runs/export-run';
import { askWhereToExport, chooseRun } from '../dialogs';
import { notify } from '../notify';
import type { KeptRun } from '../../../model/runs/kept-lines';
import type { RecordedMedia } from './recorded-media';
import type { RunKeeper } from './run-keeper';
import { sourceAgain, type AgainFrom } from './source-again';

/** What main's answers about kept runs work on. */
export interface KeptRuns {
  library: RunLibrary;
  keeper: RunKeeper;
  recorded: RecordedMedia;
  /** The run that the command line names; null when it names none. */
  named: string | null;
  capBytes: () => number;
}

/** What main does for each request about kept runs. */
export function runsHandlers(
  { library, keeper, recorded, named, capBytes }: KeptRuns,
  window: BrowserWindow,
  given: AgainFrom,
): Pick<Handlers, keyof typeof RUNS_REQUESTS> {
  const opened = async (run: KeptRun, id: string | null): Promise<OpenedRun> => {
    const { name, startedMs, brokenOff, log } = run;
    const kept = id === null ? null : await library.picturesOf(id);
    const pictures = recorded.open(log.media, kept);
    return { ok: true, id, name, startedMs, brokenOff, log, pictures };
  };
  const refused = (error: unknown): OpenedRun => {
    if (error instanceof RunFileError) return { ok: false, message: error.message };
    throw error;
  };
  const changed = (): undefined => {
    notify(window, 'runs:changed', undefined);
    return undefined;
  };
  const imported = async (path: string): Promise<OpenedRun> => {
    try {
      const run = await readRunFile(path);
      // What cannot be kept can still be looked at.
      const id = await library.add(run).catch((error: unknown) => {
        notify(window, 'runs:said', { message: troubleOf(error, library.folder) });
        return null;
      });
      if (id !== null) changed();
      return await opened(run, id);
    } catch (error) {
      return refused(error);
    }
  };
  return {
    'runs:begin': ({ runId, plan }) => keeper.begin(runId, plan),
    'runs:append': ({ runId, lines }) => {
      keeper.append(runId, lines);
      return undefined;
    },
    'runs:append-pictures': ({ runId, bytes, position }) => {
      keeper.appendPictures(runId, bytes, position);
      return undefined;
    },
    'runs:finish': ({ runId }) => {
      keeper.finish(runId);
      return undefined;
    },
    'runs:list': async () => {
      const { runs, broken, bytes } = await library.list();
      return { runs, broken, bytes, capBytes: capBytes() };
    },
    'runs:open': ({ id }) => library.read(id).then((run) => opened(run, id), refused),
    'runs:initial': () =>
      named === null ? null : readRunFile(named).then((run) => opened(run, null), refused),
    'runs:import': async () => {
      const path = await chooseRun(window);
      return path === null ? null : imported(path);
    },
    'runs:import-file': ({ path }) => {
      given.check(path);
      return imported(path);
    },
    'runs:pictures': ({ pictures }) => recorded.urlOf(pictures),
    'runs:again': ({ pictures }) => {
      const media = recorded.mediaOf(pictures);
      if (!media) throw new Error(say('runs.again.closed'));
      return sourceAgain(media, given);
    },
    'runs:change': ({ id, about }) => library.change(id, about).then(changed),
    'runs:note': ({ id, mark, gone }) => library.note(id, mark, gone).then(changed),
    'runs:export': async ({ id, name, format, picture }) => {
      const path = await askWhereToExport(window, name, format);
      if (path === null) return null;
      notify(window, 'runs:writing', undefined);
      const content = await exportedRun(await library.read(id), format, picture);
      await writeWhole(path, content).catch((error: NodeJS.ErrnoException) => {
        throw new Error(say('main.dialogs.cannotSaveText', { path, code: error.code ?? '' }));
      });
      return path;
    },
    'runs:delete': ({ ids }) => library.moveAside(ids).then(changed),
    'runs:restore': ({ ids }) => library.restore(ids).then(changed),
  };
}
