import type { Page } from '@playwright/test';
import { expect } from './app';

/** A run of a lesson is over by then, ms. */
const RUN_MS = 60_000;

const stepKind = (window: Page): Promise<string | null> =>
  window.locator('.lesson-work').getAttribute('data-kind');

const primary = (window: Page) => window.locator('.lesson-go .btn.primary');

/** Tab goes on until something of this kind, and with these words, has the focus. */
export async function tabTo(window: Page, selector: string, words = ''): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs++) {
    await window.keyboard.press('Tab');
    const focused = window.locator(`${selector}:focus`).filter({ hasText: words });
    if ((await focused.count()) > 0) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}

/** Answers what a step asks, and not as the log will have it: the last option, a number that is too large. */
async function answerWrongly(window: Page): Promise<void> {
  const questions = window.locator('.lesson-question');
  const count = await questions.count();
  for (let i = 0; i < count; i++) {
    const field = questions.nth(i).locator('input').first();
    const isChoice = (await field.getAttribute('type')) === 'radio';
    const name = await field.getAttribute(isChoice ? 'name' : 'id');
    if (isChoice) {
      await tabTo(window, `[name="${name ?? ''}"]`);
      // An arrow up from the first option is the last.
      await window.keyboard.press('ArrowUp');
    } else {
      await tabTo(window, `[id="${name ?? ''}"]`);
      await window.keyboard.type('29');
    }
  }
}

/** Draws a line by keyboard that fills while the link is down. */
async function draw(window: Page): Promise<void> {
  await tabTo(window, '[role="slider"]');
  await expect(primary(window)).toBeDisabled();
  for (let i = 0; i < 12; i++) await window.keyboard.press('ArrowRight');
  for (let i = 0; i < 8; i++) await window.keyboard.press('ArrowUp');
  await window.keyboard.press('End');
  await expect(primary(window)).toBeEnabled();
}

/** Every run of a step, one after another, by Enter. */
async function runAll(window: Page): Promise<void> {
  for (let runs = 0; runs < 4; runs++) {
    const word = await primary(window).innerText();
    if (!word.startsWith('Run')) return;
    await window.keyboard.press('Enter');
    // A server is ended and not paused.
    await expect(primary(window)).toHaveText(/^(Pause|End)/, { timeout: RUN_MS });
    await expect(primary(window)).not.toHaveText(/^(Pause|End)/, { timeout: RUN_MS });
  }
}

/** Goes through the lesson that is open to its end, by keyboard alone, wrong wherever it is asked. */
export async function walkLesson(
  window: Page,
  seen: (step: string) => Promise<void>,
): Promise<void> {
  for (let steps = 0; steps < 12; steps++) {
    const kind = (await stepKind(window)) ?? '';
    const step = await window.locator('.lesson-go [role="status"]').innerText();
    await seen(step);
    if (kind === 'hook') {
      await expect(window.getByRole('timer')).not.toHaveText(/^0 /, { timeout: RUN_MS });
    }
    if (kind === 'predict') {
      if ((await window.getByRole('slider').count()) > 0) await draw(window);
      else await answerWrongly(window);
    }
    if (kind === 'run') await runAll(window);
    if (kind === 'see') await answerWrongly(window);
    // The first Enter skips the learner's own sentence and shows ours.
    if (kind === 'why') await window.keyboard.press('Enter');
    const last = /^Step (\d+) of \1$/.test(step);
    if (last) {
      await tabTo(window, '.lesson-go .btn', 'Finish the lesson');
      await window.keyboard.press('Enter');
      return;
    }
    await window.keyboard.press('Enter');
    await expect(window.locator('.lesson-go [role="status"]')).not.toHaveText(step);
  }
  throw new Error('The lesson has no end');
}
