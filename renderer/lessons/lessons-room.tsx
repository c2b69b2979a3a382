import './styles/index.css';
import { useEffect } from 'react';
import { LastPage } from './path/last-page';
import { LessonPath } from './path/lesson-path';
import { LessonPage } from './page/lesson-page';
import { lessonOf, loadLessons, recordOf, useLessons } from './state/lessons-store';
import { say, useLanguage } from '../ui/words';

/** The Lessons room: the path, the lesson that is open, or the page behind the last one. */
export function LessonsRoom() {
  const shown = useLessons((s) => s.shown);
  const listed = useLessons((s) => s.lessons);
  const id = typeof shown === 'object' ? shown.lesson : '';
  const lesson = useLessons((s) => lessonOf(s, id));
  const record = useLessons((s) => recordOf(s, id));
  const language = useLanguage();
  // Their words are read in the language that is spoken now.
  useEffect(() => void loadLessons(language), [language]);
  if (listed === null) return <main className="page" aria-label={say('rooms.opening')} />;
  if (lesson && record) {
    const number = listed.findIndex((each) => each.id === id) + 1;
    return <LessonPage key={id} {...{ id, lesson, record, number }} of={listed.length} />;
  }
  return shown === 'last-page' ? <LastPage /> : <LessonPath />;
}
