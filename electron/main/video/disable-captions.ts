import { open } from 'node:fs/promises';
import { FileWindow } from '../../media/index/file-window';
import { boxesAlong, topBoxes } from '../../media/index/iso-boxes';

/** The handler of a track of captions (ISO/IEC 14496-12, 8.4.3). */
const CAPTIONS = 'sbtl';

/** The flag of a track header that says that the track is played unasked (ISO/IEC 14496-12, 8.3.2). */
const ENABLED = 1;

/**
 * Says of every track of captions in an MP4 that it is shown only when somebody asks for it. ffmpeg cannot: it enables the
 * first track of each kind, whatever its disposition. Throws when the file cannot be changed.
 */
export async function disableCaptions(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const window = new FileWindow(file, (await file.stat()).size);
    for await (const { type, start, end } of topBoxes(window)) {
      if (type !== 'moov') continue;
      const moov = Buffer.from(await window.read(start, end - start));
      for (const at of captionFlags(moov)) {
        await file.write(Buffer.of((moov[at] ?? 0) & ~ENABLED), 0, 1, start + at);
      }
    }
  } finally {
    await file.close();
  }
}

/** Where in a moov the last byte of the flags of each of its tracks of captions stands. */
function captionFlags(moov: Buffer): number[] {
  return boxesAlong(moov, 8, moov.length, ['trak']).flatMap(({ body, end }) => {
    const hdlr = boxesAlong(moov, body, end, ['mdia', 'hdlr'])[0]?.body ?? end;
    const handler = moov.toString('latin1', hdlr + 8, hdlr + 12);
    const tkhd = boxesAlong(moov, body, end, ['tkhd'])[0]?.body;
    return handler === CAPTIONS && tkhd !== undefined ? [tkhd + 3] : [];
  });
}
