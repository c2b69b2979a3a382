import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { lessonNameOf, PACKED_ENDING } from '../../../model/lesson/file-name';
import { RESULT_ENDING } from '../../../model/lesson/result/schema';
import { say } from '../../words';
import { safeName } from '../links/file-name';

/** Asks for the folder of a person's own lessons; null when dismissed. */
export async function chooseLessonsFolder(
  window: BrowserWindow,
  now: string | null,
): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: say('ownLessons.dialogs.folder'),
    properties: ['openDirectory', 'createDirectory'],
    ...(now !== null && { defaultPath: now }),
  });
  return filePaths[0] ?? null;
}

/** Asks for a lesson with its media; null when dismissed. */
export async function choosePacked(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: say('ownLessons.dialogs.open'),
    properties: ['openFile'],
    filters: [{ name: say('ownLessons.dialogs.packed'), extensions: [PACKED_ENDING.slice(1)] }],
  });
  return filePaths[0] ?? null;
}

/** Asks where a lesson with its media is to be written; null when dismissed. It asks itself before a file is replaced. */
export async function askWhereToPack(
  window: BrowserWindow,
  { folder, file }: { folder: string; file: string },
): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: say('ownLessons.dialogs.save'),
    defaultPath: join(folder, `${lessonNameOf(file)}${PACKED_ENDING}`),
    filters: [{ name: say('ownLessons.dialogs.packed'), extensions: [PACKED_ENDING.slice(1)] }],
  });
  return filePath || null;
}

/** Asks for results of learners, as many as are wanted; none when dismissed. */
export async function chooseResults(window: BrowserWindow): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: say('classView.dialogs.open'),
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: say('classView.dialogs.results'), extensions: [RESULT_ENDING.slice(1)] },
      { name: say('main.dialogs.all'), extensions: ['*'] },
    ],
  });
  return filePaths;
}

/** Asks where the handout of a lesson is to be written; null when dismissed. It asks itself before a file is replaced. */
export async function askWhereToPrint(window: BrowserWindow, name: string): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: say('handout.dialog'),
    defaultPath: join(app.getPath('documents'), `${safeName(name) || 'lesson'}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  return filePath || null;
}
