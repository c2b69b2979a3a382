import type { RunLog } from '../../../model/run/schema';
import { sidesOf } from '../../../model/video/options';
import type { VideoOptions } from '../../ipc/video';
import { stageSession } from './stage-session';
import { StageWindow } from './stage-window';

/** Draws single moments of a run (ms of its clock) as a video would, each as a PNG in the order asked for. */
export async function drawMoments(
  log: RunLog,
  { size, theme, captions }: Pick<VideoOptions, 'size' | 'theme' | 'captions'>,
  momentsMs: readonly number[],
): Promise<Buffer[]> {
  const stage = await StageWindow.open(sidesOf(size));
  const { media } = stageSession();
  try {
    await stage.begin({
      ask: 'begin',
      log,
      theme,
      captioned: captions === 'burnt',
      media: log.media.hasVideo ? await media.urlOf(media.open(log.media)) : null,
      momentsMs: [...momentsMs],
    });
    const pictures: Buffer[] = [];
    for (const frame of momentsMs.keys()) {
      await stage.show(frame);
      const pixels = stage.pixelsOf(await stage.grab(frame));
      pixels.unstamp();
      pictures.push(pixels.toImage().toPNG());
    }
    return pictures;
  } finally {
    stage.close();
  }
}
