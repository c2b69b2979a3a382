import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { Handlers } from '../../ipc/router';
import type { RECORDING_REQUESTS } from '../../ipc/recording-requests';
import { say } from '../../words';
import type { GivenFiles } from '../given-files';
import { proposedName } from './recording-file';
import type { RecordingWriter } from './recording-writer';

/** What main does for each request about a recording that is kept. */
export function recordingHandlers(
  writer: RecordingWriter,
  window: BrowserWindow,
  given: GivenFiles,
): Pick<Handlers, keyof typeof RECORDING_REQUESTS> {
  return {
    'recording:begin': async () => {
      const path = await askWhere(window);
      return path === null ? null : writer.begin(path);
    },
    'recording:slice': async ({ bytes }) => {
      await writer.slice(bytes);
      return undefined;
    },
    'recording:end': async () => {
      const kept = await writer.end();
      if (kept) given.give(kept.path);
      return kept;
    },
    'recording:cancel': async () => {
      await writer.cancel();
      return undefined;
    },
  };
}

async function askWhere(window: BrowserWindow): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: say('keep.title'),
    defaultPath: join(app.getPath('documents'), proposedName(new Date())),
    filters: [{ name: say('keep.kind'), extensions: ['webm'] }],
    // Asked by itself on macOS and Windows.
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return filePath || null;
}
