import { loadavg } from 'node:os';
import { liveRate } from '../../../model/camera/live-media';
import type { LaneLog, RunLog } from '../../../model/run/schema';
import { headlessRun, laneOf } from '../headless';
import type { Finding, Row } from '../row';

const SECONDS = 40;
/** The link carries so much more than the encoder is asked for. */
const ABOVE = 1.1;

/** Pictures of the test pattern that are lost over a link just above its rate: by capture, by the encoder, by a lane. */
export const cameraLosses: Row = {
  name: 'camera-losses',
  async measure(machine) {
    const rate = Math.round(liveRate() * ABOVE);
    const log = await headlessRun(machine, [
      ...['--media', 'camera:test', '--until', `${SECONDS}s`],
      ...['--link', `constant:${rate}B/s`],
    ]);
    const streaming = laneOf(log, 'streaming');
    const { capture = 0, encoder = 0 } = streaming.samples.at(-1)?.droppedFrames ?? {};
    const detail = { rate, pictures: log.media.index.length - 1, load: loadavg() };
    machine.say(`${detail.pictures} pictures, load ${detail.load[0]?.toFixed(1)}`);
    const finding = (by: string, lost: number): Finding => ({
      what: `pictures lost by ${by}, link at ${ABOVE} x the rate`,
      unit: 'pictures',
      ours: lost,
      baseline: null,
      judged: { value: lost, unit: 'pictures' },
      target: { atMost: 0 },
      detail,
    });
    return [
      finding('capture', capture),
      finding('the encoder', encoder),
      ...(['buffering', 'streaming'] as const).map((method) =>
        finding(`the lane of ${method}`, lostByLane(log, laneOf(log, method))),
      ),
    ];
  },
};

/** Pictures that were encoded, and of which the client of a lane has not received all although it has later ones. */
function lostByLane({ media }: RunLog, { chunks }: LaneLog): number {
  const reach = chunks.at(-1)?.toBytes ?? 0;
  const missing = (from: number, to: number): boolean => {
    const got = chunks.reduce(
      (sum, { fromBytes, toBytes }) =>
        sum + Math.max(0, Math.min(to, toBytes) - Math.max(from, fromBytes)),
      0,
    );
    return got < to - from;
  };
  return media.index.filter(({ bytes }, i) => {
    const before = media.index[i - 1];
    return before !== undefined && bytes <= reach && missing(before.bytes, bytes);
  }).length;
}
