import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { readResult } from '../../model/lesson/result/read';
import { MAX_RESULT_BYTES } from '../../model/lesson/result/schema';
import { resultText } from '../../model/lesson/result/write';
import { resultWith } from '../model/lesson/result/made-result';
import { expect, freshFolder, test } from './app';
import { seriousFindings } from './axe';
import { openPdf } from './pdf';
import { drop, press, showTheme, THEMES } from './room';

const TEMPLATES = resolve(import.meta.dirname, '../../assets/templates/en');

/** The system's dialogs are answered by the test; all else is the app's. */
const answerDialogs = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);

/** Thirty results of the lesson on the reserve, the eighth cut off, and a file that is none. */
function results(folder: string): string[] {
  const made = Array.from({ length: 30 }, (_, i) => {
    const path = join(folder, `result-${String(i + 1).padStart(2, '0')}.bufferresult`);
    const own = { name: `Learner ${String(i + 1)}`, startedMs: 1000 + i };
    const sentences = { '5': { atMs: 2000, text: `Sentence ${String(i + 1)}.` } };
    const text = resultText(resultWith(i * 3e5, { ...own, sentences }));
    writeFileSync(path, i === 7 ? text.slice(0, text.length / 2) : text);
    return path;
  });
  const photo = join(folder, 'photo.jpg');
  writeFileSync(photo, Buffer.from([255, 216, 255, 224]));
  return [...made, photo];
}

