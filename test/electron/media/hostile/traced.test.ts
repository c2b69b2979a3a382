import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFfmpeg, type Ffmpeg } from '../../../../electron/media/ffmpeg';
import { Inspector } from '../../../../electron/media/inspect/inspector';
import { nodeInspector } from '../../../../electron/media/inspect/node-process';
import { MediaError } from '../../../../electron/media/media-error';
import { openSample } from '../../../../electron/media/sample/sample';
import { FfmpegSource, fileInput, testInput } from '../../../../electron/server/feed/ffmpeg-source';
import { Bench, H264_AAC, picture, tone } from '../made';
import { HOSTILE, writeHostile } from './inputs';

const STRACE = '/usr/bin/strace';

/** Why system calls cannot be traced here; empty when they can. */
function untraceable(): string {
  if (process.platform !== 'linux') return 'strace is there on Linux only';
  if (!existsSync(STRACE) && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    spawnSync('apt-get', ['-q', 'install', '-y', '--no-install-recommends', 'strace']);
  }
  if (!existsSync(STRACE)) return 'strace is not installed, and only root can install it';
  const tried = spawnSync(STRACE, ['-f', '-o', '/dev/null', 'true']);
  return tried.status === 0 ? '' : 'this system does not allow ptrace';
}

const reason = untraceable();
if (reason !== '') process.stdout.write(`Not traced: ${reason}.\n`);

/** Where a program's own code, its settings and what the system tells of itself lie. */
const SYSTEM = /^\/(usr|lib|lib64|bin|opt|etc|proc|sys|dev)\//;

