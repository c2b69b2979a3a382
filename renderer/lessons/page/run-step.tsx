import { useEffect } from 'react';
import { isSo } from '../../../model/lesson/figures';
import type { LessonRun } from '../../../model/lesson/types';
import type { RunPhase } from '../../../model/run/run-view';
import { say } from '../../ui/words';
import { setRun, startOrPause, useRunPhase, useSetRun } from '../state/lesson-runner';
import { goToStep, missingPrediction } from '../state/lessons-store';
import { Beside, predictionRows, Predictions } from './beside';
import { Footer } from './footer';
import { LessonText } from './lesson-text';
import { usePage, type StepOf } from './page-context';
import { RUN_KEYS, useGoOn } from './simple-steps';
import { Stage } from './stage';

/** Real runs, one after another, once every prediction before them is committed. */
export function RunStep({ step }: { step: StepOf<'run'> }) {
  const { id, lesson, record, step: index } = usePage();
  const goOn = useGoOn();
  const phase = useRunPhase();
  const set = useSetRun();
  const { runs } = step;
  const missing = missingPrediction(lesson, record, index);
  const next = runs.find(({ name }) => !Object.hasOwn(record.ran, name)) ?? null;
  const shown = next ?? runs.at(-1) ?? null;
  const [first] = runs;
  useEffect(() => {
    if (first && missing === null) void setRun(first, { start: false, keep: true });
  }, [first, missing]);
  const isRunning = phase === 'running' || phase === 'paused';
  const start = (run: LessonRun): void => {
    if (set?.name === run.name && phase !== 'ended') startOrPause();
    else void setRun(run, { start: true, keep: true });
  };
  const primary = ((): { word: string; act: () => void } | null => {
    if (missing !== null) {
      return { word: say('lessons.predictFirst'), act: () => goToStep(id, missing) };
    }
    if (isRunning) {
      return { word: say(runningWord(phase, set)), act: startOrPause };
    }
    if (!next) return goOn;
    const word = next.title ? say('lessons.runNamed', { title: next.title }) : say('shell.run');
    return { word, act: () => start(next) };
  })();
  const other = runs.flatMap(({ claims }) => claims).some((claim) => isSo(record, claim) === false);
  return (
    <>
      <div className="lesson-say">
        <LessonText blocks={step.text} />
        {missing !== null && <p className="small">{say('lessons.nothingRuns')}</p>}
      </div>
      <Stage />
      <div className="lesson-scroll" tabIndex={0} role="region" aria-label={say('lessons.results')}>
        {runs.length > 1 && (
          <RunList runs={runs} shown={set?.name ?? shown?.name ?? ''} again={start} />
        )}
        {!next && !isRunning && (
          <>
            <Beside measures={step.beside} />
            <Predictions rows={predictionRows(lesson, record, index)} />
            {other && <p className="small">{say('lessons.otherwise')}</p>}
          </>
        )}
      </div>
      <Footer primary={primary} keys={RUN_KEYS}>
        {!next && !isRunning && shown && missing === null && (
          <button className="btn" onClick={() => start(set ?? shown)}>
            {say('shell.runAgain')}
          </button>
        )}
      </Footer>
    </>
  );
}

/** What the main button does to a run that goes on: a server cannot stand still. */
export function runningWord(phase: RunPhase, run: LessonRun | null): string {
  if (run?.server) return 'lessons.endRun';
  return phase === 'running' ? 'shell.pause' : 'shell.continue';
}

interface RunListProps {
  runs: readonly LessonRun[];
  shown: string;
  again: (run: LessonRun) => void;
}

function RunList({ runs, shown, again }: RunListProps) {
  const { record } = usePage();
  return (
    <ol className="lesson-runs" aria-label={say('lessons.runs')}>
      {runs.map((run) => {
        const ran = Object.hasOwn(record.ran, run.name);
        return (
          <li key={run.name} aria-current={run.name === shown ? 'true' : undefined}>
            <button className="btn" disabled={!ran} onClick={() => again(run)}>
              {say(ran ? 'lessons.ranTitle' : 'lessons.toRunTitle', { title: run.title })}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
