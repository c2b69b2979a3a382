import { messageOf } from '../../model/message-of';
import { RUN_DROP } from '../runs/opened-run';
import type { RoomDrop } from '../source/drop-target';
import { say } from '../ui/words';
import { isLessonDrop, openForLessons } from './open-lesson';
import type { Room } from '../window/rooms';
import { tell } from '../window/said';

/** What rooms take for themselves when it is dropped on them. */
export const ROOM_DROPS: Readonly<Partial<Record<Room, RoomDrop>>> = {
  runs: RUN_DROP,
  lessons: {
    // A class hands in many files; of one alone the name says what it is, and a folder has no ending.
    takes: (name, count) => count > 1 || isLessonDrop(name) || !name.includes('.'),
    many: true,
    open: (path, _file, paths) => openForLessons(path, paths),
    words: () => say('classView.drop'),
  },
  server: {
    takes: (name) => /\.har$/i.test(name),
    // The room and all that it needs are loaded when it is first shown.
    open: (_path, file) =>
      void import('../server/log/open-log').then(
        ({ openLog }) => openLog(file),
        (error: unknown) => tell(messageOf(error)),
      ),
    words: () => say('server.log.drop'),
  },
};
