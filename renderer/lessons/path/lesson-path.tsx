import { useEffect, useRef } from 'react';
import type { ListedLesson } from '../../../electron/ipc/lesson-requests';
import { useKeyBindings, type KeyBinding } from '../../ui/key-bindings';
import { say } from '../../ui/words';
import {
  isDone,
  lessons,
  openLesson,
  recordOf,
  restartLesson,
  showLastPage,
  useLessons,
} from '../state/lessons-store';
import { OwnLessonsPanel } from '../own/own-panel';
import { TEACHER_KEYS, TeacherButtons } from '../own/teacher-buttons';
import { ownLanguage } from '../words';
import { Dot } from './dot';
import { Picture } from './lesson-picture';

type GoodLesson = Extract<ListedLesson, { ok: true }>;

/** The lesson to go on with: the first that is begun and not done, else the first that is not begun. */
function nextLesson(): { id: string; number: number; begun: boolean } | null {
  const state = lessons.getState();
  const good = (state.lessons ?? []).filter((each): each is GoodLesson => each.ok);
  const open = good
    .map(({ id, lesson }, i) => ({ id, lesson, number: i + 1, record: recordOf(state, id) }))
    .filter(({ record, lesson }) => !isDone(record, lesson));
  const next = open.find(({ record }) => record !== null) ?? open[0];
  return next ? { id: next.id, number: next.number, begun: next.record !== null } : null;
}

const KEYS: readonly KeyBinding[] = [
  {
    key: 'Enter',
    help: 'lessonGoOn',
    leaves: ['button', 'typing', 'overlay'],
    act: () => {
      const next = nextLesson();
      if (next) openLesson(next.id);
      else showLastPage();
    },
  },
  ...TEACHER_KEYS,
];

/** All lessons, read like text, and how far the learner is. */
export function LessonPath() {
  useKeyBindings('room', KEYS);
  const listed = useLessons((s) => s.lessons) ?? [];
  // The records decide which lesson is next.
  useLessons((s) => s.records);
  const state = lessons.getState();
  const good = listed.filter((each): each is GoodLesson => each.ok);
  const minutes = good.reduce((sum, { lesson }) => sum + lesson.minutes, 0);
  const done = good.filter(({ id, lesson }) => isDone(recordOf(state, id), lesson));
  const left = good
    .filter((each) => !done.includes(each))
    .reduce((sum, { lesson }) => sum + lesson.minutes, 0);
  const next = nextLesson();
  const all = good.length > 0 && done.length === good.length;
  return (
    <main className="page">
      <header className="topbar">
        <h1>{say('rooms.lessons')}</h1>
        <span className="chip">{say('lessons.path.count', { count: good.length, minutes })}</span>
        <span className="grow" />
        <TeacherButtons />
        {next ? (
          <button className="btn primary" onClick={() => openLesson(next.id)}>
            {say(next.begun ? 'lessons.path.goOn' : 'lessons.path.begin', { number: next.number })}{' '}
            <kbd>Enter</kbd>
          </button>
        ) : (
          all && (
            <button className="btn primary" onClick={showLastPage}>
              {say('lessons.path.last')} <kbd>Enter</kbd>
            </button>
          )
        )}
      </header>
      <div className="lesson-overview">
        <p className="caption" role="status">
          <b>
            {done.length === 0
              ? say('lessons.path.noneDone')
              : say('lessons.path.done', { count: done.length })}
          </b>{' '}
          {left > 0 && say('lessons.path.left', { minutes: left })}
        </p>
        <ol className="lesson-path">
          {listed.map((each, i) => (
            <PathItem key={each.id} listed={each} number={i + 1} next={next?.id === each.id} />
          ))}
        </ol>
        <div className="lesson-side">
          <OwnLessonsPanel />
          <aside className="panel lesson-aside">
            <h2>{say('lessons.path.howTitle')}</h2>
            <p>{say('lessons.path.how')}</p>
            <button className="btn" onClick={showLastPage}>
              {say('lessons.path.last')}
            </button>
          </aside>
        </div>
      </div>
    </main>
  );
}

interface PathItemProps {
  listed: ListedLesson;
  number: number;
  next: boolean;
}

function PathItem({ listed, number, next }: PathItemProps) {
  const record = useLessons((s) => recordOf(s, listed.id));
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (next) item.current?.scrollIntoView({ block: 'nearest' });
  }, [next]);
  if (!listed.ok) return <BadItem listed={listed} />;
  const { id, lesson } = listed;
  const done = isDone(record, lesson);
  const count = lesson.steps.length;
  const so = record?.done.length ?? 0;
  return (
    <li ref={item} data-is={done ? 'done' : next ? 'here' : 'ahead'}>
      <button
        className="lesson-open"
        aria-current={next ? 'step' : undefined}
        aria-describedby={`${id}-so`}
        onClick={() => openLesson(id)}
      >
        <span className="lesson-number">{number}</span>
        {lesson.picture && <Picture picture={lesson.picture} />}
        <b lang={ownLanguage(lesson)}>{lesson.title}</b>
        <span className="small" lang={ownLanguage(lesson)}>
          {lesson.question}
        </span>
      </button>
      <p className="lesson-foot small" id={`${id}-so`}>
        <span className="unseen">{say('lessons.path.steps', { so, count })}</span>
        <span aria-hidden="true" className="lesson-dots">
          {lesson.steps.map((_, i) => (
            <Dot
              key={i}
              is={record?.done.includes(i) ? 'done' : record?.step === i ? 'here' : 'ahead'}
            />
          ))}
        </span>
        {record && (
          <button className="btn bare" onClick={() => restartLesson(id)}>
            {say('lessons.restart')}
            <span className="unseen" lang={ownLanguage(lesson)}>
              {lesson.title}
            </span>
          </button>
        )}
        <span className="lesson-minutes">
          {done
            ? say('lessons.path.isDone')
            : say('lessons.path.minutes', { count: lesson.minutes })}
        </span>
      </p>
    </li>
  );
}

/** A lesson's file that is none: where, and what was expected. */
function BadItem({ listed }: { listed: Extract<ListedLesson, { ok: false }> }) {
  return (
    <li data-is="bad">
      <b>{say('lessons.path.bad', { name: `${listed.id}.md` })}</b>
      <ul className="small">
        {listed.problems.map(({ line, column, sentence }) => (
          <li key={`${String(line)} ${String(column)} ${sentence}`}>
            {say('lessons.path.problem', { line, column, sentence })}
          </li>
        ))}
      </ul>
    </li>
  );
}
