import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeName } from '../../../../electron/main/links/file-name';
import { UserProfiles } from '../../../../electron/main/links/user-profiles';
import { importTrace } from '../../../../model/link/formats/import-trace';
import { curveOfSegments } from '../../../../model/link/rate-curve';
import { folder } from './folder';

const known = (rate: number, periodMs = 2000) => ({
  curve: curveOfSegments(
    [
      { fromMs: 0, rate },
      { fromMs: 500, rate: 0 },
    ],
    periodMs,
  ),
  latencyMs: 20,
});

function profiles(): { own: UserProfiles; inside: string; trash: string } {
  const inside = join(folder(), 'links');
  const trash = folder();
  const move = async (path: string): Promise<void> =>
    Promise.resolve(renameSync(path, join(trash, 'trashed.json')));
  return { own: new UserProfiles(inside, move), inside, trash };
}

describe('profiles of one’s own', () => {
  it('are none before the first is saved', () => {
    const { own } = profiles();
    expect(own.list()).toEqual([]);
    expect(own.pathOf('a')).toBeNull();
  });

  it('are kept as Sabre’s periods with a title, and read back with and without a period', () => {
    const { own, inside } = profiles();
    expect(own.save(' Tram 11 ', known(1e6), false)).toEqual({ ok: true });
    expect(own.save('Held', known(2e6, Infinity), false)).toEqual({ ok: true });
    expect(readdirSync(inside).sort()).toEqual(['Held.json', 'Tram 11.json']);
    expect(own.load('Tram 11')).toEqual(known(1e6));
    expect(own.load('Held')).toEqual(known(2e6, Infinity));
    const file = JSON.parse(readFileSync(join(inside, 'Tram 11.json'), 'utf8')) as {
      title: string;
      periods: unknown;
    };
    expect(file.title).toBe('Tram 11');
    expect(importTrace(JSON.stringify(file.periods)).curve).toEqual(known(1e6).curve);
    expect(own.list()).toEqual([
      {
        name: 'Held',
        title: 'Held',
        sentence: 'Your own: 2 MB/s in the mean up to its last step, whose rate holds.',
        own: true,
      },
      {
        name: 'Tram 11',
        title: 'Tram 11',
        sentence: 'Your own: 250 kB/s in the mean, all again after 2 s.',
        own: true,
      },
    ]);
  });

  it('are replaced only when that was asked for, whatever the case of the name', () => {
    const { own, inside } = profiles();
    own.save('Tram', known(1e6), false);
    expect(own.save('tram', known(2e6), false)).toEqual({
      ok: false,
      message: 'There is a profile "tram" already; replace it or choose another name.',
      exists: true,
    });
    expect(own.load('Tram')).toEqual(known(1e6));
    expect(own.save('tram', known(2e6), true)).toEqual({ ok: true });
    expect(own.load('TRAM')).toEqual(known(2e6));
    expect(readdirSync(inside)).toEqual(['Tram.json']);
  });

  it('never take the name of a built-in one, or none', () => {
    const { own } = profiles();
    expect(own.save('Fibre', known(1e6), true)).toMatchObject({
      message: '"Fibre" is a built-in profile, which stays as it is; choose another name.',
      exists: false,
    });
    expect(own.save(' .. ', known(1e6), true)).toMatchObject({
      message: 'A profile needs a name with letters or digits in it.',
    });
  });

  it('stay in their folder under names that every system can keep', () => {
    const { own, inside } = profiles();
    own.save('../../etc/passwd', known(1e6), false);
    expect(readdirSync(inside)).toEqual(['-..-etc-passwd.json']);
    expect(own.load('../../etc/passwd')).toEqual(known(1e6));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const safe = safeName(name);
        expect(safe).not.toMatch(/[<>:"/\\|?*;\p{Cc}]|^[. ]|[. ]$/u);
        expect(safe).not.toMatch(/^(?:con|nul|aux|prn|com\d|lpt\d)$/i);
        expect(safe.length).toBeLessThanOrEqual(81);
        expect(safeName(safe)).toBe(safe);
      }),
    );
    expect(safeName('NUL')).toBe('NUL_');
  });

  it('go to the trash, and are gone then', async () => {
    const { own, inside, trash } = profiles();
    own.save('Tram', known(1e6), false);
    await own.remove('Tram');
    expect(readdirSync(inside)).toEqual([]);
    expect(readdirSync(trash)).toEqual(['trashed.json']);
    await expect(own.remove('Tram')).rejects.toThrow(
      'There is no profile "Tram" of your own any more.',
    );
  });

  it('that stay when there is no trash, or that cannot be written, are told of in one sentence', async () => {
    const inside = folder();
    const own = new UserProfiles(inside, () => Promise.reject(new Error('no trash')));
    own.save('Tram', known(1e6), false);
    await expect(own.remove('Tram')).rejects.toThrow(
      'Tram.json could not be moved to the trash; remove the file by hand.',
    );
    mkdirSync(join(inside, 'Bus.json.part'));
    const outcome = own.save('Bus', known(1e6), false);
    expect(outcome).toMatchObject({ ok: false, exists: false });
    expect(outcome.ok || outcome.message).toMatch(/^The profile could not be written to .*EISDIR/);
  });

  it('that are damaged say so in the list and when they are used', () => {
    const { own, inside } = profiles();
    own.save('Tram', known(1e6), false);
    writeFileSync(join(inside, 'Tram.json'), '{"title": "Tram", "periods": [{}]}');
    const sentence = `The profile ${join(inside, 'Tram.json')} cannot be read; move the file away or save the profile again.`;
    expect(() => own.load('Tram')).toThrow(sentence);
    expect(own.list()).toEqual([{ name: 'Tram', title: 'Tram', sentence, own: true }]);
  });
});
