import { describe, expect, it } from 'vitest';
import { sweepCsv } from '../../../../renderer/what-if/findings/csv';
import { noRun, point } from '../points';

const table = {
  axis: 'prefetch' as const,
  points: [point(1e6, 800, 4000), noRun(20e6)],
  to: 20e6,
  media: 'a "long", film.mp4',
  mediaBytes: 100e6,
  mediaSeconds: 100,
  link: 'dropouts:1.3MB/s@11-14,27-30;later=5s',
  settings: 'chunk 1 MB, most held ahead 30 MB',
};

describe('the exported data', () => {
  const lines = sweepCsv(table).split('\r\n');

  it('has one row a value behind a header with units, and ends with a line', () => {
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toBe('');
    expect(lines[0]).toContain('prefetch (MB),startup delay mean (s),startup delay least (s)');
    expect(lines[1]).toMatch(/^1,0\.8,0\.72,0\.96,4,3\.6,4\.8,1,0\.9,1\.2,6,12,1-12,3,,/);
  });

  it('leaves out what there was no run for, and names the reason', () => {
    expect(lines[2]).toMatch(/^20,,,,,,,,,,,0,,,prefetch-does-not-fit,/);
  });

  it('names media, link and settings in each row, quoted where they need it', () => {
    for (const line of lines.slice(1, 3)) {
      expect(line).toContain('"a ""long"", film.mp4"');
      expect(line).toContain('"dropouts:1.3MB/s@11-14,27-30;later=5s"');
      expect(line).toContain('"chunk 1 MB, most held ahead 30 MB"');
    }
  });

  it('has as many cells in every row', () => {
    const cells = (line: string): number => line.replace(/"(?:[^"]|"")*"/g, 'x').split(',').length;
    expect(cells(lines[1] ?? '')).toBe(cells(lines[0] ?? ''));
    expect(cells(lines[2] ?? '')).toBe(cells(lines[0] ?? ''));
  });
});
