import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LessonFiles } from '../../../electron/main/lessons/lesson-files';
import { OwnLessons } from '../../../electron/main/lessons/own-lessons';
import { PackedLessons } from '../../../electron/main/lessons/packed-lessons';
import { noCurves } from '../../model/lesson/files';
import { eventually } from '../../eventually';

const TEMPLATES = resolve(import.meta.dirname, '../../../assets/templates/en');

let folder: string;
let store: string;
let chosen: string | null;
let changes: number;
let own: OwnLessons;
let packed: PackedLessons;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-'));
  store = mkdtempSync(join(tmpdir(), 'store-'));
  chosen = folder;
  changes = 0;
  const names = (): void => undefined;
  const files = new LessonFiles({ curveOf: noCurves, names });
  packed = new PackedLessons({ files, curveOf: noCurves, store, progress: () => undefined });
  own = new OwnLessons({
    ...{ files, packed, curveOf: noCurves, names },
    folder: () => chosen,
    changed: () => (changes += 1),
  });
});
afterEach(() => {
  own.close();
  for (const each of [folder, store]) rmSync(each, { recursive: true, force: true });
});

test('New writes a template that is read, under a name that is free', async () => {
  expect(await own.write('lesson', 'en')).toBe('new-lesson.md');
  writeFileSync(join(folder, 'new-lesson.md'), 'mine');
  expect(await own.write('lesson', 'en')).toBe('new-lesson-2.md');
  expect(await own.write('scenario', 'ko')).toBe('new-scenario.yaml');
  expect(readFileSync(join(folder, 'new-lesson.md'), 'utf8')).toBe('mine');
  const { lessons, scenarios } = own.list('en');
  expect(lessons.map(({ id, ok }) => [id, ok])).toEqual([
    ['own/new-lesson-2', true],
    ['own/new-lesson', false],
  ]);
  expect(scenarios).toMatchObject([{ file: 'new-scenario.yaml', ok: true }]);
});

test('a mistake is told with its line, and an edited file at once', async () => {
  copyFileSync(join(TEMPLATES, 'lesson.md'), join(folder, 'a.md'));
  writeFileSync(join(folder, 'README.md'), '# Notes');
  writeFileSync(join(folder, 'class.profile.yaml'), 'title: A\nhide: {}\n');
  expect(own.list('en')).toMatchObject({ problem: null, lessons: [{ ok: true }], scenarios: [] });
  const text = readFileSync(join(folder, 'a.md'), 'utf8');
  writeFileSync(join(folder, 'a.md'), text.replace('minutes: 5', 'minutes: ten'));
  await eventually(() => expect(changes).toBeGreaterThan(0));
  expect(own.list('en').lessons).toMatchObject([
    {
      ok: false,
      problems: [{ line: 5, sentence: '"minutes" takes a whole number, not "ten".' }],
    },
  ]);
});

test('other files take no room of lessons; what is too much is said, and not read', () => {
  for (let i = 0; i < 250; i += 1) writeFileSync(join(folder, `a-${String(i)}.jpg`), '');
  for (let i = 0; i < 203; i += 1) {
    writeFileSync(join(folder, `z-${String(i).padStart(3, '0')}.yaml`), '');
  }
  const { scenarios, problem } = own.list('en');
  expect(scenarios).toHaveLength(200);
  expect(scenarios.at(-1)?.file).toBe('z-199.yaml');
  expect(problem).toMatch(/holds more than 200 .+; the last 3 by name are not read/);
});

test('a folder that is gone is said, and lessons that were opened stay', async () => {
  copyFileSync(join(TEMPLATES, 'lesson.md'), join(folder, 'a.md'));
  own.list('en');
  const found = own.fileOf('own/a');
  if (!found) throw new Error('the lesson is in the folder');
  const to = join(store, '..', `${folder.replace(/^.*own-/, '')}.bufferlesson`);
  expect(await packed.write(found, to)).toBe(to);
  expect(await packed.open(to)).toBe('own/a');
  rmSync(to);
  // The folder's own file stands for what was opened of it.
  expect(own.list('en').lessons).toMatchObject([{ id: 'own/a', from: 'folder' }]);
  rmSync(folder, { recursive: true });
  const gone = own.list('en');
  expect(gone.problem).toContain('ENOENT');
  expect(gone.lessons).toMatchObject([{ id: 'own/a', from: 'packed', ok: true }]);
  chosen = null;
  expect(own.list('en')).toMatchObject({ folder: null, problem: null });
  await expect(own.write('lesson', 'en')).rejects.toThrow(/Choose a folder/);
  await packed.remove('own/a');
  expect(own.list('en').lessons).toEqual([]);
});

test.each(['own/../a', 'own/..', 'a', 'own/', 'own/a/b'])('%s names no file', (id) => {
  copyFileSync(join(TEMPLATES, 'lesson.md'), join(folder, 'a.md'));
  expect(own.fileOf(id)).toBeNull();
});
