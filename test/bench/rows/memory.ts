import { bareRead } from '../bare';
import { headlessRun, laneOf } from '../headless';
import type { Machine } from '../machine';
import type { Finding, Row } from '../row';

const METHODS = ['buffering', 'streaming'] as const;

/** Each file flows for some seconds, so that memory, measured ten times a second, is seen; 5 GB at full speed. */
const FILES = [
  { name: '10 MB', bytes: 10e6, consumeRate: '5MB/s' },
  { name: '100 MB', bytes: 100e6, consumeRate: '50MB/s' },
  { name: '5 GB', bytes: 5e9, consumeRate: '2000MB/s' },
];

/** The same for every file: enough ahead that credits, which follow consumption, do not slow 5 GB down. */
const AHEAD = ['--prefetch', '1MB', '--max-ahead', '64MB', '--streaming-ahead', '64MB'];

/** What the chunked readers' processes grow to, beside createReadStream in a bare utility process. */
export const memory: Row = {
  name: 'memory',
  async measure(machine) {
    const findings: Finding[] = [];
    for (const file of FILES) findings.push(...(await ofFile(machine, file)));
    return [...findings, ...METHODS.map((method) => flatness(method, findings))];
  },
};

async function ofFile(machine: Machine, file: (typeof FILES)[number]): Promise<Finding[]> {
  const path = machine.sparse(file.bytes);
  const bare = await bareRead(machine, 'stream', path);
  const source = ['--media', path, '--as', 'bytes', '--consume-rate', file.consumeRate];
  const flags = ['--methods', METHODS.join(','), '--link', 'unlimited', '--chunk', '1MB', ...AHEAD];
  const log = await headlessRun(machine, [...source, ...flags]);
  return METHODS.map((method) => {
    const lane = laneOf(log, method);
    if (lane.readBytes !== file.bytes)
      throw new Error(`${method} read ${lane.readBytes} bytes only`);
    const { baselineRssBytes, peakRssBytes } = lane.memory;
    const ours = (peakRssBytes - baselineRssBytes) / 1e6;
    const flowedAt = file.bytes / 1e3 / (lane.endedMs ?? NaN);
    machine.say(`${file.name}, ${method}: +${ours.toFixed(1)} MB at ${flowedAt.toFixed()} MB/s`);
    return {
      what: `${method}, ${file.name}: process memory over its baseline`,
      unit: 'MB',
      ours,
      baseline: { what: 'createReadStream, 1 MB', value: bare.growth / 1e6 },
      judged: { value: ours, unit: 'MB' },
      target: { atMost: 6 },
      detail: { method, flags, samples: lane.samples.length, flowedAt, memory: lane.memory, bare },
    };
  });
}

/** How much the file's size matters: the largest growth less the smallest. */
function flatness(method: string, findings: readonly Finding[]): Finding {
  const own = findings.filter(({ detail }) => detail['method'] === method);
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
  const ours = spread(own.map((finding) => finding.ours));
  return {
    what: `${method}: largest less smallest of these`,
    unit: 'MB',
    ours,
    baseline: {
      what: 'createReadStream, 1 MB',
      value: spread(own.map(({ baseline }) => baseline?.value ?? NaN)),
    },
    judged: { value: ours, unit: 'MB' },
    target: { atMost: 2 },
    detail: {},
  };
}
