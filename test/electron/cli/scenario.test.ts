import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommand } from './command';

const BUNDLED = resolve(import.meta.dirname, '../../../assets/scenarios/sixty-seconds.yaml');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bufferscope-scenario-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

it('checks a scenario: right in one line, wrong in a line for each mistake, not there in a sentence', async () => {
  const right = await runCommand(['scenario', 'check', BUNDLED]);
  expect(right).toMatchObject({ code: 0, stderr: '' });
  expect(right.stdout).toContain('"The whole story in 60 seconds", 11 steps.');
  const path = file('bad.yaml', 'title: A\nlinks: x\nsteps:\n  - {at: 1s}\n');
  const wrong = await runCommand(['scenario', 'check', path]);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toBe(
    `${path}:2:1: There is no "links" here; did you mean "link"?\n` +
      `${path}:4:5: This step does nothing; add what it does, such as "caption" or "cut".\n`,
  );
  const none = await runCommand(['scenario', 'check', join(folder, 'none.yaml')]);
  expect(none).toMatchObject({ code: 3, stdout: '' });
  expect(none.stderr).toContain('cannot be read (ENOENT)');
});

it('a file may be a folder, too large, or full of control characters', async () => {
  expect((await runCommand(['scenario', 'check', folder])).stderr).toContain('is no file');
  const large = file('large.yaml', '#'.repeat(500_000));
  expect((await runCommand(['scenario', 'check', large])).stderr).toContain('is too large');
  const odd = file('odd.yaml', 'title: A\n"\\e[31m": 1\nsteps: []\n');
  const { code, stderr } = await runCommand(['scenario', 'check', odd]);
  expect(code).toBe(2);
  expect(stderr).not.toContain('\u001b');
});

it('makes a scenario of a run, which checks clean and is never written over a file', async () => {
  const simulated = ['--bitrate', '8Mbit/s', '--duration', '20s', '--link', 'constant:1.3MB/s'];
  const { stdout } = await runCommand(['simulate', ...simulated, '--log']);
  const { runs } = JSON.parse(stdout) as {
    runs: { log: { link: { outages: unknown[] }; marks: unknown[] } }[];
  };
  const log = runs[0]?.log;
  log?.link.outages.push({ fromMs: 2000.5, toMs: 4000, byHand: true });
  log?.marks.push({ tMs: 3000, kind: 'note', text: { en: 'Look here' }, from: 'person' });
  const report = file('report.json', JSON.stringify(log));
  const out = join(folder, 'made.yaml');
  const made = await runCommand(['scenario', 'from-run', report, '--out', out]);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const text = readFileSync(out, 'utf8');
  expect(text).toContain('cut: 1.9995s');
  expect(text).toContain('note: Look here');
  expect(await runCommand(['scenario', 'check', out])).toMatchObject({ code: 0 });
  const again = await runCommand(['scenario', 'from-run', report, '--out', out]);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain('is there already');
  expect((await runCommand(['scenario', 'from-run', '/no/run'])).code).toBe(3);
});

it('says what is wrong with its own words', async () => {
  expect(await runCommand(['scenario', 'chek', 'x'])).toMatchObject({
    code: 2,
    stderr: 'There is no command "scenario chek"; scenario --help lists what there is.\n',
  });
  expect((await runCommand(['scenario', 'check'])).stderr).toBe('scenario check needs one file.\n');
  expect((await runCommand(['scenario', '--help'])).stdout).toContain('scenario from-run RUN');
});
