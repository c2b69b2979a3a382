import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ffmpegLicence } from '../../../model/about/ffmpeg-licence';
import { groupWorks, workKind, type Work } from '../../../model/about/works';

it('reads the licence of an ffmpeg as its configure sets it', () => {
  expect(ffmpegLicence('')).toBe('LGPL-2.1-or-later');
  expect(ffmpegLicence('--enable-version3 --enable-libvpx')).toBe('LGPL-3.0-or-later');
  expect(ffmpegLicence('--enable-gpl --enable-libx264')).toBe('GPL-2.0-or-later');
  expect(ffmpegLicence('--enable-gpl --enable-version3')).toBe('GPL-3.0-or-later');
  expect(ffmpegLicence('--enable-gpl --enable-nonfree')).toBe('nonfree and unredistributable');
  // A switch is a whole word.
  expect(ffmpegLicence('--enable-gplx --disable-gpl')).toBe('LGPL-2.1-or-later');
});

it('knows fonts and programs by their packages', () => {
  expect(workKind('@fontsource-variable/archivo')).toBe('font');
  expect(workKind('@ffmpeg-installer/linux-x64')).toBe('program');
  expect(workKind('subset-font')).toBe('library');
});

const work = fc.record({
  name: fc.constantFrom('react', 'ffmpeg-static', '@fontsource/archivo', '@mantine/core', 'd3'),
  version: fc.string(),
  licence: fc.constantFrom('MIT', 'ISC', 'OFL-1.1', null),
  direct: fc.boolean(),
  text: fc.string(),
});

it('puts every font and library into one group of its licence, the larger groups first', () => {
  fc.assert(
    fc.property(fc.array(work), (works: Work[]) => {
      const groups = groupWorks(works);
      const counted = works.filter(({ name }) => workKind(name) !== 'program');
      expect(groups.flatMap(({ names }) => names)).toHaveLength(counted.length);
      for (const kind of ['font', 'library'] as const) {
        const sizes = groups.filter((group) => group.kind === kind).map((g) => g.names.length);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      }
      const kinds = groups.map((group) => group.kind);
      expect(kinds.lastIndexOf('font')).toBeLessThan(
        kinds.includes('library') ? kinds.indexOf('library') : kinds.length,
      );
    }),
  );
});

it('names first what Bufferscope itself asks for', () => {
  const of = (name: string, direct: boolean): Work => ({
    ...{ name, direct, version: '1', licence: 'MIT', text: '' },
  });
  expect(groupWorks([of('a', false), of('b', true)])[0]?.names).toEqual(['b', 'a']);
});
