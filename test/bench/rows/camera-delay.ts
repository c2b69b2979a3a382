import type { LaneLog } from '../../../model/run/schema';
import { headlessRun, laneOf } from '../headless';
import type { Finding, Row } from '../row';

const SECONDS = 30;
const RESERVE_S = 3;

/** How old the pictures of the test picture are on the screen, over a link without limits. */
export const cameraDelay: Row = {
  name: 'camera-delay',
  async measure(machine) {
    const flags = ['--media', 'camera:test', '--until', `${SECONDS}s`, '--link', 'unlimited'];
    const log = await headlessRun(machine, [...flags, '--reserve', `${RESERVE_S}s`]);
    const streaming = delaysOf(laneOf(log, 'streaming'));
    const buffering = delaysOf(laneOf(log, 'buffering'));
    const reserveMs = RESERVE_S * 1000;
    machine.say(
      `streaming ${streaming.median} / ${streaming.p95} ms, buffering ${buffering.median}`,
    );
    const finding = (what: string, ours: number, value: number, atMost: number): Finding => ({
      what,
      unit: 'ms',
      ours,
      baseline: null,
      judged: { value, unit: 'ms' },
      target: { atMost },
      detail: { streaming, buffering, reserveMs },
    });
    const { median, p95 } = streaming;
    return [
      finding('live delay of streaming, median', median, median, 400),
      finding('live delay of streaming, p95', p95, p95, 700),
      finding(
        'live delay of buffering: off its reserve',
        buffering.median,
        Math.abs(buffering.median - reserveMs),
        250,
      ),
    ];
  },
};

function delaysOf({ method, liveDelayMs }: LaneLog): NonNullable<LaneLog['liveDelayMs']> {
  if (!liveDelayMs) throw new Error(`${method} has measured no live delay`);
  return liveDelayMs;
}
