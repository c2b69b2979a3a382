import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { Handlers } from '../../ipc/router';
import type { RECORDING_REQUESTS } from '../../ipc/recording-requests';
import { freeName } from '../../free-name';
import { say } from '../../words';
import type { GivenFiles } from '../given-files';
import type { RecordingKind } from '../../../model/camera/recording-kind';
import { diskReason } from '../../disk-reason';
import type { LeftRecording } from './left-recording';
import { kindOfPath, proposedName } from './recording-file';
import type { RecordingWriter } from './recording-writer';

/** What main does for each request about a recording that is kept. */
export function recordingHandlers(
  writer: RecordingWriter,
  left: LeftRecording,
  window: BrowserWindow,
  given: GivenFiles,
): Pick<Handlers, keyof typeof RECORDING_REQUESTS> {
  return {
    'recording:begin': async ({ kinds }) => {
      const asked = await askWhere(window, kinds);
      if (asked === null) return null;
      const { path: named, kind } = kindOfPath(asked, kinds);
      // A file that the dialog has not asked about is not replaced.
      const path = named === asked ? named : await freeName(named);
      await writer.begin(path);
      return { path, kind };
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
    'recording:left': () => left.offer(),
    'recording:settle-left': async ({ keep }) => {
      try {
        const kept = await left.settle(keep);
        if (kept) given.give(kept.path);
        return kept;
      } catch (error) {
        const { reason, code } = diskReason(error);
        const why = say(`keep.reasons.${reason}`, { code });
        throw new Error(say('keepLeft.cannot', { reason: why }), { cause: error });
      }
    },
  };
}

async function askWhere(
  window: BrowserWindow,
  kinds: readonly RecordingKind[],
): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: say('keep.title'),
    defaultPath: join(app.getPath('documents'), proposedName(new Date(), kinds[0])),
    filters: kinds.map((kind) => ({ name: say(`keepKind.${kind}`), extensions: [kind] })),
    // Asked by itself on macOS and Windows.
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return filePath || null;
}
