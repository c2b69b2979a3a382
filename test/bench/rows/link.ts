import { parseLinkSpec } from '../../../model/link/spec/spec';
import { createLink } from '../../../model/link/link';
import type { LaneLog } from '../../../model/run/schema';
import { headlessRun, laneOf, momentOf } from '../headless';
import type { Machine } from '../machine';
import type { Finding, Row } from '../row';

const BYTES = 20e6;
const RATES = [1, 4, 16];

/** Full buffer's sending begins when all is read, buffering's with the run; with 21 MB allowed ahead neither is held back. */
const LANES = [
  { method: 'full-buffer', from: 'read-end' },
  { method: 'buffering', from: 'read-start' },
] as const;

/** Time to carry 20 MB at constant rates beside the exact one, and that nothing is ever ahead of the integral. */
export const link: Row = {
  name: 'link',
  async measure(machine) {
    const findings: Finding[] = [];
    for (const rate of RATES) findings.push(...(await atRate(machine, rate)));
    return findings;
  },
};

async function atRate(machine: Machine, rate: number): Promise<Finding[]> {
  const spec = `constant:${rate}MB/s`;
  const source = ['--media', machine.sparse(BYTES), '--as', 'bytes', '--consume-rate', '20MB/s'];
  const ahead = ['--chunk', '1MB', '--prefetch', '10MB', '--max-ahead', '21MB'];
  const methods = ['--methods', LANES.map(({ method }) => method).join(',')];
  const log = await headlessRun(machine, [...source, ...methods, '--link', spec, ...ahead]);
  const exactMs = (BYTES / (rate * 1e6)) * 1000;
  const findings = LANES.flatMap(({ method, from }) => {
    const lane = laneOf(log, method);
    const began = momentOf(lane, from);
    const took = (end: 'sent-all' | 'received-all'): Finding => {
      const ms = momentOf(lane, end) - began;
      machine.say(`${rate} MB/s, ${method}: ${end} after ${ms.toFixed(1)} ms, exact is ${exactMs}`);
      return {
        what: `${method}, 20 MB at ${rate} MB/s: until ${end === 'sent-all' ? 'sent' : 'received'}`,
        unit: 'ms',
        ours: ms,
        baseline: { what: 'exact', value: exactMs },
        judged: { value: Math.abs(ms / exactMs - 1) * 100, unit: '% off' },
        target: { atMost: 2 },
        detail: { beganMs: began },
      };
    };
    return [took('sent-all'), took('received-all')];
  });
  return [
    ...findings,
    aheadOfIntegral(
      spec,
      rate,
      LANES.map(({ method, from }) => {
        const lane = laneOf(log, method);
        return { lane, beganMs: momentOf(lane, from) };
      }),
    ),
  ];
}

/** The most bytes by which any sample or arrival was ahead of what the link can have carried by then. */
function aheadOfIntegral(
  spec: string,
  rate: number,
  lanes: readonly { lane: LaneLog; beganMs: number }[],
): Finding {
  const road = createLink(parseLinkSpec(spec), 1);
  let worst = 0;
  let checked = 0;
  for (const { lane, beganMs } of lanes) {
    const check = (tMs: number, bytes: number) => {
      checked++;
      worst = Math.max(worst, bytes - (tMs > beganMs ? road.capacity(beganMs, tMs) : 0));
    };
    for (const { tMs, sentBytes } of lane.samples) check(tMs, sentBytes);
    for (const { tMs, receivedBytes } of lane.samples) check(tMs, receivedBytes);
    for (const { kind, tMs, bytes } of lane.events) {
      if (kind === 'chunk-received' && bytes !== undefined) check(tMs, bytes);
    }
  }
  return {
    what: `${rate} MB/s: most bytes ahead of the integral`,
    unit: 'B',
    ours: worst,
    baseline: null,
    judged: { value: worst, unit: 'B' },
    // One byte is the rounding of a whole number of bytes.
    target: { atMost: 1 },
    detail: { checked },
  };
}
