import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { VideoFormat } from '../../../model/video/options';
import { say } from '../../words';

/** The user's folder of videos, which may not be there yet. */
export function videoFolder(): string {
  try {
    return app.getPath('videos');
  } catch {
    // Without a home there is none.
    return app.getPath('documents');
  }
}

/** Asks where a video is to be, by a dialog that asks before it replaces; null when dismissed. */
export async function askWhere(
  window: BrowserWindow,
  path: string,
  format: VideoFormat,
): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: say('videoExport.where'),
    defaultPath: path,
    filters: [{ name: say(`videoExport.formats.${format}`), extensions: [format] }],
    // Asked by itself on macOS and Windows.
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return filePath ? join(filePath) : null;
}
