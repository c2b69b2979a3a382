import { bareRead } from '../bare';
import { headlessRun, laneOf } from '../headless';
import type { Row } from '../row';

const BYTES = 100e6;

/** What full buffer's process grows to with 100 MB, beside fs.readFile in a bare utility process. */
export const fullBuffer: Row = {
  name: 'full-buffer',
  async measure(machine) {
    const path = machine.sparse(BYTES);
    const bare = await bareRead(machine, 'read-file', path);
    const source = ['--media', path, '--as', 'bytes', '--consume-rate', '50MB/s'];
    const flags = ['--methods', 'full-buffer', '--link', 'unlimited', '--chunk', '1MB'];
    const lane = laneOf(await headlessRun(machine, [...source, ...flags]), 'full-buffer');
    const ours = (lane.memory.peakRssBytes - lane.memory.baselineRssBytes) / 1e6;
    return [
      {
        what: 'full buffer, 100 MB: process memory over its baseline',
        unit: 'MB',
        ours,
        baseline: { what: 'fs.readFile', value: bare.growth / 1e6 },
        judged: { value: ours, unit: 'MB' },
        target: { atLeast: 98, atMost: 112 },
        detail: { memory: lane.memory, samples: lane.samples.length, bare },
      },
    ];
  },
};
