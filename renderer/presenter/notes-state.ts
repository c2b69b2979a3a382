import type { NotesState } from '../../electron/ipc/presenter-requests';
import { secondsFigure } from '../../model/figures';
import type { Mark } from '../../model/run/marks';
import type { Scenario } from '../../model/scenario/types';
import { formatEvent } from '../../model/scenario/events';
import type { ScenarioProgress } from '../live/scenario-driver';
import { stepTime, stepWords } from '../scenario/step-words';
import { textOf } from '../ui/words';

type Told = Pick<NotesState, 'title' | 'steps' | 'notes' | 'next' | 'byHand'>;

/** What the notes say of a scenario; `foreseen` is when the model says that each step comes, ms, null for never. */
export function notesOfScenario(
  { title, steps }: Pick<Scenario, 'title' | 'steps'>,
  { running, came }: Pick<ScenarioProgress, 'running' | 'came'>,
  foreseen: readonly (number | null)[],
): Told {
  const note = steps.slice(0, (running ?? -1) + 1).findLast((step) => step.note)?.note;
  const next = steps.findIndex(
    (step, i) => step.caption && (came[i] ?? null) === null && i > (running ?? -1),
  );
  const nextStep = steps[next];
  return {
    title: textOf(title),
    steps: steps.map((step, i) => {
      const cameMs = came[i] ?? null;
      const { head, detail } = stepWords(step);
      const words = step.chapter || !step.caption ? head : detail;
      const is = i === running ? 'here' : cameMs !== null ? 'done' : 'ahead';
      const foreseenMs = foreseen[i] ?? null;
      const time = stepTime(step, cameMs ?? foreseenMs);
      return { time, head: shortened(words || head), is };
    }),
    notes: note ? paragraphs(textOf(note)) : [],
    next: nextStep?.caption
      ? {
          caption: textOf(nextStep.caption),
          event: 'when' in nextStep.begins ? formatEvent(nextStep.begins.when) : null,
          atMs: 'atMs' in nextStep.begins ? nextStep.begins.atMs : (foreseen[next] ?? null),
        }
      : null,
    byHand: true,
  };
}

/** So much of a run without a scenario is listed: what was said last, and what is foreseen. */
const LISTED = { before: 6, ahead: 6 };

/** What the notes say of a run without a scenario: its captions and chapters so far, and those that are foreseen. */
export function notesOfRun(
  title: string,
  marks: readonly Mark[],
  foreseen: readonly Mark[],
  shownMs: number,
): Told {
  const said = marks.filter(({ kind }) => kind === 'caption' || kind === 'chapter');
  const before = said.filter(({ tMs }) => tMs <= shownMs);
  // A run that is held back shows what was really said next.
  const recorded = said.filter(({ tMs }) => tMs > shownMs);
  const ahead = recorded.length > 0 ? recorded : foreseen.filter(({ tMs }) => tMs > shownMs);
  const [next] = ahead.filter(({ kind }) => kind === 'caption');
  const shown = before.slice(-LISTED.before);
  return {
    title,
    steps: [
      ...shown.map((mark, i) => listed(mark, i === shown.length - 1 ? 'here' : 'done')),
      ...ahead.slice(0, LISTED.ahead).map((mark) => listed(mark, 'ahead')),
    ],
    notes: [],
    next: next ? { caption: textOf(next.text), event: null, atMs: next.tMs } : null,
    byHand: false,
  };
}

const listed = (mark: Mark, is: NotesState['steps'][number]['is']) => ({
  time: secondsFigure(mark.tMs),
  head: shortened(mark.chapter ?? textOf(mark.text)),
  is,
});

const paragraphs = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 100);

/** A row of the list has two lines at most, characters. */
const MAX_HEAD = 54;

const shortened = (text: string): string =>
  text.length > MAX_HEAD ? `${text.slice(0, MAX_HEAD - 1).trimEnd()}…` : text;
