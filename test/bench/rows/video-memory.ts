import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { drawingApp, runToDraw } from '../drawing-app';
import { memoryOf, type Census } from '../processes';
import type { Row } from '../row';
import { memoryGrowth } from './growth';

/** Growth is told from what was held after so long. */
const SETTLED_MINUTES = 2;
const MAX_MINUTES = 30;
const EVERY_S = 5;

/** Memory of the processes that draw a video of 3,600 frames, or as many as thirty minutes have room for. */
export const videoMemory: Row = {
  name: 'video-memory',
  async measure(machine) {
    const report = await runToDraw(machine);
    const file = join(machine.fresh('video'), 'video.mp4');
    const app = await drawingApp(machine, report, file, ['--fps', '60']);
    let isOver = false;
    app.process().once('exit', () => (isOver = true));
    const moments: Census['mb'][] = [];
    for (let s = 0; s < MAX_MINUTES * 60; s += EVERY_S) {
      await setTimeout(EVERY_S * 1000);
      // An app that has just ended answers no more.
      const now = await memoryOf(app).catch(() => null);
      if (isOver || !now) break;
      moments.push(now);
      if (s % 60 === 0) {
        machine.say([...now].map(([n, mb]) => `${n} ${mb.toFixed(0)}`).join(', '));
      }
    }
    if (!isOver) app.process().kill('SIGKILL');
    const each = 60 / EVERY_S;
    const from = SETTLED_MINUTES * each;
    if (moments.length < from + each) throw new Error('The video took less than three minutes.');
    const stretches = { settled: [from, from + each], last: [-each] } as const;
    const what = `video, from minute ${SETTLED_MINUTES}`;
    return ['Browser', 'Tab', 'GPU'].map((name) => memoryGrowth(what, name, moments, stretches));
  },
};
