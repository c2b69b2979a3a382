import { useEffect, useMemo } from 'react';
import { isSo, ranOf } from '../../../model/lesson/figures';
import type { LessonRecord } from '../../../model/lesson/record';
import type { Lesson, LessonStep } from '../../../model/lesson/types';
import { say } from '../../ui/words';
import { Dot } from '../path/dot';
import { followEnds, leaveRun } from '../state/lesson-runner';
import { goToStep, lessons, recordOf, setRan, setReached, showPath } from '../state/lessons-store';
import { ownLanguage } from '../words';
import { PageProvider, usePage, type PageValue } from './page-context';
import { PredictStep } from './predict-step';
import { RunStep } from './run-step';
import { SeeStep } from './see-step';
import { EndStep, HookStep, ReadStep } from './simple-steps';
import { TryStep } from './try-step';
import { WhyStep } from './why-step';

interface LessonPageProps {
  id: string;
  lesson: Lesson;
  record: LessonRecord;
  /** Its place on the path, from 1, and how many there are; 0 for a person's own. */
  number: number;
  of: number;
}

/** One lesson: its steps, and the one that is shown. */
export function LessonPage({ id, lesson, record, number, of }: LessonPageProps) {
  const count = lesson.steps.length;
  const step = Math.min(record.step, count - 1);
  useEffect(() => {
    const stop = followEnds((run, log) => {
      setRan(id, run.name, ranOf(lesson, run.name, log, Date.now()));
      noteReached(id, lesson, run.name);
    });
    return () => {
      stop();
      leaveRun();
    };
  }, [id, lesson]);
  const page = useMemo(
    (): PageValue => ({
      ...{ id, lesson, record, step, count },
      forward: () => step < count - 1 && goToStep(id, step + 1),
      back: () => step > 0 && goToStep(id, step - 1),
      leave: showPath,
    }),
    [id, lesson, record, step, count],
  );
  const shown = lesson.steps[step];
  return (
    <PageProvider value={page}>
      <main className="page">
        <header className="topbar">
          <h1>{say('rooms.lessons')}</h1>
          <span className="chip">
            {number === 0
              ? say('ownLessons.place', { title: lesson.title })
              : say('lessons.place', { number, of, title: lesson.title })}
          </span>
          <span className="grow" />
          <button className="btn" onClick={showPath}>
            {say('lessons.leave')} <kbd>{say('shell.keys.caps.Escape')}</kbd>
          </button>
        </header>
        <div className="lesson-body">
          <Steps />
          <div
            className="lesson-work"
            data-kind={shown?.kind}
            key={`${String(step)} ${String(record.startedMs)}`}
          >
            {shown && <Step step={shown} />}
          </div>
        </div>
      </main>
    </PageProvider>
  );
}

/** A goal is reached once, whatever is tried after it. */
function noteReached(id: string, { steps }: Lesson, run: string): void {
  const record = recordOf(lessons.getState(), id);
  const tried = steps.find((step) => step.kind === 'try' && step.run.name === run);
  if (!record || tried?.kind !== 'try') return;
  if (tried.goal.every((each) => isSo(record, each) === true)) setReached(id, run);
}

function Step({ step }: { step: LessonStep }) {
  switch (step.kind) {
    case 'hook':
      return <HookStep step={step} />;
    case 'read':
      return <ReadStep step={step} />;
    case 'predict':
      return <PredictStep step={step} />;
    case 'run':
      return <RunStep step={step} />;
    case 'see':
      return <SeeStep step={step} />;
    case 'why':
      return <WhyStep step={step} />;
    case 'try':
      return <TryStep step={step} />;
    case 'end':
      return <EndStep step={step} />;
  }
}

/** The steps, each a button; and the terms of the lesson. */
function Steps() {
  const { id, lesson, record, step } = usePage();
  return (
    <nav className="panel lesson-steps" aria-label={say('lessons.steps')}>
      <h2 lang={ownLanguage(lesson)}>{lesson.title}</h2>
      <ol lang={ownLanguage(lesson)}>
        {lesson.steps.map(({ title }, i) => (
          <li key={title}>
            <button aria-current={i === step ? 'step' : undefined} onClick={() => goToStep(id, i)}>
              <Dot is={i === step ? 'here' : record.done.includes(i) ? 'done' : 'ahead'} />
              {title}
            </button>
          </li>
        ))}
      </ol>
      {lesson.words.length > 0 && (
        <dl className="lesson-terms" lang={ownLanguage(lesson)}>
          {lesson.words.map(({ term, means }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="small lesson-kept">{say('lessons.keptHere')}</p>
    </nav>
  );
}
