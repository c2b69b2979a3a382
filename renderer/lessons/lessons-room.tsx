import './styles/index.css';
import { useEffect } from 'react';
import { ClassPage } from './class-view/class-page';
import { LastPage } from './path/last-page';
import { LessonPath } from './path/lesson-path';
import { LessonPage } from './page/lesson-page';
import { PrintSheet } from './handout/print-sheet';
import { lessonOf, loadLessons, loadOwn, recordOf, useLessons } from './state/lessons-store';
import { say, useLanguage } from '../ui/words';

/** The Lessons room: the path, the lesson that is open, the page behind the last one, or the answers of a class. */
export function LessonsRoom() {
  const language = useLanguage();
  // Their words are read in the language that is spoken now.
  useEffect(() => void loadLessons(language), [language]);
  useEffect(
    () => window.bufferscope.on('lessons:own-changed', () => void loadOwn(language)),
    [language],
  );
  return (
    <>
      <ShownPage />
      <PrintSheet />
    </>
  );
}

function ShownPage() {
  useLanguage();
  const shown = useLessons((s) => s.shown);
  const listed = useLessons((s) => s.lessons);
  const id = typeof shown === 'object' ? shown.lesson : '';
  const lesson = useLessons((s) => lessonOf(s, id));
  const record = useLessons((s) => recordOf(s, id));
  if (listed === null) return <main className="page" aria-label={say('rooms.opening')} />;
  if (lesson && record) {
    const number = listed.findIndex((each) => each.id === id) + 1;
    return <LessonPage key={id} {...{ id, lesson, record, number }} of={listed.length} />;
  }
  if (shown === 'class') return <ClassPage />;
  return shown === 'last-page' ? <LastPage /> : <LessonPath />;
}
