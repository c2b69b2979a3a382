import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boundToParent } from '../../../../scripts/bound-to-parent.mjs';
import { findFfmpeg, type Ffmpeg } from '../../../../electron/media/ffmpeg';
import { runFfmpeg, type FfmpegRun } from '../../../../electron/media/ffmpeg/ffmpeg-run';
import { ffmpegChildren } from '../children';
import { Bench, picture, tone } from '../made';
import { eventually } from '../../../eventually';

let ffmpeg: Ffmpeg;
let bench: Bench;
beforeAll(async () => {
  ffmpeg = await findFfmpeg();
  bench = await Bench.open();
});
afterAll(() => bench.close());

const run = (args: string[], more: Partial<FfmpegRun> = {}) =>
  runFfmpeg(ffmpeg, { args, signal: new AbortController().signal, ...more });
const NULL = ['-f', 'null', '-'];

describe('a run of ffmpeg', () => {
  it.runIf(process.platform === 'linux')(
    'is ended when it asks for more memory than it may have',
    async () => {
      const backwards = ['-f', 'lavfi', '-i', 'testsrc2=s=1920x1080', '-vf', 'reverse'];
      const limits = { memoryBytes: 300e6, stallMs: 60_000 };
      await expect(run([...backwards, ...NULL], { limits })).rejects.toMatchObject({
        failure: 'limit-memory',
      });
      expect(ffmpegChildren()).toEqual([]);
    },
  );

  it('is ended when it gets on with nothing', async () => {
    const nothing = ['-f', 'lavfi', '-i', "testsrc2=r=25,select='lt(n,0)'"];
    const limits = { memoryBytes: 2e9, stallMs: 700 };
    await expect(run([...nothing, ...NULL], { limits })).rejects.toMatchObject({
      failure: 'limit-time',
    });
    expect(ffmpegChildren()).toEqual([]);
  });

  it('may take as long as it likes while it gets on', async () => {
    const slow = [
      '-re',
      ...picture(2),
      '-c:v',
      'mpeg4',
      '-f',
      'mpegts',
      bench.path('slow.ts'),
      '-y',
    ];
    await run(slow, { limits: { memoryBytes: 2e9, stallMs: 1200 } });
  });

  it('has the errors of its reader, and is then gone', async () => {
    const endless = ['-f', 'lavfi', '-i', 'testsrc2', '-c:v', 'mjpeg', '-f', 'image2pipe', '-'];
    const consume = () => Promise.reject(new Error('no more'));
    await expect(run(endless, { consume })).rejects.toThrow('no more');
    expect(ffmpegChildren()).toEqual([]);
  });

  it('keeps what describes a film of 1,500 chapters', async () => {
    const chapters = Array.from(
      { length: 1500 },
      (_, i) =>
        `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${i * 2}\nEND=${i * 2 + 2}\ntitle=${'Chapter of a talk '.repeat(5)}${i}\n`,
    );
    const notes = bench.path('chapters.txt');
    await writeFile(notes, `;FFMETADATA1\n${chapters.join('')}`);
    const path = await bench.make(
      'chapters.mkv',
      ...['-i', notes, ...picture(3), ...tone(3), '-map', '1', '-map', '2', '-map_metadata', '0'],
      ...['-c:v', 'mpeg4', '-c:a', 'aac'],
    );
    const media = await bench.open(path);
    expect(media).toMatchObject({ container: 'Matroska', prepared: { how: 'transcoded' } });
  });
});

const alive = (pid: number) => {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

it.runIf(process.platform === 'linux')('ffmpeg ends when its parent is killed', async () => {
  const endless = ['-re', '-f', 'lavfi', '-i', 'testsrc2', ...NULL];
  const [command, args] = boundToParent(ffmpeg.path, endless, 'KILL');
  const parent = spawn(
    process.execPath,
    [
      '-e',
      `const c = require('node:child_process').spawn(${JSON.stringify(command)}, ${JSON.stringify(args)});
       c.stderr.once('data', () => console.log(c.pid)); setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [text] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(String(text));
  expect(alive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await eventually(() => expect(alive(pid)).toBe(false));
});
