import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { METHODS } from '../../../model/delivery/types';
import { randomAt } from '../../../model/link/random';
import { EXPORT_FORMATS, type ExportFormat } from '../../../model/runs/export-formats';
import type { KeptRun } from '../../../model/runs/kept-lines';
import { linesOfRun } from '../../../model/runs/run-lines';
import { madeLog, madeRun } from '../../model/runs/made-runs';
import type { Machine } from '../machine';
import { outputOf } from '../output-of';
import type { Finding, Row } from '../row';
import { median } from '../statistics';

/** A run of three lanes of so long, s, in which 1 MB lasts 1 s. */
const RUN_S = 180;
/** Each is measured so often behind a first one, for which the command line may have to be built; the median counts. */
const TIMES = 5;

/**
 * How long the command line takes to hand a run of 3 min on, its own start included, and how large that is. The page
 * has a bound; the other formats are told.
 */
export const exportRow: Row = {
  name: 'export',
  async measure(machine) {
    const path = join(machine.fresh('export'), 'run.bufferrun');
    writeFileSync(path, gzipSync(linesOfRun(noisyRun())));
    await exported(machine, path, 'run');
    const findings: Finding[] = [];
    for (const format of EXPORT_FORMATS) {
      const all: { seconds: number; megabytes: number }[] = [];
      for (let i = 0; i < TIMES; i += 1) all.push(await exported(machine, path, format));
      const seconds = median(all.map((one) => one.seconds));
      const megabytes = all[0]?.megabytes ?? 0;
      machine.say(`${format}: ${seconds.toFixed(2)} s, ${megabytes.toFixed(2)} MB`);
      if (format !== 'html') continue;
      const what = 'HTML page of a 3 min run, by the command line';
      findings.push(bound(what, 's', seconds, 1), bound(`${what}: size`, 'MB', megabytes, 2));
    }
    return findings;
  },
};

async function exported(machine: Machine, path: string, format: ExportFormat) {
  const out = `${path}.${format}`;
  const cli = join(machine.tools.root, 'scripts', 'cli.mjs');
  const args = [cli, 'runs', 'export', path, '--format', format, '--out', out];
  const began = performance.now();
  const env = machine.environment();
  const { ended, stderr } = await outputOf(process.execPath, args, { env, seconds: 120 });
  if (ended !== 0) throw new Error(`runs export ended with ${ended}: ${stderr.slice(-400)}`);
  return { seconds: (performance.now() - began) / 1000, megabytes: statSync(out).size / 1e6 };
}

/** As measured: what is simulated is rounder than any process, and packs better than it should. */
function noisyRun(): KeptRun {
  const log = madeLog('dropouts:1.3MB/s@12-17,30-37,90-95', { seconds: RUN_S, prefetchBytes: 1e7 });
  const lengthMs = RUN_S * 1000;
  for (const [n, lane] of log.lanes.entries()) {
    lane.samples = lane.samples
      .filter(({ tMs }) => tMs <= lengthMs)
      .map((sample, i) => ({
        ...sample,
        tMs: sample.tMs + randomAt(n, i) * 20,
        rssBytes: 1.08e8 + sample.heldBytes + Math.floor(randomAt(n + METHODS.length, i) * 4e6),
      }));
  }
  return madeRun({ ...log, lengthMs }, { name: 'Three minutes' });
}

const bound = (what: string, unit: string, ours: number, atMost: number): Finding => ({
  ...{ what, unit, ours, baseline: null, judged: { value: ours, unit }, target: { atMost } },
  detail: {},
});
