import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  checkReportFolder,
  writeReport,
  type ReportFiles,
} from '../../../../electron/main/headless/write-report';

const FILES = { log: { a: 1 }, html: '<p>', picture: Buffer.from('png') } as unknown as ReportFiles;
const NAMES = ['compare.png', 'report.html', 'report.json'];

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'report-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

/** The code of the error that a promise ends with; undefined when it does not. */
const codeOf = (promise: Promise<unknown>): Promise<string | undefined> =>
  promise.then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code,
  );

test('a report is written into a folder that was not there, and over an older one', async () => {
  const out = join(folder(), 'a', 'b');
  for (let times = 0; times < 2; times += 1) {
    await checkReportFolder(out);
    expect(await writeReport(out, FILES)).toHaveLength(3);
    expect(readdirSync(out).sort()).toEqual(NAMES);
  }
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toBe('<p>');
});

test('looking at a folder makes nothing', async () => {
  const base = folder();
  await checkReportFolder(join(base, 'a', 'b'));
  expect(readdirSync(base)).toEqual([]);
});

test.each(NAMES)('a folder called %s is left, and nothing besides it', async (name) => {
  const out = folder();
  mkdirSync(join(out, name));
  expect(await codeOf(checkReportFolder(out))).toBe('EISDIR');
  expect(await codeOf(writeReport(out, FILES))).toBe('EISDIR');
  expect(readdirSync(out)).toEqual([name]);
});

test.skipIf(process.platform === 'win32').each(['report.json', `report.json.${process.pid}.part`])(
  'a pipe called %s keeps nobody waiting',
  async (name) => {
    const out = folder();
    execFileSync('mkfifo', [join(out, name)]);
    expect(await codeOf(writeReport(out, FILES))).toBe('EEXIST');
    expect(readdirSync(out)).toEqual([name]);
  },
);

test('a file where the folder should be, or within its path, is said', async () => {
  const path = join(folder(), 'file');
  writeFileSync(path, '');
  for (const out of [path, join(path, 'a')]) {
    expect(await codeOf(checkReportFolder(out))).toMatch(/^(ENOTDIR|EEXIST)$/);
    expect(await codeOf(writeReport(out, FILES))).toMatch(/^(ENOTDIR|EEXIST)$/);
  }
});
