import { loadavg } from 'node:os';
import type { LaneLog } from '../../../model/run/schema';
import { headlessRunBeside, laneOf } from '../headless';
import type { Finding, Row } from '../row';
import { webrtcLoopback } from '../webrtc-loopback';

const SECONDS = 40;
const LOOPBACK_SECONDS = 20;
const RESERVE_S = 3;

/**
 * How old the pictures of the test picture are on the screen, over a link without limits, beside a WebRTC loopback in
 * the same window during the same run.
 */
export const cameraDelay: Row = {
  name: 'camera-delay',
  async measure(machine) {
    const flags = ['--media', 'camera:test', '--until', `${SECONDS}s`, '--link', 'unlimited'];
    const { log, beside: webrtc } = await headlessRunBeside(
      machine,
      [...flags, '--reserve', `${RESERVE_S}s`],
      (window) => webrtcLoopback(window, LOOPBACK_SECONDS),
    );
    const lane = laneOf(log, 'streaming');
    const streaming = measured(lane, lane.liveDelayMs);
    const buffering = measured(lane, laneOf(log, 'buffering').liveDelayMs);
    const reserveMs = RESERVE_S * 1000;
    const load = loadavg();
    machine.say(
      `streaming ${streaming.median} / ${streaming.p95} ms, buffering ${buffering.median}, ` +
        `WebRTC ${webrtc.median} / ${webrtc.p95}, load ${load[0]}`,
    );
    const detail = { streaming, buffering, reserveMs, webrtc, load };
    const finding = (what: string, ours: number, value: number, atMost: number): Finding => ({
      what,
      unit: 'ms',
      ours,
      baseline: null,
      judged: { value, unit: 'ms' },
      target: { atMost },
      detail,
    });
    const { median, p95 } = streaming;
    return [
      finding('live delay of streaming, median', median, median, 100),
      finding('live delay of streaming, p95', p95, p95, 150),
      {
        ...finding('live delay of streaming beside WebRTC', median, median, 4),
        baseline: { what: 'WebRTC loopback in the same window and run', value: webrtc.median },
        judged: { value: median / webrtc.median, unit: 'x' },
      },
      finding(
        'live delay of buffering: off its reserve',
        buffering.median,
        Math.abs(buffering.median - reserveMs),
        50,
      ),
    ];
  },
};

function measured({ method }: LaneLog, spread: LaneLog['liveDelayMs']) {
  if (!spread) throw new Error(`${method} has measured no live delay`);
  return spread;
}
