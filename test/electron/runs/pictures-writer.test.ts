import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PicturesWriter } from '../../../electron/runs/pictures-writer';
import { pathOfPictures } from '../../../electron/runs/run-folder';
import { RunLibrary } from '../../../electron/runs/run-library';
import { madeLog, madeRun } from '../../model/runs/made-runs';
import { freshFolder } from './folder';

const written = (folder: string, id: string) => {
  const said: string[] = [];
  return { said, writer: new PicturesWriter(folder, id, { trouble: (s) => said.push(s) }) };
};

describe('the pictures of a run', () => {
  it('are written where they belong, in the order in which they come', async () => {
    const piece = fc.record({
      position: fc.nat({ max: 500 }),
      bytes: fc.uint8Array({ minLength: 1 }),
    });
    let nth = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 20 }), async (pieces) => {
        const folder = join(freshFolder(), 'runs');
        const { said, writer } = written(folder, `run-${(nth += 1)}`);
        for (const { bytes, position } of pieces) writer.write(bytes, position);
        await writer.close();
        const size = Math.max(...pieces.map(({ bytes, position }) => position + bytes.length));
        const whole = new Uint8Array(size);
        for (const { bytes, position } of pieces) whole.set(bytes, position);
        expect([...readFileSync(pathOfPictures(folder, `run-${nth}`))]).toEqual([...whole]);
        expect(said).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('are no file when none came; a folder that cannot be one is said once', async () => {
    const folder = freshFolder();
    const none = written(folder, 'none');
    await none.writer.close();
    expect(existsSync(pathOfPictures(folder, 'none'))).toBe(false);
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { said, writer } = written(join(file, 'runs'), 'a');
    writer.write(Uint8Array.of(1), 0);
    writer.write(Uint8Array.of(2), 1);
    await writer.close();
    expect(said).toHaveLength(1);
  });

  it('go with their run: aside, back, into its size, and for good', async () => {
    const folder = freshFolder();
    const library = new RunLibrary(folder);
    const id = await library.add(madeRun(madeLog(), { name: 'Seen' }));
    const alone = (await library.list()).bytes;
    expect(await library.picturesOf(id)).toBeNull();
    const path = pathOfPictures(folder, id);
    writeFileSync(path, Buffer.alloc(5000));
    expect(await library.picturesOf(id)).toBe(path);
    expect((await library.list()).bytes).toBe(alone + 5000);
    await library.moveAside([id]);
    expect(existsSync(path)).toBe(false);
    await library.restore([id]);
    expect(existsSync(path)).toBe(true);
    await library.remove([id]);
    expect(existsSync(path)).toBe(false);
    expect(await library.picturesOf('../somewhere')).toBeNull();
  });
});
