import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ffmpegCandidates,
  findFfmpeg,
  proveFfmpeg,
  type FfmpegCandidate,
} from '../../scripts/ffmpeg-candidates.mjs';
import { FFMPEG_HASHES } from '../../scripts/ffmpeg-hashes.mjs';
import { hasHash } from '../../scripts/file-facts.mjs';

const linux = { modules: '/app/node_modules', platform: 'linux', arch: 'x64' };

let dir = '';
const script = async (name: string, text: string, mode = 0o755) => {
  await writeFile(join(dir, name), `#!/bin/sh\n${text}\n`);
  await chmod(join(dir, name), mode);
  return join(dir, name);
};
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ffmpeg-'));
  for (const folder of ['one', 'two']) await mkdir(join(dir, folder));
});
afterAll(() => rm(dir, { recursive: true }));

describe('where ffmpeg may be', () => {
  it('asks FFMPEG_BIN first, then ffmpeg-static, a new one on the PATH, npm, any on the PATH', async () => {
    const onPath = await script('two/ffmpeg', 'exit 0');
    const PATH = [join(dir, 'one'), join(dir, 'two')].join(delimiter);
    const found = ffmpegCandidates({ ...linux, env: { FFMPEG_BIN: '/opt/ffmpeg', PATH } });
    expect(found.map(({ path, onlyNew = false }) => [path, onlyNew])).toEqual([
      ['/opt/ffmpeg', false],
      [join('/app/node_modules/ffmpeg-static/ffmpeg'), false],
      [onPath, true],
      [join('/app/node_modules/@ffmpeg-installer/linux-x64/ffmpeg'), false],
      [onPath, false],
    ]);
  });

  it('takes nothing from a PATH relative to wherever it runs', async () => {
    await script('ffmpeg', 'exit 0');
    const sources = (PATH: string) =>
      ffmpegCandidates({ ...linux, env: { PATH } }).map(({ source }) => source);
    expect(sources('.')).not.toContain('PATH');
    expect(sources(['', 'bin', '..'].join(delimiter))).not.toContain('PATH');
    expect(sources(['.', dir].join(delimiter))).toContain('PATH');
  });

  it.skipIf(process.platform === 'win32')(
    'passes over folders that may not be looked into',
    async () => {
      const closed = join(dir, 'closed');
      await mkdir(closed, { mode: 0o700 });
      await mkdir(join(dir, 'ffmpeg-folder', 'ffmpeg'), { recursive: true });
      await chmod(dir, 0o755);
      await script('two/ffmpeg', 'exit 0');
      const PATH = [closed, join(dir, 'ffmpeg-folder'), join(dir, 'two')].join(delimiter);
      const root = process.geteuid?.() === 0;
      if (root) process.seteuid?.(65534);
      try {
        const found = ffmpegCandidates({ ...linux, env: { PATH } });
        expect(found.find(({ source }) => source === 'PATH')?.path).toBe(
          join(dir, 'two', 'ffmpeg'),
        );
      } finally {
        if (root) process.seteuid?.(0);
      }
    },
  );

  it('leaves FFMPEG_BIN out when it is not set and names the .exe on Windows', () => {
    const found = ffmpegCandidates({ ...linux, env: {}, platform: 'win32' });
    expect(found[0]?.source).toBe('ffmpeg-static');
    expect(found.every((c) => c.path.endsWith('ffmpeg.exe'))).toBe(true);
  });

  it('pins what npm brings, to what the lock brings', async () => {
    const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    const platforms = Object.keys(lock.packages).flatMap(
      (path) => /^node_modules\/@ffmpeg-installer\/(\w+-\w+)$/.exec(path)?.[1] ?? [],
    );
    expect(Object.keys(FFMPEG_HASHES['@ffmpeg-installer/ffmpeg']).sort()).toEqual(platforms.sort());
    expect(lock.packages['node_modules/ffmpeg-static']?.version).toBe('5.3.0');
    for (const { source, path } of ffmpegCandidates({ modules: 'node_modules' })) {
      if (source !== '@ffmpeg-installer/ffmpeg') continue;
      const place = `${process.platform}-${process.arch}` as 'linux-x64';
      expect(await hasHash(path, FFMPEG_HASHES[source][place], dir)).toBe(true);
    }
  });
});

