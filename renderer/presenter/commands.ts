import type { PresenterCommand } from '../../electron/ipc/presenter-requests';
import type { StageStation } from '../../model/run/marks';
import { stageAt } from '../../model/run/stage-at';
import { nextMoment } from '../../model/runs/moments';
import type { LiveRun } from '../live/types';
import { isScenarioOpen, nextStep, previousStep } from '../scenario/opened-scenario';
import { session } from '../session/session';
import { toggleTheme } from '../session/theme';
import { panels } from '../window/panels';
import { presenting } from './presenting';

/** One press of an arrow steps this far through what was recorded, ms. */
const STEP_MS = 1000;

/** What each command does to the run and to the stage. */
export const COMMANDS: Readonly<Record<PresenterCommand, () => void>> = {
  next,
  previous,
  run: () => session.getState().startOrPause(),
  restart: () => session.getState().restart(),
  hold,
  blank: () => presenting.setState(({ blank }) => ({ blank: !blank })),
  cut: () => session.getState().setCut(true),
  restore: () => session.getState().setCut(false),
  latch: () => session.getState().setCut(runNow()?.state().cut !== true),
  back: () => session.getState().step(-STEP_MS),
  on: () => session.getState().step(STEP_MS),
  'highlight-0': () => highlight(null),
  'highlight-1': () => highlight('file'),
  'highlight-2': () => highlight('memory'),
  'highlight-3': () => highlight('link'),
  'highlight-4': () => highlight('buffer'),
  'highlight-5': () => highlight('player'),
  'highlight-6': () => highlight('figures'),
  theme: toggleTheme,
  swap: () => void window.bufferscope.request('presenter:swap'),
  notes: () => void window.bufferscope.request('presenter:notes'),
  end: () => panels.setState({ presenter: false }),
};

const runNow = (): LiveRun | null => session.getState().run;

/** The moments of a run without a scenario: what was said, and its chapters. */
const saidIn = (run: LiveRun) =>
  run.marks().filter(({ kind }) => kind === 'caption' || kind === 'chapter');

/** A run that waits begins, or goes on; the next step of a scenario comes; what was held goes to what was said next. */
function next(): void {
  const run = runNow();
  const phase = run?.state().phase;
  if (phase === 'running' && isScenarioOpen()) return nextStep();
  if (phase === 'ready') return session.getState().startOrPause();
  if (phase !== 'paused' || !run) return;
  const held = isScenarioOpen() ? null : nextMoment(saidIn(run), run.shownMs(), 1);
  if (held && run.state().shownMs !== null) show(run, held.tMs);
  else run.continue();
}

/** The step before is shown again; without a scenario the run is held where the caption before began. */
function previous(): void {
  const run = runNow();
  const phase = run?.state().phase;
  if (!run || (phase !== 'running' && phase !== 'paused')) return;
  if (isScenarioOpen()) return previousStep();
  hold('hold');
  // Half a second back is the caption that is being said.
  const before = nextMoment(saidIn(run), run.shownMs() - STEP_MS / 2, -1);
  if (before) show(run, before.tMs);
}

/** Shows a moment of a run that stands, ms. */
const show = (run: LiveRun, tMs: number): void =>
  run.step(tMs - (run.state().shownMs ?? run.nowMs()));

/** The picture stays as it is: the run stands at the moment that was on the screen. Pressed again, it goes on. */
function hold(wanted?: 'hold'): void {
  const run = runNow();
  if (!run) return;
  if (run.state().phase === 'running') {
    const shownMs = run.shownMs();
    run.pause();
    show(run, shownMs);
  } else if (wanted === undefined && run.state().phase === 'paused') run.continue();
}

function highlight(station: StageStation | null): void {
  const run = runNow();
  const over = run ? stageAt(run.marks(), run.shownMs()).highlight : null;
  presenting.setState({ hand: { station, over } });
}
