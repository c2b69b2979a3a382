import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { runsCommand } from '../../../electron/cli/runs';
import { readRunFile } from '../../../electron/runs/run-file';
import { RunLibrary } from '../../../electron/runs/run-library';
import { EXPORT_FORMATS } from '../../../model/runs/export-formats';
import { parseRunLog } from '../../../model/run/migrate';
import { madeLog, madeRun } from '../../model/runs/made-runs';
import { freshFolder } from '../runs/folder';
import { runCommand } from './command';

/** The command as it is carried out, and what it says; in this process, but for the one test of the real one. */
async function runs(...args: string[]) {
  let stdout = '';
  let stderr = '';
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
  onTestFinished(() => {
    out.mockRestore();
    err.mockRestore();
  });
  const code = await runsCommand(args);
  out.mockRestore();
  err.mockRestore();
  return { code, stdout, stderr };
}

const tunnel = madeRun(madeLog(), { name: 'The tunnel', startedMs: 1.7e12 });

async function kept() {
  const folder = freshFolder();
  const library = new RunLibrary(folder);
  const id = await library.add(tunnel);
  return { folder, library, id };
}

describe('runs list', () => {
  it('is a table, the newest first, or JSON', async () => {
    const { folder, library } = await kept();
    await library.add({ ...tunnel, name: 'Newer', startedMs: 1.8e12, brokenOff: true });
    const told = await runs('list', '--runs', folder);
    expect(told.code).toBe(0);
    const [head, first, second] = told.stdout.split('\n');
    expect(head).toMatch(/^id +began +name/);
    expect(first).toMatch(/Newer \(broken off at \d+\.\d s\)/);
    expect(second).toMatch(/The tunnel .* 0\.8 s, 1, 2\.\d s/);
    const json = await runs('list', '--runs', folder, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject([{ name: 'Newer' }, { name: 'The tunnel' }]);
  });

  it('says that nothing is kept, and which file is no run', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'x.bufferrun'), 'text');
    const { code, stdout } = await runs('list', '--runs', folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^No run is kept in .*\nx\.bufferrun is no run/);
  });
});

describe('runs show, export, import and delete', () => {
  it('find a run by its id, its name, or as a file', async () => {
    const { folder, id } = await kept();
    for (const word of [id, 'The tunnel', join(folder, `${id}.bufferrun`)]) {
      const { code, stdout } = await runs('show', word, '--runs', folder);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^The tunnel: ocean\.mp4 \(10 MB\) over dropouts/);
      expect(stdout).toMatch(/streaming +0\.8 s +1 +2\.\d s/);
    }
  });

  it('hand on what was kept, and take it in again', async () => {
    const { folder } = await kept();
    const path = join(freshFolder(), 'out.bufferrun');
    expect(await runs('export', 'The tunnel', '--out', path, '--runs', folder)).toMatchObject({
      code: 0,
    });
    expect(await readRunFile(path)).toEqual(tunnel);
    const again = ['export', 'The tunnel', '--format', 'csv', '--out', path, '--runs', folder];
    const refused = await runs(...again);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(path) as string });
    expect(refused.stderr).toMatch(
      /is there already; choose another name with --out, or replace it/,
    );
    expect(await readRunFile(path)).toEqual(tunnel);
    const other = freshFolder();
    const { code, stdout } = await runs('import', path, '--runs', other, '--json');
    expect(code).toBe(0);
    const { id } = JSON.parse(stdout) as { id: string };
    expect(await new RunLibrary(other).read(id)).toEqual(tunnel);
  });

  it('give JSON and CSV to the output', async () => {
    const { folder, id } = await kept();
    const json = await runs('export', id, '--format', 'json', '--runs', folder);
    expect(parseRunLog(JSON.parse(json.stdout))).toEqual(tunnel.log);
    const csv = await runs('export', id, '--format', 'csv', '--runs', folder);
    expect(csv.stdout).toMatch(/^method,t_s,state/);
  });

  it('write every format, text also to the output', async () => {
    const { folder, id } = await kept();
    const out = freshFolder();
    for (const format of EXPORT_FORMATS) {
      const path = join(out, `run.${format}`);
      const named = ['export', id, '--format', format, '--runs', folder];
      expect(await runs(...named, '--out', path, '--json')).toMatchObject({ code: 0 });
      if (format === 'run' || format === 'png') continue;
      expect((await runs(...named)).stdout.trimEnd()).toBe(readFileSync(path, 'utf8').trimEnd());
    }
    const csv = ['export', id, '--format', 'csv', '--out', join(out, 'run.run'), '--runs', folder];
    expect(await runs(...csv, '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(join(out, 'run.run'), 'utf8')).toMatch(/^method,t_s/);
    const svg = await runs(
      ...['export', id, '--format', 'svg', '--chart', 'memory', '--size', '1280x720'],
      ...['--theme', 'dark', '--runs', folder],
    );
    expect(svg.stdout).toMatch(/^<svg [^>]*width="1280" height="720"/);
    expect(svg.stdout).toContain('#141c20');
  });

  it('remove it for good', async () => {
    const { folder, library } = await kept();
    expect(await runs('delete', 'The tunnel', '--runs', folder)).toMatchObject({ code: 0 });
    expect((await library.list()).runs).toEqual([]);
  });
});

