import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench } from './made';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(() => bench.close());

const TEXT = 'A line of text.\n'.repeat(10);

/** Every character that Linux allows in a name, as names of at most 200 bytes. */
function everyCharacter(): string[] {
  const all = Array.from({ length: 0x2ff }, (_, code) => String.fromCharCode(code + 1))
    .concat(['한', '缓', '👩‍🔬', '\u202e', '\u2028', '\ufeff'])
    .filter((character) => character !== '/');
  const names: string[] = [];
  for (let at = 0; at < all.length; at += 60) names.push(`${all.slice(at, at + 60).join('')}.txt`);
  return names;
}

describe.runIf(process.platform === 'linux')('a file that is strange to others', () => {
  it('may be called by every character that the system allows', async () => {
    for (const name of everyCharacter()) {
      const path = bench.path(name);
      writeFileSync(path, TEXT);
      const media = await bench.open(path);
      expect(media).toMatchObject({ kind: 'text', name, deliveredPath: path });
      expect(readFileSync(media.deliveredPath, 'utf8')).toBe(TEXT);
    }
  });

  it('may lie at a path of 4,000 characters', async () => {
    // The system takes such a path whole, and names of 255 bytes at most.
    const deep = Array.from({ length: 40 }, () => 'd'.repeat(100));
    let folder = bench.dir;
    for (const name of deep) {
      if (join(folder, name).length > 3880) break;
      folder = join(folder, name);
    }
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${'f'.repeat(4000 - folder.length - 5)}.txt`);
    expect(path).toHaveLength(4000);
    expect(dirname(path)).toBe(folder);
    writeFileSync(path, TEXT);
    expect(await bench.open(path)).toMatchObject({ kind: 'text', deliveredPath: path });
  });

  it('may be sparse and 20 GB large', async () => {
    const path = bench.path('sparse.bin');
    writeFileSync(path, '');
    truncateSync(path, 20e9);
    const media = await bench.open(path, { as: 'bytes', consumeRate: 1e6 });
    expect(media).toMatchObject({ kind: 'bytes', deliveredBytes: 20e9, durationS: 20_000 });
  });
});
