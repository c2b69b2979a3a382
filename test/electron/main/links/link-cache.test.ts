import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LinkCache } from '../../../../electron/main/links/link-cache';
import { UserProfiles } from '../../../../electron/main/links/user-profiles';
import { curveOfSegments } from '../../../../model/link/rate-curve';
import { profileCurve } from '../../../../model/link/profiles';
import { LinkSpecError } from '../../../../model/link/spec/spec';
import { SAMPLES } from '../../../model/link/formats/samples';
import { folder } from './folder';

const noTrash = (): Promise<void> => Promise.reject(new Error('no trash here'));

describe('LinkCache', () => {
  it('reads a trace by its path, absolute or from the working directory, whatever it is called', () => {
    const cache = new LinkCache(null);
    const path = join(folder(), 'my; trace=1;latency=5ms.mp4');
    writeFileSync(path, SAMPLES.belgium);
    const spec = cache.resolve(`trace:${path};latency=40ms;jitter=3ms`);
    expect(spec).toMatchObject({ kind: 'trace', name: path, latencyMs: 40, jitterMs: 3 });
    expect(spec.curve?.fromMs).toHaveLength(4);
    expect(cache.find('trace', path)).toMatchObject({
      note: 'Read as a Belgium 4G log: 4.0 s long, 2.5 MB/s in the mean.',
    });
    const near = relative(process.cwd(), path);
    expect(cache.resolve(`trace:${near}`).curve).toBe(spec.curve);
  });

  it('reads a file again when it has changed, and only then', () => {
    const cache = new LinkCache(null);
    const path = join(folder(), 'a.log');
    writeFileSync(path, '0 8\n1 8\n');
    const first = cache.find('trace', path);
    expect(cache.find('trace', path).known.curve).toBe(first.known.curve);
    // Written anew beside it and put in its place: another file, perhaps within the same tick of the clock.
    writeFileSync(`${path}.new`, '0 80\n1 80\n');
    renameSync(`${path}.new`, path);
    expect(cache.find('trace', path).known.curve.rate[0]).toBe(1e7);
    rmSync(path);
    expect(() => cache.find('trace', path)).toThrow('There is no file');
  });

  it('keeps the four that were asked for last', () => {
    const cache = new LinkCache(null);
    const inside = folder();
    const curveOf = (name: string) => cache.find('trace', join(inside, name)).known.curve;
    for (const name of 'abcde') writeFileSync(join(inside, name), '0 8\n1 9\n');
    const a = curveOf('a');
    const b = curveOf('b');
    expect(curveOf('a')).toBe(a);
    for (const name of 'cde') curveOf(name);
    expect(curveOf('a')).toBe(a);
    expect(curveOf('b')).not.toBe(b);
  });

  it.each([
    ['nothing', (path: string) => path, 'There is no file PATH; check the path of the trace.'],
    [
      'a folder',
      (path: string) => {
        mkdirSync(path);
      },
      'PATH is not a file; name the trace itself.',
    ],
    [
      'no trace',
      (path: string) => writeFileSync(path, '0 8\n1 eight\n'),
      'PATH: Line 2: expected two columns (time in s, Mbit/s), found "1 eight".',
    ],
  ])('says in one sentence that there is %s', (_what, make, sentence) => {
    const path = join(folder(), 'x.log');
    make(path);
    const expected = new LinkSpecError(sentence.replace('PATH', path));
    expect(() => new LinkCache(null).resolve(`trace:${path}`)).toThrow(expected);
  });

  it('finds built-in profiles first, then one’s own', () => {
    const own = new UserProfiles(folder(), noTrash);
    const cache = new LinkCache(own);
    const curve = curveOfSegments([{ fromMs: 0, rate: 1e6 }], 1000);
    expect(own.save('My tram', { curve, latencyMs: 30 }, false)).toEqual({ ok: true });
    expect(cache.resolve('profile:fibre').curve).toBe(profileCurve('fibre').curve);
    expect(cache.resolve('profile:My tram')).toMatchObject({ latencyMs: 30, rate: 1e6 });
    expect(() => cache.resolve('profile:tram')).toThrow('There is no profile "tram"');
  });
});
