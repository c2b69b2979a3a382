/** What the name of a lesson's own file ends with, and that of a lesson with its media in one file. */
export const LESSON_ENDING = '.md';
export const PACKED_ENDING = '.bufferlesson';

/** True for a file that is named as a lesson with its media is. */
export const isPackedLesson = (path: string): boolean => path.toLowerCase().endsWith(PACKED_ENDING);

/** A folder of this name beside a lesson holds it in another language: a BCP 47 tag such as ko or zh-CN. */
export const isLanguageFolder = (name: string): boolean =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(name);

/** What stands before the name of a person's own lesson in its id. */
export const OWN_LESSON = 'own/';

/** Name of a lesson's file without its ending. */
export const lessonNameOf = (file: string): string => file.slice(0, -LESSON_ENDING.length);
