import { basename, extname, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { RequestPayload } from '../ipc/contract';
import { EXPORT_EXTENSION, type ExportFormat } from '../../model/runs/export-formats';
import { writeWhole } from '../whole-file';
import { say } from '../words';
import { safeName } from './links/file-name';

const MEDIA_EXTENSIONS =
  'mp4 m4v mov webm mkv ts m2ts mts avi flv mpg mpeg wmv 3gp ogv mp3 m4a aac wav flac ogg opus'.split(
    ' ',
  );

/** Asks for a file to open; null when dismissed. */
export async function chooseFile(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: say('main.dialogs.open'),
    properties: ['openFile'],
    filters: [
      { name: say('main.dialogs.media'), extensions: MEDIA_EXTENSIONS },
      { name: say('main.dialogs.all'), extensions: ['*'] },
    ],
  });
  return filePaths[0] ?? null;
}

/** Asks for a run to open; null when dismissed. */
export async function chooseRun(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: say('main.dialogs.openRun'),
    properties: ['openFile'],
    filters: [{ name: say('main.dialogs.run'), extensions: ['bufferrun', 'json', 'har'] }],
  });
  return filePaths[0] ?? null;
}

/** Asks for a scenario to open; null when dismissed. */
export async function chooseScenario(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: say('main.dialogs.openScenario'),
    properties: ['openFile'],
    filters: [{ name: say('main.dialogs.scenario'), extensions: ['yaml', 'yml'] }],
  });
  return filePaths[0] ?? null;
}

/** Asks where to export a run of this name to in a format; null when dismissed. */
export async function askWhereToExport(
  window: BrowserWindow,
  name: string,
  format: ExportFormat,
): Promise<string | null> {
  const extension = EXPORT_EXTENSION[format];
  const { filePath } = await dialog.showSaveDialog(window, {
    title: say('main.dialogs.exportRun'),
    defaultPath: join(app.getPath('documents'), `${safeName(name)}.${extension}`),
    // Not every system knows an ending of two parts.
    filters: [
      { name: say(`runs.formats.${format}.name`), extensions: [extension.replace(/^.*\./, '')] },
    ],
  });
  return filePath || null;
}

/** Asks where to, then writes the report as HTML, or the log as JSON when the name says so; null when dismissed. */
export async function saveReport(
  window: BrowserWindow,
  { log, html }: RequestPayload<'run:save-report'>,
): Promise<string | null> {
  const name = log.media.name.slice(0, log.media.name.length - extname(log.media.name).length);
  const { filePath } = await dialog.showSaveDialog(window, {
    title: say('main.dialogs.save'),
    defaultPath: join(app.getPath('documents'), `${name}-run.html`),
    filters: [
      { name: say('main.dialogs.html'), extensions: ['html'] },
      { name: say('main.dialogs.json'), extensions: ['json'] },
    ],
  });
  if (!filePath) return null;
  const text = extname(filePath).toLowerCase() === '.json' ? JSON.stringify(log, null, 1) : html;
  await write('main.dialogs.cannotSave', filePath, text);
  return filePath;
}

/** Asks where to, then writes a text; the name that is proposed says its kind. Null when dismissed. */
export async function saveText(
  window: BrowserWindow,
  { name, text }: RequestPayload<'file:save-text'>,
): Promise<string | null> {
  const extension = extname(name).slice(1);
  const all = { name: say('main.dialogs.all'), extensions: ['*'] };
  const own = { name: extension.toUpperCase(), extensions: [extension] };
  const { filePath } = await dialog.showSaveDialog(window, {
    title: say('main.dialogs.saveText'),
    defaultPath: join(app.getPath('documents'), basename(name)),
    filters: extension ? [own, all] : [all],
  });
  if (!filePath) return null;
  await write('main.dialogs.cannotSaveText', filePath, text);
  return filePath;
}

async function write(failed: string, path: string, text: string): Promise<void> {
  await writeWhole(path, text).catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Error(say(failed, { path, code }), { cause: error });
  });
}
