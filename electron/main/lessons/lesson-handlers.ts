import type { LESSON_REQUESTS } from '../../ipc/lesson-requests';
import type { Handlers } from '../../ipc/router';
import type { GivenFiles } from '../given-files';
import type { MediaRegistry } from '../media/media-registry';
import type { LessonFiles } from './lesson-files';
import type { LessonRecords } from './lesson-records';

/** What requests about lessons work on, loaded when the window first asks. */
export interface LessonServices {
  files: LessonFiles;
  records: LessonRecords;
}

/** What main does for each request about lessons. */
export function lessonHandlers(
  services: () => Promise<LessonServices>,
  registry: MediaRegistry,
  given: GivenFiles,
): Pick<Handlers, keyof typeof LESSON_REQUESTS> {
  return {
    'lessons:list': async ({ language }) => {
      const { files, records } = await services();
      return { lessons: files.bundled(language), records: [...records.all] };
    },
    'lessons:media': (media) => {
      if (media.kind === 'file') given.check(media.path);
      return registry.openBeside(media);
    },
    'lessons:keep': async (record) => {
      (await services()).records.keep(record);
      return undefined;
    },
    'lessons:forget': async ({ lesson }) => {
      (await services()).records.forget(lesson);
      return undefined;
    },
  };
}
