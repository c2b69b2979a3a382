import { useEffect } from 'react';
import { say } from '../../ui/words';
import type { KeyBinding } from '../../ui/key-bindings';
import { setRun, startOrPause } from '../state/lesson-runner';
import { finishLesson, restartLesson } from '../state/lessons-store';
import { Beside, predictionRows, Predictions } from './beside';
import { Footer } from './footer';
import { LessonText } from './lesson-text';
import { usePage, type StepOf } from './page-context';
import { Stage } from './stage';

/** Space is the run's, wherever a run is shown. */
export const RUN_KEYS: readonly KeyBinding[] = [
  {
    key: ' ',
    help: 'startOrPause',
    leaves: ['typing', 'overlay', 'button', 'choice'],
    act: startOrPause,
  },
];

/** The main button where nothing else is to be done: on to the next step, by its title, or out of the last one. */
export function useGoOn(): { word: string; act: () => void } {
  const { id, lesson, step, forward } = usePage();
  const next = lesson.steps[step + 1];
  if (next) return { word: say('lessons.goOn', { title: next.title }), act: forward };
  return { word: say('lessons.finish'), act: () => finishLesson(id) };
}

/** Ten seconds that run by themselves. */
export function HookStep({ step }: { step: StepOf<'hook'> }) {
  const goOn = useGoOn();
  const { run } = step;
  useEffect(() => void setRun(run, { start: true, keep: false }), [run]);
  return (
    <>
      <div className="lesson-say">
        <LessonText blocks={step.text} />
      </div>
      <Stage />
      <Footer primary={goOn} keys={RUN_KEYS} />
    </>
  );
}

/** A page to read. */
export function ReadStep({ step }: { step: StepOf<'read'> }) {
  return (
    <>
      <div className="panel lesson-read" tabIndex={0} role="region" aria-label={step.title}>
        <LessonText blocks={step.text} />
      </div>
      <Footer primary={useGoOn()} />
    </>
  );
}

/** The end: what was predicted, beside what was measured. */
export function EndStep({ step }: { step: StepOf<'end'> }) {
  const { id, lesson, record } = usePage();
  const goOn = useGoOn();
  return (
    <>
      <div className="lesson-say">
        <LessonText blocks={step.text} />
      </div>
      <div className="lesson-scroll" tabIndex={0} role="region" aria-label={step.title}>
        <Predictions rows={predictionRows(lesson, record)} />
        <Beside measures={step.beside} />
      </div>
      <Footer primary={goOn}>
        <button className="btn" onClick={() => restartLesson(id)}>
          {say('lessons.restart')}
        </button>
      </Footer>
    </>
  );
}