describe.skipIf(process.platform === 'win32')('the proof by running it', () => {
  const version = (number: string, libavutil: string) =>
    `echo "ffmpeg version ${number} Copyright"; echo "libavutil      ${libavutil}"`;
  const cache = () => join(dir, 'answers');
  const candidate = (path: string, more: Partial<FfmpegCandidate> = {}): FfmpegCandidate => ({
    source: 'FFMPEG_BIN',
    path,
    ...more,
  });

  it('refuses a path that does not exist, a program that fails and one that is not ffmpeg', async () => {
    const broken = await script('broken', 'exit 1');
    const other = await script('other', 'echo hello');
    const gone = join(dir, 'gone');
    for (const path of [broken, other, gone]) {
      expect(await proveFfmpeg(candidate(path), cache())).toHaveProperty('reason');
    }
  });

  it('takes the first that runs, giving back a lost executable bit', async () => {
    const good = await script('good', version('7.0', '59. 8.100'), 0o644);
    const { found, refusals } = await findFfmpeg(
      [candidate(join(dir, 'gone')), candidate(good, { source: 'ffmpeg-static' })],
      cache(),
    );
    expect(found).toMatchObject({ source: 'ffmpeg-static', version: '7.0' });
    expect(refusals).toHaveLength(1);
  });

  it.each([
    ['5.1.9-0+deb12u1', '57. 28.100', true],
    ['4.4.2-0ubuntu0.22.04.1', '56. 70.100', false],
    ['n7.1', '59. 39.100', true],
    ['N-47683-g0e8eb07980-static', '56. 24.101', false],
    ['N-109468-gd39b34123d', '57. 43.100', true],
  ])('on the PATH %s (libavutil %s) is new enough: %s', async (number, libavutil, isNew) => {
    const path = await script('versioned', version(number, libavutil));
    const proof = await proveFfmpeg(candidate(path, { source: 'PATH', onlyNew: true }), cache());
    expect('version' in proof).toBe(isNew);
    expect(await proveFfmpeg(candidate(path, { source: 'PATH' }), cache())).toMatchObject({
      version: number,
    });
  });

  it('asks a program for its version once, and again when it is another file', async () => {
    const runs = join(dir, 'runs');
    const counted = (number: string) =>
      script('counted', `echo run >> ${runs}; ${version(number, '59. 8.100')}`);
    const prove = async (path: string) =>
      (await proveFfmpeg(candidate(path), cache())) as { version: string };
    const path = await counted('7.0');
    for (let i = 0; i < 3; i += 1) expect((await prove(path)).version).toBe('7.0');
    expect(await readFile(runs, 'utf8')).toBe('run\n');
    expect((await prove(await counted('7.1.1'))).version).toBe('7.1.1');
    expect(await readFile(runs, 'utf8')).toBe('run\nrun\n');
  });

  it('asks one that failed again, since what it lacked may have come', async () => {
    const lacking = join(dir, 'library');
    const path = await script(
      'linked',
      `[ -e ${lacking} ] || exit 127; ${version('7.0', '59. 8')}`,
    );
    expect(await proveFfmpeg(candidate(path), cache())).toHaveProperty('reason');
    await writeFile(lacking, '');
    expect(await proveFfmpeg(candidate(path), cache())).toMatchObject({ version: '7.0' });
  });

  it('does not run a packaged program of which a byte was changed, or of which nothing is known', async () => {
    const mark = join(dir, 'it-ran');
    const path = await script('packaged', `touch ${mark}; ${version('7.0', '59. 8.100')}`);
    const sha256 = createHash('sha256')
      .update(`${await readFile(path, 'utf8')}x`)
      .digest('hex');
    const other = await proveFfmpeg(candidate(path, { source: 'ffmpeg-static', sha256 }), cache());
    expect(other).toMatchObject({ reason: 'it is not the file that its package should hold' });
    const unknown = await proveFfmpeg(
      candidate(path, { source: 'ffmpeg-static', sha256: null }),
      cache(),
    );
    expect(unknown).toMatchObject({ reason: 'no pinned hash is known of it on this platform' });
    await expect(readFile(mark)).rejects.toThrow();
  });
});

describe('a file that was found to be what it should be', () => {
  it('is read again once it has changed, and each time where nothing can be noted', async () => {
    const path = join(dir, 'program');
    const sha256 = createHash('sha256').update('one').digest('hex');
    for (const folder of [join(dir, 'cache'), join(dir, 'packaged', 'no-folder')]) {
      await writeFile(path, 'one');
      expect(await hasHash(path, sha256, folder)).toBe(true);
      expect(await hasHash(path, sha256, folder)).toBe(true);
      await writeFile(path, 'two');
      expect(await hasHash(path, sha256, folder)).toBe(false);
    }
  });
});
