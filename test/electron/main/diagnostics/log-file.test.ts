import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLog, readLog, writeLog } from '../../../../electron/main/diagnostics/log-file';

let root: string;
beforeAll(() => (root = mkdtempSync(join(tmpdir(), 'log-file-'))));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const bytesOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

describe('the log', () => {
  it('is what was written, in order, and never more than 5 MB in two files', () => {
    const folder = join(root, 'own', 'logs');
    openLog(folder);
    let most = 0;
    for (let i = 0; i < 4000; i += 1) {
      writeLog('info', 'test', `line ${String(i)}`, 'x'.repeat(4000));
      if (i % 100 === 0) most = Math.max(most, bytesOf(folder));
    }
    expect(most).toBeGreaterThan(2_000_000);
    expect(Math.max(most, bytesOf(folder))).toBeLessThanOrEqual(5_000_000);
    expect(readdirSync(folder).sort()).toEqual(['bufferscope.log', 'bufferscope.old.log']);
    const numbers = readLog(folder).map(({ what }) => Number(what.slice('line '.length)));
    expect(numbers.at(-1)).toBe(3999);
    expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
  });

  it('passes over what is no line, and begins anew where it is deleted under way', () => {
    const folder = join(root, 'deleted');
    openLog(folder);
    writeLog('warn', 'test', 'before');
    writeFileSync(join(folder, 'bufferscope.log'), 'half a li');
    writeLog('error', 'test', 'after damage');
    expect(readLog(folder)).toHaveLength(0);
    rmSync(join(folder, 'bufferscope.log'));
    writeLog('error', 'test', 'after deletion');
    expect(readLog(folder).map(({ what }) => what)).toEqual(['after deletion']);
  });

  it('costs nobody anything where it cannot be written', () => {
    const folder = join(root, 'a-file');
    writeFileSync(folder, 'mine');
    openLog(folder);
    writeLog('error', 'test', 'nowhere');
    expect(readFileSync(folder, 'utf8')).toBe('mine');
    const gone = join(root, 'gone');
    openLog(gone);
    writeLog('error', 'test', 'there');
    rmSync(gone, { recursive: true });
    writeLog('error', 'test', 'nowhere either');
    expect(readLog(gone)).toEqual([]);
  });
});
