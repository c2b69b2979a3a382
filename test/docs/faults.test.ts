import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const rows = readFileSync('docs/faults.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, fault, promised, test] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [, file, title] = /^`([^`]+)`, "(.+)"$/.exec(test ?? '') ?? [];
    return file && title && fault ? [{ fault, promised, file, title }] : [];
  });

describe('docs/faults.md', () => {
  it('names at least 30 faults, each once, with what is promised', () => {
    expect(rows.length).toBeGreaterThanOrEqual(30);
    expect(new Set(rows.map(({ fault }) => fault)).size).toBe(rows.length);
    for (const { promised } of rows) expect(promised).not.toBe('');
  });

  it.each(rows)('has a test for "$fault"', ({ file, title }) => {
    const path = `test/${file}`;
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(title);
  });
});
