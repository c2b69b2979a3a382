import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand, startCommand } from './command';

const ROOT = join(import.meta.dirname, '../../..');

/** "nobody", as whom root runs what is not to write; anybody else is kept out by the folder's mode. */
const PLAIN = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Packages are what they are; all else of a checkout that the command line is made from is copied. */
const PARTS = 'assets electron model renderer scripts package-lock.json package.json tsconfig.json'.split(
  ' ',
);

const RUN = 'simulate --bitrate 1MB/s --duration 10s --link constant:2MB/s --json'.split(' ');

describe.skipIf(process.platform === 'win32')('a checkout that this user cannot write', () => {
  let folder: string;
  let checkout: string;
  let home: string;
  let temp: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bufferscope-places-'));
    chmodSync(folder, 0o755);
    checkout = join(folder, 'checkout');
    mkdirSync(checkout);
    for (const part of PARTS) cpSync(join(ROOT, part), join(checkout, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
    chmodSync(checkout, 0o555);
  });
  beforeEach(() => {
    [home, temp] = ['home', 'temp'].map((name) => {
      const own = mkdtempSync(join(folder, `${name}-`));
      if (PLAIN.uid !== undefined) chownSync(own, PLAIN.uid, PLAIN.gid);
      return own;
    }) as [string, string];
  });
  afterAll(() => {
    chmodSync(checkout, 0o755);
    rmSync(folder, { recursive: true, force: true });
  });

  const environment = () => ({
    HOME: home,
    TMPDIR: temp,
    BUFFERSCOPE_CACHE: '',
    BUFFERSCOPE_USER_DATA: '',
    XDG_CACHE_HOME: '',
    XDG_CONFIG_HOME: '',
  });
  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    runCommand(args, { ...environment(), ...env }, { ...PLAIN, root: checkout });

  it('builds in the cache of this user, once, and finds from there what lies in the checkout', async () => {
    const first = await run(RUN);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({ runs: [{ seed: 1 }] });
    const builds = join(home, '.cache', 'bufferscope', 'cli');
    const [built] = readdirSync(builds);
    const report = await run(['media-report', join(ROOT, 'assets', 'sample')]);
    expect(report).toMatchObject({ code: 0, stderr: '' });
    expect(report.stdout).toMatch(/^ffmpeg /);
    expect(readdirSync(builds)).toEqual([built]);
    expect(readdirSync(temp)).toEqual([]);
  });

  it('builds for this once where no cache can be written either', async () => {
    const gone = join(folder, 'gone');
    expect(await run(RUN, { HOME: gone })).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(temp)).toEqual([]);
    expect(existsSync(gone)).toBe(false);
  });

  it('says in one sentence that there is nowhere to build', async () => {
    const gone = join(folder, 'gone');
    const { code, stdout, stderr } = await run(RUN, { HOME: gone, TMPDIR: gone });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Build: there is no folder to build .*\n$/);
  });

  it('says in one sentence whose turn it is when packages are missing', async () => {
    chmodSync(checkout, 0o755);
    rmSync(join(checkout, 'node_modules'));
    mkdirSync(join(checkout, 'node_modules'), { mode: 0o555 });
    chmodSync(checkout, 0o555);
    try {
      const { code, stdout, stderr } = await run(RUN);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^Dependencies: .*node_modules.*npm ci.*\n$/);
    } finally {
      chmodSync(checkout, 0o755);
      rmSync(join(checkout, 'node_modules'), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
      chmodSync(checkout, 0o555);
    }
  });
});

it('ends without a word when nobody reads on', async () => {
  const child = startCommand([...RUN, '--seeds', '1-3000']);
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout?.once('data', () => child.stdout?.destroy());
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, stderr: stderr.replace('Build: the command line.\n', '') }).toEqual({
    code: 141,
    stderr: '',
  });
});