const CSV = ['--format', 'csv'];
const SVG = ['--format', 'svg'];

describe('what cannot be done is said in a sentence', () => {
  let folder: string;
  beforeAll(() => (folder = '/nowhere/runs'));
  it.each([
    [2, /^Kept runs, in plain Node/, []],
    [2, /There is no command "runs other"/, ['other']],
    [2, /runs show needs one run/, ['show']],
    [2, /runs list takes no --out/, ['list', '--out', 'x']],
    [2, /--format takes run, html, .*, svg, not "pdf"/, ['export', 'x', '--format', 'pdf']],
    [2, /A run as png goes to a file/, ['export', 'x', '--format', 'png']],
    [2, /--size is of png and svg; csv takes none/, ['export', 'x', ...CSV, '--size', '9x9']],
    [2, /"9x9" is no size; .* 240 to 7680 px/, ['export', 'x', ...SVG, '--size', '9x9']],
    [2, /"wide" is no size/, ['export', 'x', ...SVG, '--size', 'wide']],
    [2, /--chart takes occupancy, played, memory/, ['export', 'x', ...SVG, '--chart', 'all']],
    [2, /--theme takes light, dark/, ['export', 'x', ...SVG, '--theme', 'grey']],
    [2, /runs list takes no --chart/, ['list', '--chart', 'memory']],
    [2, /name one with --out FILE/, ['export', 'x']],
    [2, /Unknown argument "--other"/, ['list', '--other']],
    [3, /There is no run "x"\./, ['show', 'x']],
    [3, /There is no run "\.\.\/x"\./, ['delete', '../x']],
    [3, /cannot be read \(ENOENT\)/, ['import', '/nowhere/x']],
  ])('%d %s', async (code, sentence, args) => {
    const told = await runs(...args, ...(args.length > 0 ? ['--runs', folder] : []));
    expect(told.code).toBe(code);
    expect(told.stdout + told.stderr).toMatch(sentence);
  });

  it('two runs of one name are named by their ids', async () => {
    const { folder: two, library, id } = await kept();
    const other = await library.add(tunnel);
    const { code, stderr } = await runs('show', 'The tunnel', '--runs', two);
    expect(code).toBe(3);
    expect(stderr).toContain('2 runs are called "The tunnel"');
    for (const each of [id, other]) expect(stderr).toContain(each);
  });
});

it('the real command line lists kept runs of a folder', async () => {
  const { folder } = await kept();
  const { code, stdout } = await runCommand(['runs', 'list', '--runs', folder, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ name: 'The tunnel' }]);
  expect(readFileSync(join(folder, 'index.json'), 'utf8')).toContain('The tunnel');
});
