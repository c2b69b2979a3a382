import { bareFlood } from '../bare';
import { headlessRun, laneOf, momentOf } from '../headless';
import type { Machine } from '../machine';
import type { Finding, Row } from '../row';
import { median } from '../statistics';

const CHUNK_BYTES = 1e6;
const TOTAL_BYTES = 100e6;
const ROUNDS = 5;

/** Chunks that are read ahead where throughput is wanted: without, each is read when the last has left. */
const READ_AHEAD = 8;

/**
 * Reader to player over an unlimited link in chunks of 1 MB, beside a bare port flood with credits: full buffer from
 * memory; streaming from the file, with --read-ahead and without.
 */
export const throughput: Row = {
  name: 'throughput',
  async measure(machine) {
    const bytes = ['--media', machine.sparse(TOTAL_BYTES), '--as', 'bytes'];
    await headlessRun(machine, ['--until', '100ms', '--methods', 'streaming']);
    const bare: number[] = [];
    const ofBytes: number[] = [];
    const ofMedia: number[] = [];
    const ahead: number[] = [];
    const oneByOne: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      bare.push(await bareFlood(machine, CHUNK_BYTES, TOTAL_BYTES));
      ofBytes.push(await carryMs(machine, bytes));
      ofMedia.push(await carryMs(machine, []));
      ahead.push(await streamMs(machine, [...bytes, '--read-ahead', String(READ_AHEAD)]));
      oneByOne.push(await streamMs(machine, bytes));
      machine.say(
        `round ${round} of ${ROUNDS}, 100 MB in ms: bare ${bare.at(-1)?.toFixed()}, bytes ${ofBytes.at(-1)?.toFixed()}, sample ${ofMedia.at(-1)?.toFixed()}, streaming ${ahead.at(-1)?.toFixed()} with --read-ahead, ${oneByOne.at(-1)?.toFixed()} without`,
      );
    }
    return [
      finding('the sample, into its player', ofMedia, bare, 0.8),
      finding('a file as bytes', ofBytes, bare, 0.8),
      finding(`a file as bytes, streaming, --read-ahead ${READ_AHEAD}`, ahead, bare, 0.5),
      finding('a file as bytes, streaming, nothing read ahead', oneByOne, bare, 0.3),
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

/** Milliseconds from the first read to the last byte received, with room for all of it at the client. */
async function streamMs(machine: Machine, source: readonly string[]): Promise<number> {
  const room = ['--streaming-ahead', '200MB', '--until', '6s'];
  const flags = ['--methods', 'streaming', '--link', 'unlimited', '--chunk', '1MB', ...room];
  const lane = laneOf(await headlessRun(machine, [...source, ...flags]), 'streaming');
  return momentOf(lane, 'received-all') - momentOf(lane, 'read-start');
}

function finding(
  what: string,
  ours: readonly number[],
  bare: readonly number[],
  atLeast: number,
): Finding {
  const rate = (values: readonly number[]) => TOTAL_BYTES / 1e3 / median(values);
  return {
    what: `reader to player, 1 MB chunks, ${what}`,
    unit: 'MB/s',
    ours: rate(ours),
    baseline: { what: 'bare port flood, 4 credits', value: rate(bare) },
    judged: { value: rate(ours) / rate(bare), unit: 'x' },
    target: { atLeast },
    detail: { oursMs: ours, bareMs: bare },
  };
}
