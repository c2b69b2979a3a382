import { appendFile } from 'node:fs/promises';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RunWriter } from '../../../electron/runs/run-writer';
import type { LaneLog } from '../../../model/run/schema';
import { planLine, RunLines } from '../../../model/runs/run-lines';
import { longLog } from '../kept-runs';
import type { Finding, Row } from '../row';

/** What is new is written this often, ms: renderer/live/keep-run.ts. */
const WRITE_MS = 500;

/**
 * What writing a run costs: a run of 10 min of three lanes becomes known as it did, is put into lines and written, as
 * fast as that goes. What the two processes do for it is done in one here; only the way between them is left out.
 */
export const runsWrite: Row = {
  name: 'runs-write',
  async measure(machine) {
    const log = longLog();
    const folder = machine.fresh('runs');
    const began = process.cpuUsage();
    const written: string[] = [planLine(log, 0)];
    const trouble = (sentence: string): never => {
      throw new Error(sentence);
    };
    const writer = new RunWriter(folder, { trouble }, { plan: written[0] ?? '', name: '' });
    const lines = new RunLines(log.link.spec);
    const lanes = log.lanes.map(begun);
    for (let nowMs = 0; nowMs < log.lengthMs; nowMs += WRITE_MS) {
      for (const [i, lane] of log.lanes.entries()) grow(lanes[i], lane, nowMs);
      const news = lines.take({ ...log.link, lanes, marks: log.marks });
      written.push(news);
      writer.append(news);
    }
    written.push(lines.end(log));
    writer.append(written.at(-1) ?? '');
    await writer.finish();
    const oursS = cpuS(began);
    const bareBegan = process.cpuUsage();
    for (const each of written) await appendFile(join(folder, 'bare'), each);
    const bareS = cpuS(bareBegan);
    const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.bufferrun'));
    const packedBytes = statSync(join(folder, file)).size;
    const bytes = written.reduce((sum, each) => sum + Buffer.byteLength(each), 0);
    const minutes = log.lengthMs / 60_000;
    const share = (seconds: number) => (100 * seconds) / (log.lengthMs / 1000);
    machine.say(`${oursS.toFixed(2)} s for ${minutes.toFixed(1)} min, packed ${packedBytes} bytes`);
    return [
      finding('processor', '% of a core', share(oursS), share(bareS), 1),
      finding('lines', 'kB/min', bytes / 1000 / minutes, packedBytes / 1000 / minutes, 300),
    ];
  },
};

const cpuS = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

const begun = (lane: LaneLog): LaneLog => ({
  ...lane,
  ...{ samples: [], events: [], states: [], stalls: [], chunks: [] },
});

/** A lane learns what had happened by a moment, ms. */
function grow(lane: LaneLog | undefined, whole: LaneLog, nowMs: number): void {
  if (!lane) return;
  push(lane.samples, whole.samples, ({ tMs }) => tMs <= nowMs);
  push(lane.events, whole.events, ({ tMs }) => tMs <= nowMs);
  push(lane.states, whole.states, ({ tMs }) => tMs <= nowMs);
  push(lane.stalls, whole.stalls, ({ atMs }) => atMs <= nowMs);
  push(lane.chunks, whole.chunks, ({ receivedMs }) => receivedMs <= nowMs);
}

function push<T>(known: T[], all: readonly T[], happened: (item: T) => boolean): void {
  for (let next = all[known.length]; next && happened(next); next = all[known.length]) {
    known.push(next);
  }
}

function finding(what: string, unit: string, ours: number, bare: number, atMost: number): Finding {
  return {
    what: `writing a run of three lanes: ${what}`,
    unit,
    ours,
    baseline: {
      what: unit === 'kB/min' ? 'the same packed' : 'the same lines, appended',
      value: bare,
    },
    judged: { value: ours, unit },
    target: { atMost },
    detail: {},
  };
}
