import type { Mark } from '../../model/run/marks';
import type { RunPhase, RunView, RunViewState } from '../../model/run/run-view';
import { scenarioCaptionAt } from '../../model/run/stage-at';
import { inAllLanguages, inLanguage, textOf } from '../ui/words';
import { captionText, type Caption } from './caption';
import { captionOf } from './rules';
import { situationAt, type SituatedRun } from './situation';

/** What is to be said of a run at a moment, ms of its clock: from its logs and that moment alone. */
export function captionAt(run: SituatedRun, tMs: number, phase: RunPhase = 'running'): Caption {
  return captionOf(situationAt(run, tMs, phase));
}

/** What is to be said of the moment that a run's picture shows: by its scenario, or else by the rules. */
export function shownCaption(run: RunView): Caption {
  const shownMs = run.shownMs();
  const own = captionAt(run, shownMs, shownPhase(run.state()));
  const told = scenarioCaptionAt(run.marks(), shownMs);
  // What broke is never talked over.
  if (!told || own.tone === 'bad') return own;
  const text = textOf(told);
  return { ...own, lead: '', effects: [{ text, figured: text }] };
}

/** A pause or the end is told of the newest moment alone; at an earlier one the run was going on. */
function shownPhase({ phase, shownMs }: RunViewState): RunPhase {
  return shownMs === null ? phase : 'running';
}

/** Captions are looked for at this distance, ms of wall time. */
const STEP_MS = 100;

/** Of a run without an end the newest captions stay. */
const MAX_MARKS = 2000;

/** Keeps the captions of a run as marks in every language, each from the moment at which it was first said. */
export class CaptionMarks {
  #marks: Mark[] = [];
  #nextMs = 0;

  /** Captions so far, ascending; the last one may still hold. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** Looks at the run up to a moment of its clock, ms. */
  advance(run: SituatedRun, untilMs: number): void {
    const stepMs = STEP_MS * run.plan.settings.speed;
    for (; this.#nextMs <= untilMs; this.#nextMs += stepMs) {
      this.#say(run, this.#nextMs, 'running');
    }
  }

  /** The run has ended at tMs. */
  end(run: SituatedRun, tMs: number): void {
    this.advance(run, tMs);
    this.#say(run, tMs, 'ended');
  }

  #say(run: SituatedRun, tMs: number, phase: RunPhase): void {
    const situation = situationAt(run, tMs, phase);
    const said = (): string => captionText(captionOf(situation));
    const text = inLanguage('en', said);
    const last = this.#marks.at(-1);
    if (last?.text['en'] === text) return;
    if (last) last.toMs ??= tMs;
    if (text === '') return;
    this.#marks.push({ tMs, kind: 'caption', text: inAllLanguages(said), from: 'rule' });
    if (this.#marks.length > MAX_MARKS) this.#marks = this.#marks.slice(-MAX_MARKS);
  }
}
