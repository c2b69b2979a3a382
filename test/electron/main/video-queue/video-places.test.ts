import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VideoPlaces } from '../../../../electron/main/video-queue/video-places';
import { VIDEO_FORMATS } from '../../../../model/video/options';
import { testFolder } from './folder';

function made(taken: readonly string[] = []) {
  const folder = testFolder();
  const at = (name: string): string => join(folder, name);
  const places = new VideoPlaces((path) => taken.includes(basename(path)));
  return { folder, at, places };
}

describe('VideoPlaces', () => {
  it('proposes names that are free, whatever the video calls itself, inside the folder', async () => {
    const { places, folder } = made();
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, unit: 'binary' }),
        fc.constantFrom(...VIDEO_FORMATS),
        async (name, format) => {
          const place = places.of(await places.propose(folder, name, format));
          expect(place?.replaces).toBe(false);
          expect(join(folder, basename(place?.path ?? ''))).toBe(place?.path);
          expect(place?.path.endsWith(`.${format}`)).toBe(true);
        },
      ),
    );
  });

  it('counts on where a file is, or another video is to be', async () => {
    const { places, folder, at } = made(['a (2).mp4']);
    writeFileSync(at('a.mp4'), '');
    expect(places.of(await places.propose(folder, 'a', 'mp4'))?.path).toBe(at('a (3).mp4'));
  });

  it('replaces only what a person chose by its whole name', async () => {
    const { places, at } = made(['queued.mp4']);
    for (const name of ['there.mp4', 'other.webm']) writeFileSync(at(name), '');
    const chosen = async (name: string) => places.of(await places.chosen(at(name), 'mp4'));
    expect(await chosen('there.mp4')).toEqual({ path: at('there.mp4'), replaces: true });
    // The dialog asked about "there", and "there.mp4" is another file.
    expect(await chosen('there')).toEqual({ path: at('there (2).mp4'), replaces: false });
    expect(await chosen('new.mp4')).toEqual({ path: at('new.mp4'), replaces: false });
    expect(await chosen('queued.mp4')).toEqual({ path: at('queued (2).mp4'), replaces: false });
  });

  it('keeps the place with another format, but never what lies there under its ending', async () => {
    const { places, at } = made();
    for (const name of ['a.mp4', 'a.webm']) writeFileSync(at(name), '');
    const ticket = await places.chosen(at('a.mp4'), 'mp4');
    const webm = (await places.withFormat(ticket, 'webm')) ?? '';
    expect(places.of(webm)).toEqual({ path: at('a (2).webm'), replaces: false });
    expect(await places.withFormat(ticket, 'mp4')).toBe(ticket);
    expect(await places.withFormat('stranger', 'mp4')).toBeNull();
    expect(places.of('stranger')).toBeUndefined();
  });
});
