import { describe, expect, test } from 'vitest';
import { figureOf, isSo, measuresOf, ranOf, runsOf } from '../../../model/lesson/figures';
import { formatMeasure } from '../../../model/lesson/measure';
import type { Ran } from '../../../model/lesson/record';
import type { Lesson } from '../../../model/lesson/types';
import { measuredWord } from '../../../renderer/lessons/words';
import { simulatedRun } from './bundled';
import { LESSON_NAMES, lessonOf, lessonText } from './files';

/**
 * The memory of a process and a server's clients are measured and cannot be simulated: the walk through the lessons
 * asserts what is said of them.
 */
const LIVE_ONLY = /over-rest/;

/** What the model says of every run of Compare in a lesson. */
function simulated(lesson: Lesson): { ran: Record<string, Ran> } {
  const runs = runsOf(lesson).filter(({ scenario }) => scenario !== null);
  return {
    ran: Object.fromEntries(
      runs.map((run) => [run.name, ranOf(lesson, run.name, simulatedRun(run), 0)]),
    ),
  };
}

describe.each(LESSON_NAMES)('%s', (name) => {
  const lesson = lessonOf(lessonText(name));
  const done = simulated(lesson);

  test('says nothing that the log of its runs does not say', () => {
    const told = runsOf(lesson).flatMap(({ claims }) => claims);
    expect(told.length).toBeGreaterThan(0);
    for (const claim of told) {
      if (lesson.room === 'server' || LIVE_ONLY.test(claim.left.name)) continue;
      const said = { claim: formatMeasure(claim.left), found: figureOf(done, claim.left) };
      expect({ ...said, holds: isSo(done, claim) }).toEqual({ ...said, holds: true });
    }
  });

  test('every question has exactly one answer that its log says, or a figure', () => {
    const asked = lesson.steps.flatMap((step) => ('questions' in step ? step.questions : []));
    for (const question of asked) {
      if (question.kind !== 'choose' || lesson.room === 'server') continue;
      const checks = question.options.flatMap(({ check }) => (check ? [check] : []));
      if (checks.some(({ left }) => LIVE_ONLY.test(left.name))) continue;
      const so = question.options.filter(({ check }) => check && isSo(done, check) === true);
      expect({ question: question.ask, so: so.length }).toEqual({ question: question.ask, so: 1 });
    }
  });

  test('figures in its text are those of the model until the learner has run it', () => {
    const inlines = lesson.steps.flatMap(({ text }) =>
      text.flatMap((block) => (block.kind === 'paragraph' ? block.inlines : [])),
    );
    for (const inline of inlines) {
      if (inline.kind !== 'figure' || lesson.room === 'server') continue;
      if (LIVE_ONLY.test(inline.measure.name)) continue;
      const value = figureOf(done, inline.measure);
      expect(inline.usual).toBe(measuredWord(inline.measure, value ?? null));
    }
  });

  test('has 4 to 7 steps, takes 4 to 8 minutes, and waits for two at most', () => {
    expect(lesson.steps.length).toBeGreaterThanOrEqual(4);
    expect(lesson.steps.length).toBeLessThanOrEqual(7);
    expect(lesson.minutes).toBeGreaterThanOrEqual(4);
    expect(lesson.minutes).toBeLessThanOrEqual(8);
    const waitsMs = runsOf(lesson).map(({ scenario, server }) =>
      scenario
        ? (scenario.settings.untilMs ?? Infinity) / scenario.settings.speed
        : (server?.untilMs ?? 0),
    );
    expect(waitsMs.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(120_000);
  });

  test('every run that it names is measured', () => {
    const names = runsOf(lesson).map((run) => run.name);
    for (const { run } of measuresOf(lesson)) expect(names).toContain(run);
  });
});
