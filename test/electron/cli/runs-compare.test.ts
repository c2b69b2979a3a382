import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { runsCommand } from '../../../electron/cli/runs';
import { RunLibrary } from '../../../electron/runs/run-library';
import { madeLog, madeRun } from '../../model/runs/made-runs';
import { freshFolder } from '../runs/folder';

/** `runs compare` as it is carried out, and what it says. */
async function compare(...args: string[]) {
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    const spy = vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    });
    onTestFinished(() => spy.mockRestore());
  }
  return { code: await runsCommand(['compare', ...args]), ...said };
}

const LINK = 'dropouts:1.3MB/s@3-6';

async function twoKept() {
  const folder = freshFolder();
  const library = new RunLibrary(folder);
  const deep = madeRun(madeLog(LINK, { prefetchBytes: 5e6 }), { name: 'Deep' });
  const low = madeRun(madeLog(LINK, { prefetchBytes: 2e6 }), { name: 'Low' });
  return { folder, ids: [await library.add(deep), await library.add(low)] as const };
}

it('says what differs first, the figures with B less A, and the settings that differ', async () => {
  const { folder, ids } = await twoKept();
  const { code, stdout } = await compare(
    'Deep',
    join(folder, `${ids[1]}.bufferrun`),
    '--runs',
    folder,
  );
  expect(code).toBe(0);
  const [sentence, figures, settings] = stdout.split('\n\n');
  expect(sentence).toMatch(
    /^Buffering: B starts 5\.3 s earlier and stalls at \d\.\d s, where A .*\. Full buffer and Streaming are the same\.$/,
  );
  expect(figures).toMatch(/^Figure +A +B +B less A$/m);
  expect(figures).toMatch(/^buffering: Startup delay +\d\.\d s +\d\.\d s +−5.3 s$/m);
  expect(figures).toMatch(/^full-buffer: Startup delay .* same$/m);
  expect(settings).toBe('Setting      A     B\nPrefetch  5 MB  2 MB\n');
});

it('the other way round the differences have the other sign', async () => {
  const { folder } = await twoKept();
  const { stdout } = await compare('Low', 'Deep', '--runs', folder);
  expect(stdout).toMatch(/^Buffering: A starts 5\.3 s earlier/);
  expect(stdout).toMatch(/^buffering: Startup delay .* \+5.3 s$/m);
});

it('a run is the same as itself', async () => {
  const { folder } = await twoKept();
  const { stdout } = await compare('Low', 'Low', '--runs', folder);
  expect(stdout).toMatch(/^A and B are the same, within what measuring says \(0\.1 s\)\./);
  expect(stdout).toMatch(/All settings are the same\.\n$/);
});

it('gives all of it as JSON', async () => {
  const { folder, ids } = await twoKept();
  const { code, stdout } = await compare('Deep', 'Low', '--json', '--runs', folder);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'bufferscope.two-runs/1',
    a: { id: ids[0], name: 'Deep' },
    b: { id: ids[1], name: 'Low' },
    verdict: { says: 'differ', method: 'buffering', first: { event: 'starts-earlier', by: 'b' } },
    toleranceMs: 100,
  });
});

it.each([
  [2, /runs compare needs two runs/, ['Deep']],
  [2, /runs compare needs two runs/, ['Deep', 'Low', 'Deep']],
  [2, /runs compare takes no --out/, ['Deep', 'Low', '--out', 'x']],
  [3, /There is no run "Gone"\./, ['Deep', 'Gone']],
])('%d %s', async (code, sentence, args) => {
  const { folder } = await twoKept();
  const told = await compare(...args, '--runs', folder);
  expect(told.code).toBe(code);
  expect(told.stderr).toMatch(sentence);
});
