import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');
const rows = [...text.matchAll(/^\| ([\d, ]+) .*\| (.*?) +\|$/gm)].map(
  ([, points = '', held = '']) => ({
    points: points.split(',').map(Number),
    tests: [...held.matchAll(/`([^`]+\.(?:spec|test)\.ts)`, "([^"]+)"/g)].map(
      ([, file = '', title = '']) => ({ file, title }),
    ),
  }),
);

describe('docs/security.md', () => {
  it("has all 20 points of Electron's checklist, in order", () => {
    const points = Array.from({ length: 20 }, (_, i) => i + 1);
    expect(rows.flatMap((row) => row.points)).toEqual(points);
  });

  it.each(rows)('has a test for the points $points', ({ tests }) => {
    expect(tests).not.toEqual([]);
    for (const { file, title } of tests) {
      expect([file, existsSync(`test/${file}`)]).toEqual([file, true]);
      expect(readFileSync(`test/${file}`, 'utf8')).toContain(title);
    }
  });

  it('names no other test that is not there', () => {
    const attacks = text.slice(text.indexOf('## What was tried'));
    const named = [...attacks.matchAll(/`([\w./-]+\.(?:spec|test)\.ts)`/g)].map(([, f = '']) => f);
    expect(named.length).toBeGreaterThan(5);
    for (const file of named) {
      const path = /^test\//.test(file) ? file : `test/${file}`;
      expect([file, existsSync(path)]).toEqual([file, true]);
    }
  });
});
