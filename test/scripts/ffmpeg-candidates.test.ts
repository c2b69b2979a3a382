import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ffmpegCandidates, findFfmpeg, proveFfmpeg } from '../../scripts/ffmpeg-candidates.mjs';

const linux = { modules: '/app/node_modules', platform: 'linux', arch: 'x64' };

describe('where ffmpeg may be', () => {
  it('asks FFMPEG_BIN first, then the packages, then the PATH', () => {
    const found = ffmpegCandidates({ ...linux, env: { FFMPEG_BIN: '/opt/ffmpeg' } });
    expect(found.map((c) => c.path)).toEqual([
      '/opt/ffmpeg',
      join('/app/node_modules/ffmpeg-static/ffmpeg'),
      join('/app/node_modules/@ffmpeg-installer/linux-x64/ffmpeg'),
      'ffmpeg',
    ]);
  });

  it('leaves FFMPEG_BIN out when it is not set and names the .exe on Windows', () => {
    const found = ffmpegCandidates({ ...linux, env: {}, platform: 'win32' });
    expect(found[0]?.source).toBe('ffmpeg-static');
    expect(found.every((c) => c.path.endsWith('ffmpeg.exe'))).toBe(true);
  });
});

describe.skipIf(process.platform === 'win32')('the proof by running it', () => {
  let dir = '';
  const script = async (name: string, text: string, mode: number) => {
    await writeFile(join(dir, name), `#!/bin/sh\n${text}\n`);
    await chmod(join(dir, name), mode);
    return join(dir, name);
  };
  beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'ffmpeg-'))));
  afterAll(() => rm(dir, { recursive: true }));

  it('refuses a path that does not exist, a program that fails and one that is not ffmpeg', async () => {
    const broken = await script('broken', 'exit 1', 0o755);
    const other = await script('other', 'echo hello', 0o755);
    const gone = join(dir, 'gone');
    for (const path of [broken, other, gone]) {
      expect(await proveFfmpeg({ source: 'FFMPEG_BIN', path })).toHaveProperty('reason');
    }
  });

  it('takes the first that runs, giving back a lost executable bit', async () => {
    const good = await script('good', 'echo "ffmpeg version 7.0 Copyright"', 0o644);
    const { found, refusals } = await findFfmpeg([
      { source: 'FFMPEG_BIN', path: join(dir, 'gone') },
      { source: 'ffmpeg-static', path: good },
    ]);
    expect(found).toMatchObject({ source: 'ffmpeg-static', version: '7.0' });
    expect(refusals).toHaveLength(1);
  });
});
