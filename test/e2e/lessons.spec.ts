import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { figureOf, isSo, runsOf } from '../../model/lesson/figures';
import { dimensionOf, formatMeasure, isAbout, parseValue } from '../../model/lesson/measure';
import type { LessonRecord } from '../../model/lesson/record';
import { LESSON_ROOMS, type LessonRoom } from '../../model/lesson/schema';
import { LESSON_NAMES, lessonOf, lessonText } from '../model/lesson/files';
import { expect, freshFolder, test } from './app';
import { seriousFindings } from './axe';
import { tabTo, walkLesson } from './lesson-walk';
import { press, roomReady, showTheme } from './room';

/** What the app has kept of the learner. */
function recordsIn(userData: string): LessonRecord[] {
  const text = readFileSync(join(userData, 'lessons.json'), 'utf8');
  return (JSON.parse(text) as { records: LessonRecord[] }).records;
}

/** Looks at a step in both themes; the second changes the colours alone, so the rules about them are enough there. */
async function look(window: Page, step: string): Promise<void> {
  for (const [theme, rules] of [
    ['light', undefined],
    ['dark', ['color-contrast']],
  ] as const) {
    await showTheme(window, theme);
    const found = await seriousFindings(window, undefined, rules);
    expect({ step, theme, found }).toEqual({ step, theme, found: [] });
  }
  await showTheme(window, 'light');
}

/** What was claimed of the runs of a lesson holds of what was kept of them, and was predicted before them. */
function checkKept(name: string, userData: string): void {
  const record = recordsIn(userData).find(({ lesson }) => lesson === name);
  if (!record) throw new Error(`nothing is kept of ${name}`);
  const lesson = lessonOf(lessonText(name));
  for (const { claims } of runsOf(lesson)) {
    for (const claim of claims) {
      const said = {
        name,
        claim: formatMeasure(claim.left),
        found: figureOf(record, claim.left),
      };
      expect({ ...said, holds: isSo(record, claim) }).toEqual({ ...said, holds: true });
    }
  }
  const steps = lesson.room === 'server' ? lesson.steps : [];
  for (const { text, ...step } of steps) {
    // Of lanes the model says the same, so it is asserted without a window.
    for (const block of text) {
      if (block.kind !== 'paragraph') continue;
      for (const inline of block.inlines) {
        if (inline.kind !== 'figure') continue;
        const found = figureOf(record, inline.measure) ?? null;
        const usual = parseValue(inline.usual.replace(' ', ''), dimensionOf(inline.measure)) ?? NaN;
        const said = { name, figure: formatMeasure(inline.measure), usual: inline.usual, found };
        // A busy computer is later and never sooner.
        const about =
          isAbout(inline.measure, found ?? NaN, usual) ||
          (found !== null && found > usual && found < 2 * usual + 2000);
        expect({ ...said, about }).toEqual({ ...said, about: true });
      }
    }
    for (const question of 'questions' in step ? step.questions : []) {
      if (question.kind !== 'choose') continue;
      const so = question.options.filter(({ check }) => check && isSo(record, check) === true);
      expect({ asked: question.ask, so: so.length }).toEqual({ asked: question.ask, so: 1 });
    }
  }
  for (const made of Object.values(record.predictions)) {
    const firstMs = Math.min(
      ...runsOf(lesson)
        .filter(({ claims }) => claims.length > 0)
        .map((run) => record.ran[run.name]?.atMs ?? Infinity),
    );
    expect(made.atMs).toBeLessThan(firstMs);
  }
}

/** The lessons of a room, with their places on the path from 0. */
const lessonsOf = (room: LessonRoom): { name: string; i: number }[] =>
  LESSON_NAMES.map((name, i) => ({ name, i })).filter(
    ({ name }) => lessonOf(lessonText(name)).room === room,
  );

