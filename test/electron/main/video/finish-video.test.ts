import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cutToFrames } from '../../../../electron/main/video/cut-to-frames';
import { encodeArgs } from '../../../../electron/main/video/encode-args';
import { finishVideo } from '../../../../electron/main/video/finish-video';
import { sizeOf } from '../../../../electron/main/video/video-files';
import { writeNote } from '../../../../electron/main/video/video-note';
import { findFfmpeg } from '../../../../electron/media/ffmpeg';
import { boxesAlong } from '../../../../electron/media/index/iso-boxes';
import type { VideoOptions } from '../../../../model/video/options';

const SIDES = { width: 160, height: 90 };
const FRAMES = { fps: 30, count: 30, fromMs: 0 };
const VTT = 'WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nSaid\n';

let dir = '';
beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'bufferscope-finish-'))));
afterEach(() => rm(dir, { recursive: true, force: true }));

/** A second of a video as it is drawn, and what is known of it. */
async function drawn(captions: VideoOptions['captions']) {
  const [notes, file, part] = ['notes', 'video.mp4', 'video.part.mp4'].map((name) =>
    join(dir, name),
  ) as [string, string, string];
  const { path } = await findFfmpeg();
  const args = encodeArgs({ sides: SIDES, fps: FRAMES.fps, format: 'mp4' }, null, part);
  const encoding = promisify(execFile)(path, args);
  encoding.child.stdin?.end(Buffer.alloc(SIDES.width * SIDES.height * 4 * FRAMES.count, 90));
  await encoding;
  const note = await writeNote(notes, {
    ...{ title: 'Title', file, part, frames: FRAMES, options: { format: 'mp4', captions } },
    captions: ['en', 'ko'].map((language) => ({ language, vtt: VTT })),
    metadata: ';FFMETADATA1\ntitle=Title\n[CHAPTER]\nTIMEBASE=1/30\nSTART=0\nEND=30\ntitle=All\n',
  });
  return { note, notes, frames: FRAMES.count, poster: null, force: false };
}

/** Whether the tracks of a file are played unasked, by what they hold. */
async function enabledTracks(file: string): Promise<[string, boolean][]> {
  const bytes = await readFile(file);
  return boxesAlong(bytes, 0, bytes.length, ['moov', 'trak']).map(({ body, end }) => {
    const at = (...path: string[]) => boxesAlong(bytes, body, end, path)[0]?.body ?? 0;
    const handler = at('mdia', 'hdlr') + 8;
    const enabled = ((bytes[at('tkhd') + 3] ?? 0) & 1) === 1;
    return [bytes.toString('latin1', handler, handler + 4), enabled];
  });
}

describe('a video that is drawn', () => {
  it.each([
    ['burnt', false],
    ['beside', true],
  ] as const)(
    'with captions %s: its track of captions is shown unasked: %s',
    async (how, shown) => {
      const { file, durationMs, beside } = await finishVideo(await findFfmpeg(), await drawn(how));
      expect(durationMs).toBe(1000);
      expect(beside).toHaveLength(2);
      const tracks = await enabledTracks(file);
      expect(tracks).toContainEqual(['vide', true]);
      const captions = tracks.filter(([holds]) => holds === 'sbtl');
      // Of several tracks of a kind a player shows one.
      expect(captions).toEqual([
        ['sbtl', shown],
        ['sbtl', false],
      ]);
    },
  );

  it('stays as it was written where what belongs into it cannot be', async () => {
    const video = await drawn('beside');
    const part = await readFile(video.note.part);
    const notes = join(dir, 'gone');
    const { file } = await finishVideo(await findFfmpeg(), { ...video, notes });
    expect(await readFile(file)).toEqual(part);
    expect(existsSync(video.note.part)).toBe(false);
  });
});

describe('a video that breaks off', () => {
  it('is cut to the frames that are whole, wherever it ends', async () => {
    const { note } = await drawn('none');
    const all = await readFile(note.part);
    const ffmpeg = await findFfmpeg();
    const from = all.lastIndexOf('moof', all.lastIndexOf('moof') - 1) - 4;
    const data = all.indexOf('mdat', from) - 4;
    // Before and within the head of a fragment, of which the 44th byte is in the number of its track, and of its data.
    const heads = [from, from + 3, from + 8, from + 44, data, data + 3, data + 8];
    const frames = new Set<number>();
    for (const end of heads) {
      await writeFile(note.part, all.subarray(0, end));
      frames.add(await cutToFrames(ffmpeg, note.part));
      expect((await readFile(note.part)).equals(all.subarray(0, await sizeOf(note.part)))).toBe(
        true,
      );
    }
    const [fewest = 0] = [...frames].sort((a, b) => a - b);
    expect(frames.size).toBe(1);
    expect(fewest).toBeGreaterThan(10);
    await writeFile(note.part, '');
    expect(await cutToFrames(ffmpeg, note.part)).toBe(0);
  });
});
