import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headlessRun } from '../headless';
import type { Machine } from '../machine';
import { outputOf } from '../output-of';
import type { Finding, Row } from '../row';
import { stampsOf } from '../../e2e/video-file';

/** The run that is drawn is so long, s. */
const RUN_S = 60;
const FPS = 30;

/**
 * A video of 60 s at 1920x1080 and 30 a second, with three players: how many of its frames are right and in order when it
 * is decoded again, and how many are drawn a second.
 */
export const video: Row = {
  name: 'video',
  async measure(machine) {
    const out = machine.fresh('video');
    const log = join(out, 'report.json');
    const run = await headlessRun(machine, ['--speed', '4', '--until', `${RUN_S}s`]);
    writeFileSync(log, JSON.stringify(run));
    const file = join(out, 'video.mp4');
    const perSecond = await drawn(machine, log, file);
    const stamps = await stampsOf(file);
    const right = stamps.filter((stamp, frame) => stamp === frame).length;
    const frames = RUN_S * FPS;
    return [
      finding('frames right, 60 s at 30 a second', 'frames', right, {
        atLeast: frames,
        atMost: frames,
      }),
      finding('1080p30 with three players', 'frames/s', perSecond, { atLeast: 10 }),
    ];
  },
};

/** Draws the run of a log; gives its frames a second, start and end of the app included. */
async function drawn(machine: Machine, log: string, file: string): Promise<number> {
  const words = ['--headless', '--log', log, '--video', file];
  const args = machine.commandLine(machine.tools.root, words);
  const env = { ...machine.environment(), BUFFERSCOPE_VIDEO_STAMPS: 'kept' };
  const began = performance.now();
  const { ended, stderr } = await outputOf(machine.tools.executable, args, { env, seconds: 900 });
  if (ended !== 0) throw new Error(`--video ended with ${ended}: ${stderr.slice(-400)}`);
  return (RUN_S * FPS) / ((performance.now() - began) / 1000);
}

const finding = (what: string, unit: string, ours: number, target: Finding['target']): Finding => ({
  ...{ what: `video: ${what}`, unit, ours, baseline: null, judged: { value: ours, unit }, target },
  detail: {},
});