test('a teacher brings lessons, sees a class, prints, and hides what a class need not see', async ({
  start,
}) => {
  test.setTimeout(500_000);
  const folder = freshFolder('own-lessons');
  copyFileSync(join(TEMPLATES, 'lesson.md'), join(folder, 'tunnel.md'));
  copyFileSync(join(TEMPLATES, 'scenario.yaml'), join(folder, 'demo.yaml'));
  const profile = join(folder, 'class.profile.yaml');
  writeFileSync(profile, 'title: Class 9b\nhide: { rooms: [server], controls: [settings] }\n');
  const { app, window } = await start(['--sample-seconds', '10', '--profile', profile]);
  await expect(window.getByRole('button', { name: 'Lessons' })).toBeVisible();

  await test.step('what the profile names is hidden until everything is asked for', async () => {
    const server = window.getByRole('button', { name: 'Server', exact: true });
    const settings = window.getByRole('button', { name: /^Settings/ });
    await expect(server).toHaveCount(0);
    await expect(settings).toHaveCount(0);
    await press(window, 'Control+2', 's');
    await expect(window.getByRole('heading', { name: 'Compare', level: 1 })).toBeVisible();
    await expect(window.getByRole('button', { name: /Class 9b/ })).toHaveAttribute(
      'title',
      'Hidden for Class 9b: Server, settings.',
    );
    await window.getByRole('button', { name: /Class 9b/ }).click();
    await expect(server).toBeVisible();
    await expect(settings).toBeVisible();
  });

  await test.step('a folder is chosen, and an edited file is read again at once', async () => {
    await press(window, 'Control+4');
    await answerDialogs(app, folder);
    await window.getByRole('button', { name: 'Choose a folder…' }).click();
    const item = window.getByRole('button', { name: /A lesson of my own/ });
    await expect(item.first()).toBeVisible();
    await expect(window.getByRole('button', { name: /A scenario of my own/ })).toBeVisible();
    const text = readFileSync(join(folder, 'tunnel.md'), 'utf8');
    writeFileSync(join(folder, 'tunnel.md'), text.replace('minutes: 5', 'minutes: ten'));
    await expect(window.getByText('tunnel.md cannot be read')).toBeVisible();
    await expect(window.getByText(/Line 5.*takes a whole number, not "ten"/)).toBeVisible();
    const mended = text.replace('A lesson of my own', 'The tunnel');
    writeFileSync(join(folder, 'tunnel.md'), mended.replace('media: sample', 'media: sample:10'));
    await expect(window.getByRole('button', { name: /^The tunnel/ })).toBeVisible();
    await window.getByRole('button', { name: 'New lesson' }).click();
    await expect(window.getByRole('button', { name: /^A lesson of my own/ })).toBeVisible();
    expect(readFileSync(join(folder, 'new-lesson.md'), 'utf8')).toContain('step: hook');
  });

  const packed = join(folder, 'tunnel.bufferlesson');
  await test.step('a lesson is saved with its media, and opened by dropping it', async () => {
    await answerDialogs(app, packed);
    await window.getByRole('button', { name: 'Save with its media… The tunnel' }).click();
    await expect(window.getByText(`The lesson and its media are in ${packed}.`)).toBeVisible();
    await drop(window, packed);
    await expect(window.getByText('Own lesson: The tunnel')).toBeVisible();
    await expect(window.getByText('Step 1 of 6')).toBeVisible();
    // A line that is committed stands in the learner's own handout.
    await window.getByRole('button', { name: 'Draw how much buffering holds.' }).click();
    await window.getByRole('slider').focus();
    await press(window, 'ArrowRight', 'ArrowUp', 'End', 'Enter');
    await expect(window.getByText('Step 4 of 6')).toBeVisible();
  });

  const handedIn = join(folder, 'mine.bufferresult');
  await test.step('a learner saves a result at the end', async () => {
    await window.getByRole('button', { name: 'Try it', exact: true }).click();
    await answerDialogs(app, handedIn);
    await window.getByRole('button', { name: 'Save my result…' }).click();
    await window.getByLabel('Your name, or nothing').fill('Mina');
    await press(window, 'Enter');
    await expect(window.getByText(`Your result is in ${handedIn}.`)).toBeVisible();
    const text = readFileSync(handedIn, 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThan(MAX_RESULT_BYTES);
    expect(readResult(text)).toMatchObject({
      ...{ ok: true, result: { lesson: 'own/tunnel', title: 'The tunnel', name: 'Mina' } },
    });
    await press(window, 'Escape');
  });

  await test.step('thirty results: every line but that of the broken one', async () => {
    await press(window, 'k');
    await expect(window.getByText('No results are here yet.')).toBeVisible();
    await drop(window, ...results(folder), handedIn);
    await expect(window.locator('.class-line')).toHaveCount(29);
    await expect(window.getByText('29 of 32 files read')).toBeVisible();
    const notRead = window.locator('.class-not-read li');
    await expect(notRead).toHaveText([
      /^mine belongs to the lesson The tunnel$/,
      /^photo\.jpg is not a result of a lesson$/,
      /^result-08 ends in the middle/,
    ]);
    await expect(window.getByRole('status').filter({ hasText: 'Measured' })).toHaveText(
      'Measured, 3.7 MB are left when the link is back. Of 29 lines, 2 run empty before that, 1 stay above 8.6 MB.',
    );
    await press(window, 'ArrowDown', 'ArrowDown');
    const chosen = window.locator('.class-sentences [aria-current]');
    await expect(chosen).toContainText('Sentence 2.');
    await expect(window.getByText('Learner 2', { exact: true })).toHaveCount(0);
    await press(window, 'n');
    await expect(chosen).toContainText('Learner 2');
    await press(window, 'ArrowRight');
    await expect(window.locator('.class-options li').nth(2)).toContainText('29');
    for (const theme of THEMES) {
      await showTheme(window, theme);
      expect({ theme, found: await seriousFindings(window) }).toEqual({ theme, found: [] });
    }
    await press(window, 'Escape');
  });

  await test.step('handouts are PDFs with text and vectors', async () => {
    const asked = window.getByRole('dialog');
    const kinds = [
      { kind: 'Blank', lesson: 'Start later or stall', paper: 'A4', size: [595, 842] },
      { kind: 'Filled in', lesson: 'The tunnel', paper: 'A4', size: [595, 842] },
      { kind: "Teacher's key", lesson: 'The tunnel', paper: 'Letter', size: [612, 792] },
    ];
    for (const { kind, lesson, paper, size } of kinds) {
      const path = join(folder, `${kind}.pdf`);
      await answerDialogs(app, path);
      await press(window, 'Control+p');
      await asked.locator('select').selectOption({ label: lesson });
      await asked.getByText(kind, { exact: true }).click();
      await asked.getByText(paper, { exact: true }).click();
      await asked.getByRole('button', { name: 'Save PDF…' }).click();
      await expect(window.getByText(`The handout is in ${path}.`)).toBeVisible({
        timeout: 180_000,
      });
      const pdf = await openPdf(path);
      // Chromium rounds the sides of a page up.
      const off = pdf.size.map((side, i) => side - (size[i] ?? 0));
      expect(off.every((points) => Math.abs(points) <= 1)).toBe(true);
      expect(pdf.images).toBe(0);
      expect(pdf.paths).toBeGreaterThan(5);
      for (const words of [lesson, 'Which player stalls while the link is down?']) {
        expect(pdf.text).toContain(words);
      }
      // What is to be found out does not stand on a blank one, the learner's line on the learner's own alone.
      const told = {
        'than 2 MB': false,
        'your line': kind === 'Filled in',
        'Neither as measured': kind === "Teacher's key",
        'foreseen by the model': kind === "Teacher's key",
      };
      for (const [words, is] of Object.entries(told)) {
        expect({ kind, words, is: pdf.text.includes(words) }).toEqual({ kind, words, is });
      }
    }
  });

  await test.step('figures of several runs say of which run they are', async () => {
    const path = join(folder, 'several.pdf');
    await answerDialogs(app, path);
    await press(window, 'Control+p');
    const asked = window.getByRole('dialog');
    await asked.locator('select').selectOption({ label: 'Chunk size' });
    await asked.getByText('Blank', { exact: true }).click();
    await asked.getByRole('button', { name: 'Save PDF…' }).click();
    await expect(window.getByText(`The handout is in ${path}.`)).toBeVisible({ timeout: 60_000 });
    const { text } = await openPdf(path);
    for (const run of ['100 kB', '1 MB', '10 MB']) {
      expect(text).toMatch(new RegExp(`Startup delay, Streaming\\s+${run}`));
    }
  });

  await test.step('the key of a lesson over HTTP is made from runs of its own', async () => {
    const path = join(folder, 'key.pdf');
    await answerDialogs(app, path);
    await press(window, 'Control+p');
    const asked = window.getByRole('dialog');
    const lesson = 'A picture that replaces itself';
    await asked.locator('select').selectOption({ label: lesson });
    await asked.getByText("Teacher's key", { exact: true }).click();
    await asked.getByRole('button', { name: 'Save PDF…' }).click();
    await expect(asked.getByText(/^Run 1 of \d is being made on a server…$/)).toBeVisible();
    await expect(window.getByText(`The handout is in ${path}.`)).toBeVisible({ timeout: 180_000 });
    const { text } = await openPdf(path);
    expect(text).toContain('as measured');
    expect(text).toMatch(/measured \d/);
    expect(text).not.toContain('foreseen by the model');
  });
});

test('a double click reaches the window that is there, and what is none is said', async ({
  start,
}) => {
  const { app, window } = await start(['--sample-seconds', '10']);
  await expect(window.getByRole('button', { name: 'Lessons' })).toBeVisible();
  const file = join(freshFolder('sent'), 'none.bufferlesson');
  writeFileSync(file, 'Hello');
  // As the second start of a double click tells it.
  await app.evaluate(
    ({ app: main }, path) =>
      main.emit('second-instance', {}, ['bufferscope', '--', path], '/', undefined),
    file,
  );
  await expect(
    window.getByText(`${file} is no lesson with its media.`, { exact: false }),
  ).toBeVisible();
  await expect(window.getByRole('heading', { name: 'Lessons', level: 1 })).toBeVisible();
});
