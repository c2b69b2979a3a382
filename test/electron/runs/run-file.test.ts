import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readRunFile, RunFileError } from '../../../electron/runs/run-file';
import { randomAt } from '../../../model/link/random';
import { linesOfRun } from '../../../model/runs/run-lines';
import { madeLog, madeRun } from '../../model/runs/made-runs';
import { freshFolder } from './folder';

const run = madeRun(madeLog(), { name: 'Lecture 3', pinned: true });
const lines = linesOfRun(run);

function written(content: string | Buffer, name = 'a.bufferrun'): string {
  const path = join(freshFolder(), name);
  writeFileSync(path, content);
  return path;
}

describe('a run from a file', () => {
  it.each([
    ['packed', gzipSync(lines)],
    [
      'in two parts, one behind the other',
      Buffer.concat([gzipSync(lines.slice(0, 5000)), gzipSync(lines.slice(5000))]),
    ],
    ['not packed', lines],
  ])('%s', async (_how, content) => {
    expect(await readRunFile(written(content))).toEqual(run);
  });

  it('is a report of this version or of the one before', async () => {
    const { log } = run;
    const report = await readRunFile(written(JSON.stringify(log, null, 1), 'report.json'));
    expect(report).toEqual({ name: '', pinned: false, startedMs: null, brokenOff: false, log });
  });

  it('cut off anywhere has broken off there', async () => {
    const packed = gzipSync(lines);
    const half = await readRunFile(written(packed.subarray(0, packed.length / 2)));
    expect(half.brokenOff).toBe(true);
    const samples = ({ lanes }: typeof run.log) => lanes.flatMap((lane) => lane.samples).length;
    expect(samples(half.log)).toBeGreaterThan(100);
    expect(samples(half.log)).toBeLessThan(samples(run.log));
  });
});

describe('a file that is no run', () => {
  it.each([
    [
      'nothing',
      '',
      /^a\.bufferrun is no run: it is neither a kept run nor the report\.json of one\.$/,
    ],
    ['text', 'not json', /^a\.bufferrun is no run: it is neither/],
    ['other JSON', '{"a":1}', /^a\.bufferrun: This is no run log: it names no "schema"\.$/],
    [
      'gzip in name only',
      Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
      /damaged/,
    ],
    ['one word for ever', gzipSync(Buffer.alloc(200e6, 'x')), /too large for a run \(128 MB/],
    ['one line for ever', gzipSync(lines + 'x'.repeat(150e6)), /too large for a run \(128 MB/],
  ])('%s is refused in a sentence', async (_what, content, why) => {
    const refused = readRunFile(written(content));
    await expect(refused).rejects.toThrow(RunFileError);
    await expect(refused).rejects.toThrow(why);
  });

  it('a folder and what is not there are refused in a sentence', async () => {
    await expect(readRunFile(freshFolder())).rejects.toThrow(/is no file/);
    await expect(readRunFile('/nowhere/a')).rejects.toThrow(/^a cannot be read \(ENOENT\)/);
  });

  it.each([1, 2, 3, 4])(
    'of 500 changed at random (%d) each is a run or a sentence',
    async (seed) => {
      let drawn = 0;
      const upTo = (end: number): number => Math.floor(randomAt(seed, drawn++) * end);
      const short = linesOfRun(madeRun(madeLog('constant:9MB/s', { seconds: 2 })));
      const path = written('');
      const outcomes = { runs: 0, sentences: 0 };
      for (let i = 0; i < 500; i += 1) {
        writeFileSync(path, mutant(short, upTo));
        try {
          await readRunFile(path);
          outcomes.runs += 1;
        } catch (error) {
          if (!(error instanceof RunFileError)) throw new Error(`mutant ${i}`, { cause: error });
          expect(error.message).toMatch(/^a\.bufferrun.*\.$/);
          outcomes.sentences += 1;
        }
      }
      expect(outcomes.runs).toBeGreaterThan(50);
      expect(outcomes.sentences).toBeGreaterThan(50);
      expect(readFileSync(path).length).toBeGreaterThan(0);
    },
  );
});

const VALUES = [
  '1e999',
  '-1',
  'null',
  '"x"',
  '[]',
  '{}',
  '0.5',
  '9007199254740993',
  'NaN',
  'true',
  '{"__proto__":{"x":1}}',
  '"\\u0000"',
  '""',
];

/** A file with one thing wrong: bytes, values, lines, or its packing. */
function mutant(text: string, upTo: (end: number) => number): Buffer {
  const all = text.split('\n');
  const at = upTo(all.length - 1);
  const line = all[at] ?? '';
  switch (upTo(7)) {
    case 0: {
      const bytes = Buffer.from(text);
      bytes[upTo(bytes.length)] = upTo(256);
      return bytes;
    }
    case 1: {
      const packed = gzipSync(text);
      packed[upTo(packed.length)] = upTo(256);
      return packed;
    }
    case 2:
      return gzipSync(text).subarray(0, upTo(2000));
    case 3:
      all.splice(at, 1 + upTo(3));
      break;
    case 4:
      all.splice(upTo(all.length), 0, line);
      break;
    case 5: {
      const numbers = [...line.matchAll(/-?\d+(\.\d+)?|"[^"]*"|null|true|false/g)];
      const found = numbers[upTo(numbers.length)];
      const value = VALUES[upTo(VALUES.length)] ?? '';
      if (found)
        all[at] = line.slice(0, found.index) + value + line.slice(found.index + found[0].length);
      break;
    }
    default:
      all[at] = line.slice(0, upTo(line.length));
  }
  return Buffer.from(all.join('\n'));
}
