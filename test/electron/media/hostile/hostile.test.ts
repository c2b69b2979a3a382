import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportLine } from '../../../../electron/cli/media-report';
import { reportFile, type FileReport } from '../../../../electron/cli/media-report/report-file';
import { findFfmpeg } from '../../../../electron/media/ffmpeg';
import { Bench } from '../made';
import { HOSTILE, writeHostile } from './inputs';

/** What no file of a few kilobytes may cost. */
const MAX_BYTES = 500e6;

let bench: Bench;
let paths: Map<string, string>;
const lines: string[] = [];
beforeAll(async () => {
  bench = await Bench.open();
  paths = await writeHostile(bench);
}, 120_000);
afterAll(async () => {
  await bench.close();
  const { version, source } = await findFfmpeg();
  process.stdout.write(`\nHostile files, ffmpeg ${version} (${source}):\n${lines.join('\n')}\n`);
});

async function report(name: string): Promise<FileReport> {
  const { inspector, cache } = bench;
  const signal = new AbortController().signal;
  const path = paths.get(name) ?? '';
  const result = await reportFile(path, { inspector, cache, signal, ffmpeg: findFfmpeg });
  lines.push(`${name.padEnd(24)} ${reportLine(result)}`);
  return result;
}

describe('a file that attacks, or looks as if it did, is opened or refused in bounds', () => {
  it.each(HOSTILE)('$name: $comes', async ({ name, comes }) => {
    const result = await report(name);
    expect(result.refused ? 'refused' : result.outcome).toBe(comes);
    expect(result.peakBytes ?? 0).toBeLessThan(MAX_BYTES);
  });
});
