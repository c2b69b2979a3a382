import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { STAMP_CELLS } from '../../../model/video/frame-stamp';
import { stampsOf } from '../../e2e/video-file';
import { drawingApp, runToDraw } from '../drawing-app';
import type { Row } from '../row';

const FPS = 30;

/** The app is killed once so many frames have been drawn. */
const KILLED_AT = 90;

/** How much of a video a kill -9 costs: frames that had been drawn and cannot be decoded, in seconds of the video. */
export const videoCrash: Row = {
  name: 'video-crash',
  async measure(machine) {
    const report = await runToDraw(machine);
    const folder = machine.fresh('video');
    const app = await drawingApp(machine, report, join(folder, 'killed.mp4'));
    const page = await app.firstWindow();
    const frames = await page.waitForFunction(
      ([atLeast, cells]) => {
        const bits = [...document.querySelectorAll<HTMLElement>('.frame-stamp i')];
        if (bits.length !== cells) return null;
        const frame = bits.slice(2).reduce((sum, bit, i) => {
          return sum + (bit.dataset['bit'] === '1' ? 2 ** i : 0);
        }, 0);
        return frame >= atLeast ? frame : null;
      },
      [KILLED_AT, STAMP_CELLS] as const,
      { timeout: 600_000 },
    );
    const drawn = (await frames.jsonValue()) ?? NaN;
    const closed = new Promise((done) => app.process().once('exit', done));
    app.process().kill('SIGKILL');
    await closed;
    const part = join(folder, 'killed.part.mp4');
    await settled(part);
    const left = (await stampsOf(part)).length;
    const seconds = Math.max(0, drawn - left) / FPS;
    return [
      {
        ...{ what: 'video: lost in a crash', unit: 's', ours: seconds, baseline: null },
        judged: { value: seconds, unit: 's' },
        target: { atMost: 1 },
        detail: { drawn, left },
      },
    ];
  },
};

/** Resolves once a file grows no more: the encoder has its input's end, and ends by itself. */
async function settled(path: string): Promise<void> {
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    await setTimeout(1000);
    now = statSync(path).size;
  }
}
