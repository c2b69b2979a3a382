import { constants } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron';
import type { DIAGNOSTICS_REQUESTS, WantedDiagnostics } from '../../ipc/diagnostics-requests';
import type { Handlers } from '../../ipc/router';
import { diskReason } from '../../disk-reason';
import { say } from '../../words';
import { builtOf } from '../about/about-facts';
import type { PreferencesFile } from '../preferences/preferences-file';
import { listDumps } from './crash-dumps';
import { diagnosticsText } from './diagnostics-text';
import { logFile, readLog } from './log-file';
import { dumpFolder, logFolder } from './open-diagnostics';

/** What main does for the diagnostics of a window. */
export function diagnosticsHandlers(
  window: BrowserWindow,
  preferences: PreferencesFile,
): Pick<Handlers, keyof typeof DIAGNOSTICS_REQUESTS> {
  const textOf = ({ lines, names }: WantedDiagnostics): string =>
    diagnosticsText(
      {
        app: {
          version: app.getVersion(),
          electron: process.versions.electron,
          chrome: process.versions.chrome,
          node: process.versions.node,
          platform: `${process.platform} ${process.arch}`,
          ...builtOf(),
        },
        computer: {
          system: `${process.platform} ${release()}`,
          cores: cpus().length,
          memoryBytes: totalmem(),
        },
        preferences: preferences.current,
        lines,
        log: readLog(logFolder()),
        dumps: listDumps(dumpFolder()),
        nowMs: Date.now(),
      },
      names,
    );
  return {
    'diagnostics:text': (wanted) => {
      const dumps = listDumps(dumpFolder());
      const dumpBytes = dumps.reduce((sum, { bytes }) => sum + bytes, 0);
      return { text: textOf(wanted), dumps: dumps.length, dumpBytes };
    },
    'diagnostics:copy': async (wanted) => {
      const text = textOf(wanted);
      await clipboard.writeText(text);
      return text;
    },
    'diagnostics:save': async (wanted) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: say('diagnostics.saveTitle'),
        properties: ['openDirectory', 'createDirectory'],
      });
      const [chosen] = filePaths;
      return chosen === undefined ? null : saveInto(chosen, textOf(wanted));
    },
    'diagnostics:show-log': () => {
      shell.showItemInFolder(logFile(logFolder()));
      return undefined;
    },
  };
}

/** Saves the text and all dumps in a new folder; gives its path. Throws one sentence. */
async function saveInto(chosen: string, text: string): Promise<string> {
  const stamp = new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-');
  const folder = join(chosen, `bufferscope-diagnostics-${stamp}`);
  try {
    await mkdir(folder);
    await writeFile(join(folder, 'diagnostics.txt'), text, { flag: 'wx' });
    for (const { path, name } of listDumps(dumpFolder())) {
      await copyFile(path, join(folder, name), constants.COPYFILE_EXCL);
    }
  } catch (error) {
    const { code } = diskReason(error);
    throw new Error(say('diagnostics.cannotSave', { folder: chosen, code }), { cause: error });
  }
  return folder;
}
