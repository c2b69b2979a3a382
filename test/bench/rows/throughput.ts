import { bareFlood } from '../bare';
import { headlessRun, laneOf, momentOf } from '../headless';
import type { Machine } from '../machine';
import type { Finding, Row } from '../row';
import { median } from '../statistics';

const CHUNK_BYTES = 1e6;
const TOTAL_BYTES = 100e6;
const ROUNDS = 5;

/** Reader to player over an unlimited link in chunks of 1 MB, beside a bare port flood with credits. */
export const throughput: Row = {
  name: 'throughput',
  async measure(machine) {
    const bytes = ['--media', machine.sparse(TOTAL_BYTES), '--as', 'bytes'];
    await headlessRun(machine, ['--until', '100ms', '--methods', 'streaming']);
    const bare: number[] = [];
    const ofBytes: number[] = [];
    const ofMedia: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      bare.push(await bareFlood(machine, CHUNK_BYTES, TOTAL_BYTES));
      ofBytes.push(await carryMs(machine, bytes));
      ofMedia.push(await carryMs(machine, []));
      machine.say(
        `round ${round} of ${ROUNDS}, 100 MB in ms: bare ${bare.at(-1)?.toFixed()}, bytes ${ofBytes.at(-1)?.toFixed()}, sample ${ofMedia.at(-1)?.toFixed()}`,
      );
    }
    return [
      finding('the sample, into its player', ofMedia, bare),
      finding('a file as bytes', ofBytes, bare),
    ];
  },
};

/** Milliseconds from the end of reading to the last byte received; the wait for playback is not in it. */
async function carryMs(machine: Machine, source: readonly string[]): Promise<number> {
  const flags = [
    '--methods',
    'full-buffer',
    '--link',
    'unlimited',
    '--chunk',
    '1MB',
    '--until',
    '4s',
  ];
  const lane = laneOf(await headlessRun(machine, [...source, ...flags]), 'full-buffer');
  return momentOf(lane, 'received-all') - momentOf(lane, 'read-end');
}

function finding(what: string, ours: readonly number[], bare: readonly number[]): Finding {
  const rate = (values: readonly number[]) => TOTAL_BYTES / 1e3 / median(values);
  return {
    what: `reader to player, 1 MB chunks, ${what}`,
    unit: 'MB/s',
    ours: rate(ours),
    baseline: { what: 'bare port flood, 4 credits', value: rate(bare) },
    judged: { value: rate(ours) / rate(bare), unit: 'x' },
    target: { atLeast: 0.8 },
    detail: { oursMs: ours, bareMs: bare },
  };
}
