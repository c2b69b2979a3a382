import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTHING_SEEN } from '../../../../electron/media/inspect/inspection';
import { Inspector } from '../../../../electron/media/inspect/inspector';
import { nodeInspector } from '../../../../electron/media/inspect/node-process';
import { boundToParent } from '../../../../scripts/bound-to-parent.mjs';
import { ensureCliBuild } from '../../../../scripts/setup/build-cli.mjs';
import { eventually } from '../../../eventually';

const ROOT = join(import.meta.dirname, '../../../..');

let dir: string;
let bundle: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bufferscope-inspect-'));
  bundle = join(dirname(await ensureCliBuild(ROOT, () => undefined)), 'inspector.mjs');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** An inspector whose process has a parser with this fault, as the ones that files were found for. */
async function withFault(fault: string): Promise<Inspector> {
  const path = join(dir, `${fault.length}.mjs`);
  const lines = [
    `process.on('message', async ({ path }) => { ${fault} });`,
    `process.on('disconnect', () => process.exit());`,
    `process.send({ type: 'ready' });`,
  ];
  await writeFile(path, lines.join('\n'));
  return new Inspector(() => nodeInspector(path));
}

const ask = (inspector: Inspector, path: string, more: { signal?: AbortSignal } = {}) =>
  inspector.inspect(
    { path, isMedia: true },
    { bytes: 1000, onFraction: () => undefined, signal: new AbortController().signal, ...more },
  );
const NOTHING = { ...NOTHING_SEEN, isMedia: true };
const answer = `process.send({ type: 'done', inspection: { isMedia: true, deliverable: 'seen' } });`;

describe('a parser that a file brings down', () => {
  it.each([
    ['never ends', 'for (;;);'],
    ['waits for ever', 'await new Promise(() => setInterval(() => {}, 1000));'],
    ['fills its heap', 'const all = []; for (;;) all.push({ all: [] });'],
    ['fills memory outside its heap', 'const all = []; for (;;) all.push(Buffer.alloc(1e7, 1));'],
    ['crashes', 'process.abort();'],
    ['ends', 'process.exit(0);'],
  ])('%s: nothing is known of the file, and the next one is looked into', async (_, fault) => {
    const inspector = await withFault(`if (path === 'good') { ${answer} } else { ${fault} }`);
    expect(await ask(inspector, 'bad')).toEqual(NOTHING);
    expect(await ask(inspector, 'good')).toMatchObject({ deliverable: 'seen' });
    inspector.close();
  });

  it('is ended when the opening is cancelled', async () => {
    const inspector = await withFault('for (;;);');
    const abort = new AbortController();
    const asked = ask(inspector, 'bad', { signal: abort.signal });
    abort.abort(new Error('cancelled'));
    await expect(asked).rejects.toThrow('cancelled');
    inspector.close();
  });

  it('that gets on is left alone, however long it takes', async () => {
    const slow = `for (let i = 1; i <= 7; i++) {
      await new Promise((done) => setTimeout(done, 800));
      process.send({ type: 'fraction', fraction: i / 7 });
    } ${answer}`;
    const inspector = await withFault(slow);
    expect(await ask(inspector, 'slow')).toMatchObject({ deliverable: 'seen' });
    inspector.close();
  });

  it('that cannot even be started is an error, not a file that does not play', async () => {
    const inspector = new Inspector(() => nodeInspector(join(dir, 'no-such-bundle.mjs')));
    await expect(ask(inspector, 'any')).rejects.toThrow('did not start');
  });
});

it('asks one file at a time, in one process, and passes on errors of the system', async () => {
  const inspector = new Inspector(() => nodeInspector(bundle));
  const path = join(dir, 'noise.bin');
  await writeFile(path, 'noise');
  const [gone, noise] = await Promise.allSettled([
    ask(inspector, join(dir, 'gone')),
    inspector.inspect(
      { path, isMedia: false },
      { bytes: 5, onFraction: () => undefined, signal: new AbortController().signal },
    ),
  ]);
  expect(gone).toMatchObject({ reason: { code: 'ENOENT', path: join(dir, 'gone') } });
  expect(noise).toMatchObject({ value: { isMedia: false, isProtected: false, deliverable: null } });
  inspector.close();
});

it.runIf(process.platform === 'linux')(
  'ends with its parent, also in an endless loop',
  async () => {
    const pidFile = join(dir, 'pid');
    const path = join(dir, 'loops.mjs');
    await writeFile(
      path,
      `import { writeFileSync } from 'node:fs';
     process.on('message', () => { writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); for (;;); });
     process.send({ type: 'ready' });`,
    );
    const [command, args] = boundToParent(process.execPath, [path], 'KILL');
    const parent = spawn(process.execPath, [
      '-e',
      `const c = require('node:child_process').spawn(${JSON.stringify(command)}, ${JSON.stringify(args)},
       { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
     c.once('message', () => c.send('loop')); setInterval(() => {}, 1000);`,
    ]);
    const pid = await eventually(async () => {
      const written = Number(await readFile(pidFile, 'utf8'));
      expect(written).toBeGreaterThan(0);
      return written;
    });
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const alive = () =>
      readFile(`/proc/${pid}/status`, 'utf8').then(
        (s) => !/^State:\s*Z/m.test(s),
        () => false,
      );
    await eventually(async () => expect(await alive()).toBe(false));
  },
);
