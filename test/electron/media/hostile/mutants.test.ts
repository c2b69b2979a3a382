import { rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportFile, type FileReport } from '../../../../electron/cli/media-report/report-file';
import { findFfmpeg } from '../../../../electron/media/ffmpeg';
import { Bench } from '../made';
import { mutant, mutantBases } from './mutants';

/** How many are tried: BUFFERSCOPE_MUTANTS says otherwise, such as 2000. */
const COUNT = Number(process.env['BUFFERSCOPE_MUTANTS'] ?? 48);

/** What no file of a few kilobytes may cost. */
const MAX_BYTES = 500e6;

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()), 120_000);
afterAll(() => bench.close());

it(
  `each of ${COUNT} mutated media files is opened or refused, in bounds`,
  async () => {
    const bases = await mutantBases(bench);
    const worst = { seconds: 0, bytes: 0 };
    const outcomes = new Map<string, number>();
    for (let i = 0; i < COUNT; i += 1) {
      const base = bases[i % bases.length];
      if (!base) continue;
      const path = bench.path(`${i}-${base.name}`);
      await writeFile(path, mutant(base.bytes, i));
      const { inspector, cache } = bench;
      const signal = new AbortController().signal;
      const result: FileReport = await reportFile(path, {
        ...{ inspector, cache, signal, ffmpeg: findFfmpeg },
      });
      outcomes.set(result.outcome, (outcomes.get(result.outcome) ?? 0) + 1);
      worst.seconds = Math.max(worst.seconds, result.seconds);
      worst.bytes = Math.max(worst.bytes, result.peakBytes ?? 0);
      expect(result.peakBytes ?? 0, `${i}-${base.name}`).toBeLessThan(MAX_BYTES);
      if (result.seconds > 5) process.stdout.write(`${i}-${base.name}: ${result.seconds} s\n`);
      await rm(path);
    }
    const counts = [...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ');
    const most = `${worst.seconds.toFixed(1)} s, ${(worst.bytes / 1e6).toFixed(0)} MB`;
    process.stdout.write(`\n${COUNT} mutated files: ${counts}; the most ${most}.\n`);
  },
  60_000 + COUNT * 2_000,
);
