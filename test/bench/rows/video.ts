import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runLogSchema, type RunLog } from '../../../model/run/schema';
import { decoded, described, stampsOf } from '../../e2e/video-file';
import { RUN_S, runToDraw, stampedEnvironment } from '../drawing-app';
import type { Machine } from '../machine';
import { outputOf } from '../output-of';
import type { Finding, Row } from '../row';

const FPS = 30;
const FRAMES = RUN_S * FPS;

/** A video may take so long on a busy machine, s. */
const MAX_S = 7200;

/**
 * Videos of one run of 60 s at 1920x1080 and 30 a second, with three players and two outages: how many frames are right
 * and in order when they are decoded again, how many are drawn a second, how far captions and chapters are from the
 * moments of the log, and in how many frames two videos differ.
 */
export const video: Row = {
  name: 'video',
  async measure(machine) {
    const report = await runToDraw(machine);
    const log = runLogSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
    const first = await drawn(machine, report);
    machine.say(`drawn: ${first.perSecond.toFixed(1)} frames/s`);
    const second = await drawn(machine, report);
    const [a, b] = await Promise.all([hashesOf(first.file), hashesOf(second.file)]);
    return [
      await framesRight('idle', first.file),
      finding('1080p30 with three players', 'frames/s', first.perSecond, { atLeast: 10 }),
      finding('captions and chapters from the log', 'ms', await offMs(log, first.file), {
        atMost: 34,
      }),
      finding(
        'frames in which two videos differ',
        'frames',
        a.filter((hash, i) => hash !== b[i]).length + Math.abs(a.length - b.length),
        { atMost: 0 },
      ),
    ];
  },
};

/** The same video while both cores are loaded by others. */
export const videoLoaded: Row = {
  name: 'video-loaded',
  async measure(machine) {
    const report = await runToDraw(machine);
    const others = Array.from({ length: 2 }, () =>
      spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
    );
    try {
      return [await framesRight('both cores loaded', (await drawn(machine, report)).file)];
    } finally {
      for (const other of others) other.kill('SIGKILL');
    }
  },
};

/** Draws the run of a log, stamps left in; its frames a second are those of the drawing, start and end of the app included. */
async function drawn(
  machine: Machine,
  report: string,
): Promise<{ file: string; perSecond: number }> {
  const file = join(machine.fresh('video'), 'video.mp4');
  const words = ['--headless', '--log', report, '--to', `${RUN_S}s`, '--video', file];
  const args = machine.commandLine(machine.tools.root, words);
  const env = stampedEnvironment(machine);
  const began = performance.now();
  const { ended, stderr } = await outputOf(machine.tools.executable, args, { env, seconds: MAX_S });
  if (ended !== 0) throw new Error(`--video ended with ${ended}: ${stderr.slice(-400)}`);
  return { file, perSecond: FRAMES / ((performance.now() - began) / 1000) };
}

async function framesRight(how: string, file: string): Promise<Finding> {
  const stamps = await stampsOf(file);
  const right = stamps.filter((stamp, frame) => stamp === frame).length;
  const target = { atLeast: FRAMES, atMost: FRAMES };
  return finding(`frames right, 60 s at 30 a second, ${how}`, 'frames', right, target);
}

/** The hash of every frame of a video's picture. */
async function hashesOf(file: string): Promise<string[]> {
  const md5 = await decoded(file, ['-map', '0:v', '-f', 'framemd5']);
  return md5
    .toString()
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split(',').at(-1)?.trim() ?? '');
}

/** How far the farthest caption or chapter of a video begins from the moment that the log has for it, ms. */
async function offMs({ marks, link }: RunLog, file: string): Promise<number> {
  const chapters = [...(await described(file)).matchAll(/start (\d+\.\d+), end/g)].map(
    ([, seconds]) => Number(seconds) * 1000,
  );
  const cuts = [0, ...link.outages.flatMap(({ fromMs, toMs }) => [fromMs, toMs])];
  const vtt = readFileSync(file.replace(/\.mp4$/, '.en.vtt'), 'utf8');
  const cues = [...vtt.matchAll(/^(\d+):(\d+):(\d+\.\d+) -->/gm)].map(
    ([, hours, minutes, seconds]) =>
      ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000,
  );
  const said = marks.filter(({ kind }) => kind === 'caption').map(({ tMs }) => tMs);
  if (chapters.length < cuts.length || cues.length === 0) throw new Error('Chapters are missing.');
  return Math.max(...chapters.map(farFrom(cuts)), ...cues.map(farFrom(said)));
}

/** How far a time is from the nearest of these. */
const farFrom = (times: readonly number[]) => (ms: number) =>
  Math.min(...times.map((each) => Math.abs(each - ms)));

const finding = (what: string, unit: string, ours: number, target: Finding['target']): Finding => ({
  ...{ what: `video: ${what}`, unit, ours, baseline: null, judged: { value: ours, unit }, target },
  detail: {},
});