describe.skipIf(reason !== '')('what is read and reached, by the system calls', () => {
  let bench: Bench;
  let logs: string;
  let ffmpeg: Ffmpeg;
  let node: string;
  let paths: Map<string, string>;
  beforeAll(async () => {
    bench = await Bench.open();
    paths = await writeHostile(bench);
    logs = join(bench.dir, 'logs');
    await mkdir(logs);
    const found = await findFfmpeg();
    ffmpeg = { ...found, path: await tracing('traced-ffmpeg', found.path) };
    node = await tracing('traced-node', process.execPath);
  }, 120_000);
  afterAll(() => bench.close());

  /** A program that runs another one under strace, with a log of its own each time. */
  async function tracing(name: string, program: string): Promise<string> {
    const path = join(bench.dir, name);
    const calls = 'open,openat,openat2,creat,connect,sendto,sendmsg';
    const strace = `exec ${STRACE} -D -f -qq -e trace=${calls} -s 4096 -o "${logs}/$$.log" "${program}" "$@"`;
    await writeFile(path, `#!/bin/sh\n${strace}\n`);
    await chmod(path, 0o755);
    return path;
  }

  /** Every file opened and every address reached in the logs so far, which are then gone. */
  async function calls(): Promise<{ runs: number; opened: string[]; reached: string[] }> {
    const opened = new Set<string>();
    const reached: string[] = [];
    const names = await readdir(logs);
    for (const name of names) {
      for (const line of (await readFile(join(logs, name), 'latin1')).split('\n')) {
        const path =
          /\b(?:open|openat|openat2|creat)\((?:AT_FDCWD, |\d+, )?"((?:[^"\\]|\\.)*)"/.exec(line);
        if (path) opened.add(path[1] ?? '');
        if (/\b(?:connect|sendto|sendmsg)\(.*AF_INET|\bconnect\(/.test(line)) reached.push(line);
      }
      execFileSync('rm', [join(logs, name)]);
    }
    return { runs: names.length, opened: [...opened], reached };
  }

  /** Fails when a file was opened that is neither named here nor the system's own, or an address was reached. */
  async function expectOnly(allowed: readonly string[]): Promise<void> {
    const { runs, opened, reached } = await calls();
    expect(runs).toBeGreaterThan(0);
    expect(reached).toEqual([]);
    const own = [dirname(process.execPath), join(import.meta.dirname, '../../../..'), '/root/.nvm'];
    const others = opened
      .map((path) => path.replace(/^file:/, ''))
      .filter((path) => !SYSTEM.test(path) && !allowed.some((each) => path.startsWith(each)))
      .filter((path) => !own.some((each) => path.startsWith(each)) && path !== '.');
    expect(others).toEqual([]);
  }

  const signal = () => new AbortController().signal;
  const opening = (path: string, inspector = bench.inspector) =>
    bench
      .open(path, { ffmpeg: () => Promise.resolve(ffmpeg), inspector })
      .catch((error: unknown) => {
        if (!(error instanceof MediaError)) throw error;
      });

  it.each(HOSTILE.filter(({ comes }) => comes !== 'text' && comes !== 'bytes'))(
    'ffmpeg opens $name alone',
    async ({ name }) => {
      const path = paths.get(name) ?? '';
      await opening(path);
      const ran = (await readdir(logs)).length > 0;
      // A playlist that is text to the eye is refused before ffmpeg is asked, a film that plays as it is, not at all.
      if (ran) await expectOnly([path, bench.cache.dir]);
    },
  );

  it('the inspector opens the file that it was asked about alone', async () => {
    const inspector = new Inspector(() => nodeInspector(bench.bundle, node));
    for (const name of ['playlist-odd.mp4', 'reference.mov', 'fragmented.mp4', 'junk-8.webm']) {
      const options = { bytes: 1000, onFraction: () => undefined, signal: signal() };
      await inspector.inspect({ path: paths.get(name) ?? '', isMedia: false }, options);
    }
    inspector.close();
    await expectOnly(
      ['playlist-odd.mp4', 'reference.mov', 'fragmented.mp4', 'junk-8.webm'].map(
        (name) => paths.get(name) ?? '',
      ),
    );
  });

  it('honest films are inspected and prepared from themselves', async () => {
    const path = await bench.make('honest.avi', ...picture(2), ...tone(2), '-c:v', 'mpeg4');
    await opening(path);
    await expectOnly([path, bench.cache.dir]);
  });

  /** Runs the feed's pictures until the first one, or the end. */
  const feed = async (input: string[]): Promise<number> => {
    const source = new FfmpegSource(ffmpeg.path, input);
    let frames = 0;
    await new Promise<void>((resolve) => {
      source.start({
        frame: () => {
          frames += 1;
          resolve();
        },
        ended: () => resolve(),
      });
    });
    await source.stop();
    return frames;
  };

  it.each(HOSTILE.slice(0, 10))(
    'the feed shows nothing of another file for $name',
    async ({ name }) => {
      const path = paths.get(name) ?? '';
      expect(await feed(fileInput(path))).toBe(0);
      await expectOnly([path]);
    },
  );

  it('the feed does not take a name for a pattern of numbered pictures', async () => {
    for (const name of ['shot%d.jpg', 'shot1.jpg', 'shot2.jpg']) {
      await bench.make(
        `still-${name.replace('%', '')}`,
        ...picture(1, 's=64x64:r=1'),
        '-frames:v',
        '1',
      );
      await writeFile(
        bench.path(name),
        await readFile(bench.path(`still-${name.replace('%', '')}`)),
      );
    }
    expect(await feed(fileInput(bench.path('shot%d.jpg')))).toBe(0);
    await expectOnly([bench.path('shot%d.jpg')]);
  });

  it('the feed shows an honest film, and the test picture from no file', async () => {
    const path = await bench.make('feed.mp4', ...picture(1), ...tone(1), ...H264_AAC);
    expect(await feed(fileInput(path))).toBeGreaterThan(0);
    await expectOnly([path]);
    expect(await feed(testInput())).toBeGreaterThan(0);
    await expectOnly([]);
  });

  it('the sample is drawn from its own pictures', async () => {
    const { cache } = bench;
    const find = () => Promise.resolve(ffmpeg);
    const path = await openSample({
      seconds: 10,
      cache,
      ffmpeg: find,
      onProgress: () => undefined,
      signal: signal(),
    });
    const { opened } = await calls();
    const others = opened.filter(
      (each) => !SYSTEM.test(each) && !/^[\w-]+\.png$/.test(each.replace('file:', '')),
    );
    expect(others).toEqual([]);
    expect(basename(path)).toBe('ocean.mp4');
  });
});
