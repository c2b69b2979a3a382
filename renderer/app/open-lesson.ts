import { isPackedLesson } from '../../model/lesson/file-name';
import { isResultFile } from '../../model/lesson/result/schema';
import { messageOf } from '../../model/message-of';
import { rooms } from '../window/rooms';
import { tell } from '../window/said';

/** True for a file that the Lessons room opens: a lesson with its media, or what a learner hands in. */
export const isLessonDrop = (name: string): boolean => isPackedLesson(name) || isResultFile(name);

/** Opens a lesson with its media, or every result that came with it; the room is loaded when it is first needed. */
export function openForLessons(path: string, paths: readonly string[]): void {
  rooms.getState().go('lessons');
  const opened = isPackedLesson(path)
    ? import('../lessons/own/own-actions').then(({ openPacked }) => openPacked(path))
    : import('../lessons/class-view/class-store').then(({ addResults }) => addResults(paths));
  opened.catch((error: unknown) => tell(messageOf(error)));
}
