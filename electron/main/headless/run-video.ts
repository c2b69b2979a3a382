import { app, Menu } from 'electron';
import { EXIT } from '../../flags/flag-value';
import { readRunFile, RunFileError } from '../../runs/run-file';
import { picturesBeside } from '../../runs/run-folder';
import { registerScheme } from '../scheme/serve';
import { lockDown } from '../window/lockdown';
import type { CommandLine } from './command-line';
import { headlessVideo } from './headless-video';
import { terminal } from './terminal';

/** Draws the run of a file, without a window that anybody sees, then ends the app. */
export function runVideo(command: Extract<CommandLine, { kind: 'video' }>): void {
  registerScheme();
  lockDown();
  Menu.setApplicationMenu(null);
  // Its one window is closed before the video is whole.
  app.on('window-all-closed', () => undefined);
  void app.whenReady().then(async () => app.exit(await drawn(command)));
}

async function drawn({
  runLog,
  video,
  quiet,
}: Extract<CommandLine, { kind: 'video' }>): Promise<number> {
  const words = terminal(quiet);
  try {
    const { name, log } = await readRunFile(runLog);
    const pictures = await picturesBeside(runLog);
    return await headlessVideo({ log, title: name || log.media.name, pictures }, video, words);
  } catch (error) {
    if (!(error instanceof RunFileError)) throw error;
    words.complain(error.message);
    return EXIT.noMedia;
  }
}