for (const room of LESSON_ROOMS) {
  test(`every lesson of the ${room} room is gone through by keyboard alone, wrong everywhere, and its claims hold`, async ({
    start,
  }) => {
    test.setTimeout(1_200_000);
    // Of the film that is open, lessons use nothing.
    const { app, window } = await start(['--sample-seconds', '10']);
    const userData = await app.evaluate(({ app: main }) => main.getPath('userData'));
    await roomReady(window);
    await press(window, 'Control+4');
    await expect(window.getByRole('heading', { name: 'Lessons', level: 1 })).toBeVisible();
    await look(window, 'path');
    for (const { name, i } of lessonsOf(room)) {
      await test.step(name, async () => {
        await tabTo(window, '.lesson-open', lessonOf(lessonText(name)).title);
        await press(window, 'Enter');
        await expect(window.getByText(`Lesson ${i + 1} of ${LESSON_NAMES.length}`)).toBeVisible();
        if (i === 0) {
          // Left and come back to, a lesson stands where it was.
          await press(window, 'PageDown', 'Escape', 'Enter');
          await expect(window.getByText('Step 2 of')).toBeVisible();
          await press(window, 'PageUp');
        }
        await walkLesson(window, (step) => look(window, `${name}: ${step}`));
        await expect(window.locator('.lesson-path li').nth(i)).toHaveAttribute('data-is', 'done');
        checkKept(name, userData);
      });
    }
    // The last page has every prediction beside what was measured.
    await tabTo(window, '.lesson-aside .btn');
    await press(window, 'Enter');
    await expect(window.getByRole('heading', { name: /Buffers are space/ })).toBeVisible();
    await expect(window.locator('.lesson-predictions')).toHaveCount(lessonsOf(room).length);
  });
}

test('a line is drawn and a lesson tried by mouse, and Compare is as it was', async ({ start }) => {
  test.setTimeout(180_000);
  const { window } = await start(['--sample-seconds', '10', '--prefetch', '3MB']);
  await roomReady(window);
  await window.getByRole('button', { name: 'Lessons' }).click();
  await window.getByRole('button', { name: /Start later or stall/ }).click();
  await window.getByRole('button', { name: 'Draw the reserve', exact: true }).click();
  const board = window.getByRole('slider');
  const box = await board.boundingBox();
  if (!box) throw new Error('no board');
  const point = (x: number, y: number): [number, number] => [
    box.x + box.width * x,
    box.y + box.height * y,
  ];
  await window.mouse.move(...point(0.2, 0.5));
  await window.mouse.down();
  for (const [x, y] of [
    [0.4, 0.9],
    [0.6, 0.6],
    [0.86, 0.5],
  ] as const) {
    await window.mouse.move(...point(x, y), { steps: 8 });
  }
  await window.mouse.up();
  await window.getByRole('button', { name: 'Lock in and go on' }).click();
  // What is committed is not changed any more.
  await window.getByRole('button', { name: 'Draw the reserve', exact: true }).click();
  const committed = await board.getAttribute('aria-valuetext');
  await board.press('ArrowUp');
  await expect(board).toHaveAttribute('aria-valuetext', committed ?? '');
  // Nothing runs before all of it is predicted.
  await window.getByRole('button', { name: 'Try your own reserve', exact: true }).click();
  await window.getByRole('button', { name: 'Predict first' }).click();
  await window.getByText('Neither').click();
  await window.getByRole('button', { name: 'Lock in and go on' }).click();
  await window.getByRole('button', { name: 'Try your own reserve', exact: true }).click();
  await window.getByText('6 MB', { exact: true }).click();
  await window.locator('.lesson-go .btn.primary').click();
  await expect(window.getByText('Goal reached. The log says so.')).toBeVisible({ timeout: 60_000 });
  await window.getByRole('button', { name: 'Leave lesson' }).click();
  await window.getByRole('button', { name: 'Compare' }).click();
  await roomReady(window);
  await expect(window.locator('.lane').filter({ hasText: 'Buffering' })).toContainText('3 MB');
});

test('while the film of a lesson is made its own lanes wait for it, how far it is is told, and it can be stopped', async ({
  start,
}) => {
  const { window } = await start(['--sample-seconds', '10'], {
    BUFFERSCOPE_CACHE_DIR: freshFolder('cache'),
  });
  await roomReady(window);
  await press(window, 'Control+4');
  await window.locator('.lesson-open').nth(3).click();
  await expect(window.getByText('Opening ocean.mp4.').first()).toBeVisible();
  await expect(window.getByRole('article', { name: 'Full buffer' })).toHaveCount(0);
  await expect(window.getByRole('article', { name: 'Buffering' })).toBeVisible();
  await expect(window.getByRole('article', { name: 'Streaming' })).toBeVisible();
  const making = window.getByRole('region', { name: 'Making the sample, ocean.mp4' });
  await making.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByRole('alert')).toContainText('ocean.mp4');
  await expect(making).toHaveCount(0);
});
