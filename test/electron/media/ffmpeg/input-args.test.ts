import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputArgs, pictureArgs } from '../../../../electron/media/ffmpeg/input-args';

/** Formats that name other files or hosts, or read what is none. */
const NAMES_OTHERS = ['hls', 'dash', 'concat', 'sdp', 'rtsp', 'imf', 'ffmetadata', 'tty', 'lavfi'];

/** The sources that name an input to ffmpeg, each with its protocols, or a pipe or graph of our own. */
const MAY_NAME = [
  'electron/main/video/encode-args.ts',
  'electron/main/video/video-sound.ts',
  'electron/media/ffmpeg/input-args.ts',
];

const sources = readdirSync('electron', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));

describe('what ffmpeg is told of a file', () => {
  it.each([inputArgs, pictureArgs])('is no option, whatever the file is called', (args) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const told = args(name);
        expect(told.at(-1)).toBe(`file:${name}`);
        expect(told.slice(0, 2)).toEqual(['-protocol_whitelist', 'file']);
      }),
    );
  });

  it('is a list of formats without one that names other files or hosts', () => {
    const told = inputArgs('film.mp4');
    const formats = told[told.indexOf('-format_whitelist') + 1]?.split(',') ?? [];
    expect(formats).toContain('mov');
    expect(formats.filter((format) => NAMES_OTHERS.includes(format))).toEqual([]);
  });

  it('is said in few places, and nowhere else', () => {
    const naming = sources.filter((path) => readFileSync(path, 'utf8').includes("'-i'"));
    expect(naming.sort()).toEqual(MAY_NAME);
  });
});
