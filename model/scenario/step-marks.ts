import type { Mark } from '../run/marks';
import type { ScenarioStep, Texts } from './types';

/** The marks that a scenario leaves in the log of its run, as its steps come. */
export class StepMarks {
  #marks: Mark[] = [];

  /** Ascending; the last caption may still hold. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** A step came at tMs: what it says and shows from there on. */
  came(step: ScenarioStep, tMs: number): void {
    const { caption, chapter } = step;
    if (caption !== undefined) {
      const said = this.#marks.findLast(({ kind }) => kind === 'caption');
      if (said) said.toMs ??= tMs;
    }
    if (chapter)
      this.#add({ tMs, kind: 'chapter', text: chapter, from: 'scenario', ...chapterOf(chapter) });
    if (caption) this.#add({ tMs, kind: 'caption', text: caption, from: 'scenario' });
    const { note, stage, pause } = step;
    if (note || stage || pause) {
      // Of what says nothing itself, what is said meanwhile.
      const said = this.#marks.findLast(({ kind }) => kind === 'caption')?.text;
      const text = note ?? chapter ?? caption ?? said ?? {};
      const shown = { ...(note && { note }), ...(stage && { stage }), ...(pause && { pause }) };
      this.#add({ tMs, kind: 'step', text, from: 'scenario', ...shown });
    }
  }

  /** The run has ended at tMs. */
  end(tMs: number): void {
    for (const mark of this.#marks) if (mark.kind === 'caption') mark.toMs ??= tMs;
  }

  #add(mark: Mark): void {
    this.#marks.push(mark);
  }
}

/** A chapter by its name in the scenario's first language. */
function chapterOf(texts: Texts): { chapter: string } {
  return { chapter: Object.values(texts)[0] ?? '' };
}
