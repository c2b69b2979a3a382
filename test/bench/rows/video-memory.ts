import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { drawingApp, runToDraw } from '../drawing-app';
import type { Finding, Row } from '../row';
import { memoryOf, type Census } from '../processes';

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
    return ['Browser', 'Tab', 'GPU'].map((name) => growth(name, moments));
  },
};

/** The last minute's median beside that of the minute in which all has settled. */
function growth(name: string, moments: readonly Census['mb'][]): Finding {
  const each = 60 / EVERY_S;
  const settledAt = SETTLED_MINUTES * each;
  if (moments.length < settledAt + each) throw new Error('The video took less than three minutes.');
  const median = (from: number, to?: number): number => {
    const values = moments.slice(from, to).map((moment) => moment.get(name) ?? NaN);
    return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
  };
  const settled = median(settledAt, settledAt + each);
  const last = median(-each);
  const percent = (last / settled - 1) * 100;
  return {
    ...{
      what: `video: ${PROCESS[name] ?? name}, growth from minute ${SETTLED_MINUTES}`,
      unit: 'MB',
    },
    ...{ ours: last, baseline: null, judged: { value: percent, unit: '%' }, target: { atMost: 5 } },
    detail: { settled, moments: moments.map((moment) => moment.get(name) ?? null) },
  };
}

const PROCESS: Readonly<Record<string, string>> = {
  Browser: 'main',
  Tab: 'stage',
  GPU: 'compositor',
};
