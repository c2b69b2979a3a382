import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFfmpeg, type Ffmpeg } from '../../../../electron/media/ffmpeg';
import { runFfmpeg, type FfmpegRun } from '../../../../electron/media/ffmpeg/ffmpeg-run';
import { startCommand } from '../../cli/command';
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

/** How a process was called; empty when it has gone. */
const commandOf = (pid: string) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
};

it.runIf(process.platform === 'linux')('ffmpeg ends when its parent is killed', async () => {
  // One that is stuck: it would end neither by itself nor by a pipe that nobody reads.
  const stuck = bench.path('stuck-ffmpeg');
  const forever = ['sleep', '987654'];
  const version = 'echo "ffmpeg version 9.9"; exit';
  await writeFile(
    stuck,
    `#!/bin/sh\n[ "$1" = -version ] && { ${version}; }\nexec ${forever.join(' ')}\n`,
    {
      mode: 0o755,
    },
  );
  await bench.make('films.avi', ...picture(1), '-c:v', 'mpeg4');
  const parent = startCommand(['media-report', bench.dir], {
    FFMPEG_BIN: stuck,
    // What it had begun stays when it is killed.
    TMPDIR: bench.dir,
  });
  const ours = () =>
    readdirSync('/proc').filter(
      (pid) => /^\d+$/.test(pid) && commandOf(pid) === forever.join('\0') + '\0',
    );
  try {
    await eventually(() => expect(ours()).toHaveLength(1));
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await eventually(() => expect(ours()).toEqual([]));
  } finally {
    parent.kill('SIGKILL');
    for (const pid of ours()) process.kill(Number(pid), 'SIGKILL');
  }
});
