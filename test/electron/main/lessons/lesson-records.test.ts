import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { LessonRecords } from '../../../../electron/main/lessons/lesson-records';
import { newRecord } from '../../../../model/lesson/record';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bufferscope-records-'));
  path = join(folder, 'lessons.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const first = newRecord('01-buffer', 1000);

it('keeps one record a lesson from start to start, and leaves out what is none', () => {
  const records = new LessonRecords(path);
  records.keep(first);
  records.keep(newRecord('02-stream', 2000));
  records.keep({ ...first, step: 2 });
  const { records: written } = JSON.parse(readFileSync(path, 'utf8')) as { records: unknown[] };
  writeFileSync(path, JSON.stringify({ records: [...written, { schema: 'other' }] }));
  const again = new LessonRecords(path);
  expect(again.all.map(({ lesson, step }) => [lesson, step])).toEqual([
    ['02-stream', 0],
    ['01-buffer', 2],
  ]);
  expect(again.takeUntold()).toBeNull();
});

it('sets a damaged file aside and says so once', () => {
  writeFileSync(path, '{"records": [');
  const records = new LessonRecords(path);
  expect(records.all).toEqual([]);
  expect(records.takeUntold()).toContain(`kept as ${path}.damaged`);
  expect(records.takeUntold()).toBeNull();
  expect(readFileSync(`${path}.damaged`, 'utf8')).toBe('{"records": [');
});

it('says once that nothing can be written, and goes on in memory', () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => complaint.mockRestore());
  const records = new LessonRecords(path);
  mkdirSync(join(path, 'in-the-way'), { recursive: true });
  expect(() => records.keep(first)).toThrow(/cannot be written to .+lessons\.json \(\w+\)/);
  records.keep({ ...first, step: 1 });
  expect(records.all).toMatchObject([{ step: 1 }]);
});
