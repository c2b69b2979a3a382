import { useEffect, useState } from 'react';
import { figureOf, isSo } from '../../../model/lesson/figures';
import { dimensionOf, type Condition } from '../../../model/lesson/measure';
import type { RunPhase } from '../../../model/run/run-view';
import type { KeyBinding } from '../../ui/key-bindings';
import { say } from '../../ui/words';
import { setCut, useRunner } from '../state/lane-runner';
import { setRun, startOrPause, useRunPhase, type OwnRun } from '../state/lesson-runner';
import { goToStep, missingPrediction } from '../state/lessons-store';
import { measuredWord, measureWord } from '../words';
import { Beside } from './beside';
import { Footer } from './footer';
import { LessonText } from './lesson-text';
import { usePage, type StepOf } from './page-context';
import { runningWord } from './run-step';
import { RUN_KEYS, useGoOn } from './simple-steps';
import { Stage } from './stage';
import { TryControls } from './try-controls';

const KEYS: readonly KeyBinding[] = [
  ...RUN_KEYS,
  {
    key: 'c',
    help: 'cut',
    act: () => setCut(true),
    release: () => setCut(false),
  },
];

/** Something to try by oneself, with a goal that the log of the run can check. */
export function TryStep({ step }: { step: StepOf<'try'> }) {
  const { id, lesson, record, step: index } = usePage();
  const goOn = useGoOn();
  const phase = useRunPhase();
  const preparing = useRunner((s) => s.preparing);
  const [own, setOwn] = useState<OwnRun>({});
  const { run, goal } = step;
  const missing = missingPrediction(lesson, record, index);
  useEffect(() => {
    if (missing === null) void setRun(run, { start: false, keep: true, own });
  }, [run, own, missing]);
  const reached = Object.hasOwn(record.reached, run.name);
  const running = phase === 'running' || phase === 'paused';
  const primary =
    missing !== null
      ? { word: say('lessons.predictFirst'), act: () => goToStep(id, missing) }
      : reached && !running
        ? goOn
        : {
            word: say(
              phase === 'running' || phase === 'paused' ? runningWord(phase, run) : WORDS[phase],
            ),
            act: startOrPause,
          };
  return (
    <>
      <div className="lesson-say">
        <LessonText blocks={step.text} />
      </div>
      <Stage />
      <section className="panel lesson-try lesson-scroll" tabIndex={0} aria-label={step.title}>
        <TryControls step={step} own={own} onChange={setOwn} />
        <Goal conditions={goal} />
        <p role="status">
          {Object.hasOwn(record.ran, run.name) &&
            !running &&
            !preparing &&
            say(
              goal.every((each) => isSo(record, each) === true)
                ? 'lessons.try.reached'
                : 'lessons.try.notYet',
            )}
        </p>
        <Beside measures={step.beside} />
      </section>
      <Footer primary={primary} keys={KEYS}>
        {!reached && (
          <button className="btn" onClick={goOn.act}>
            {goOn.word}
          </button>
        )}
        {reached && !running && missing === null && (
          <button className="btn" onClick={startOrPause}>
            {say('shell.runAgain')}
          </button>
        )}
      </Footer>
    </>
  );
}

const WORDS: Record<Exclude<RunPhase, 'running' | 'paused'>, string> = {
  preparing: 'shell.run',
  ready: 'shell.run',
  ended: 'shell.runAgain',
};

function Goal({ conditions }: { conditions: readonly Condition[] }) {
  const { record } = usePage();
  return (
    <dl className="lesson-goal" aria-label={say('lessons.try.goal')}>
      {conditions.map((condition, i) => {
        const value = figureOf(record, condition.left);
        return (
          <div key={i}>
            <dt>{measureWord(condition.left)}</dt>
            <dd>
              {wanted(condition)}
              {value !== undefined && (
                <b>{say('lessons.try.was', { figure: measuredWord(condition.left, value) })}</b>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** "at most 5.0 s" */
export function wanted({ left, operator, right }: Condition): string {
  const figure =
    'value' in right ? measuredWord({ name: left.name }, right.value) : measureWord(right);
  const exact = dimensionOf(left) === 'count' && operator === '=';
  return say(`lessons.try.is.${exact ? 'exactly' : OPERATOR[operator]}`, { figure });
}

const OPERATOR = {
  '<': 'under',
  '<=': 'most',
  '>': 'over',
  '>=': 'least',
  '=': 'exactly',
  '~': 'about',
} as const;
