import { join } from 'node:path';
import { app, shell, type BrowserWindow } from 'electron';
import type { CurveOf } from '../../../model/link/types';
import type { LESSON_REQUESTS } from '../../ipc/lesson-requests';
import type { OWN_LESSON_REQUESTS } from '../../ipc/own-lesson-requests';
import type { Handlers } from '../../ipc/router';
import { say } from '../../words';
import type { GivenFiles } from '../given-files';
import type { MediaRegistry } from '../media/media-registry';
import { notify } from '../notify';
import type { PreferencesFile } from '../preferences/preferences-file';
import { askWhereToPack, chooseLessonsFolder, choosePacked, chooseResults } from './lesson-dialogs';
import type { LessonFiles } from './lesson-files';
import type { LessonRecords } from './lesson-records';
import type { OwnLessons } from './own-lessons';
import type { PackedLessons } from './packed-lessons';

/** What requests about lessons work on, loaded when the window first asks. */
export interface LessonServices {
  files: LessonFiles;
  records: LessonRecords;
  own: OwnLessons;
  packed: PackedLessons;
}

interface LessonParts {
  window: BrowserWindow;
  given: GivenFiles;
  preferences: PreferencesFile;
  curveOf: CurveOf;
}

/** Loads what lessons need. */
export async function loadLessons(parts: LessonParts): Promise<LessonServices> {
  const { window, given, preferences, curveOf } = parts;
  const [{ LessonFiles: Files }, { LessonRecords: Records }, { OwnLessons: Own }, packing] =
    await Promise.all([
      import('./lesson-files'),
      import('./lesson-records'),
      import('./own-lessons'),
      import('./packed-lessons'),
    ]);
  const names = (path: string): void => given.give(path);
  const files = new Files({ curveOf, names });
  const packed = new packing.PackedLessons({
    ...{ files, curveOf },
    store: join(app.getPath('userData'), 'opened-lessons'),
    progress: (share) => notify(window, 'lessons:packed', { share }),
  });
  const own = new Own({
    ...{ files, packed, curveOf, names },
    folder: () => preferences.current.lessonsFolder,
    changed: () => notify(window, 'lessons:own-changed', undefined),
  });
  return {
    files,
    records: new Records(join(app.getPath('userData'), 'lessons.json')),
    own,
    packed,
  };
}

/** What main does for each request about lessons. */
export function lessonHandlers(
  services: () => Promise<LessonServices>,
  registry: MediaRegistry,
  { window, given, preferences }: Omit<LessonParts, 'curveOf'>,
): Pick<Handlers, keyof typeof LESSON_REQUESTS | keyof typeof OWN_LESSON_REQUESTS> {
  const changed = (): void => notify(window, 'lessons:own-changed', undefined);
  return {
    'lessons:list': async ({ language }) => {
      const { files, records } = await services();
      const untold = records.takeUntold();
      return { lessons: files.bundled(language), records: [...records.all], untold };
    },
    'lessons:media': (media) => {
      if (media.kind === 'file') given.check(media.path);
      return registry.openBeside(media);
    },
    'lessons:keep': async (record) => {
      (await services()).records.keep(record);
      return undefined;
    },
    'lessons:own': async ({ language }) => (await services()).own.list(language),
    'lessons:choose-folder': async () => {
      const folder = await chooseLessonsFolder(window, preferences.current.lessonsFolder);
      if (folder === null) return false;
      preferences.change({ lessonsFolder: folder });
      changed();
      return true;
    },
    'lessons:leave-folder': () => {
      preferences.change({ lessonsFolder: null });
      changed();
      return undefined;
    },
    'lessons:new': async ({ kind, language }) => (await services()).own.write(kind, language),
    'lessons:show-file': ({ file }) => {
      const folder = preferences.current.lessonsFolder;
      if (folder !== null) shell.showItemInFolder(join(folder, file));
      return undefined;
    },
    'lessons:pack': async ({ id }) => {
      const { own, packed } = await services();
      const found = own.fileOf(id);
      if (!found) throw new Error(say('ownLessons.notInFolder'));
      const to = await askWhereToPack(window, found);
      return to === null ? null : packed.write(found, to);
    },
    'lessons:choose-packed': async () => {
      const path = await choosePacked(window);
      if (path !== null) given.give(path);
      return path;
    },
    'lessons:open-packed': async ({ path }) => {
      given.check(path);
      const id = await (await services()).packed.open(path);
      if (id !== null) changed();
      return id;
    },
    'lessons:remove-packed': async ({ id }) => {
      await (await services()).packed.remove(id);
      changed();
      return undefined;
    },
    'lessons:stop-packing': async () => {
      (await services()).packed.stop();
      return undefined;
    },
    'lessons:choose-results': async () => {
      const paths = await chooseResults(window);
      for (const path of paths) given.give(path);
      return paths;
    },
    'lessons:read-results': async ({ paths }) => {
      for (const path of paths) given.check(path);
      return (await import('./read-results')).readResults(paths);
    },
  };
}
