import { buffer } from 'node:stream/consumers';
import { LOOK_MS } from '../../../model/check/check';
import { findFfmpeg } from '../../media/ffmpeg';
import { graphArgs } from '../../media/ffmpeg/input-args';
import { runFfmpeg } from '../../media/ffmpeg/ffmpeg-run';

/** A second of moving picture, 30 a second, as a fragmented MP4 that Media Source Extensions take (W3C MSE, ISO BMFF). */
const ARGS = [
  ...graphArgs('testsrc=size=320x180:rate=30:duration=1'),
  ...['-c:v', 'libx264', '-preset', 'ultrafast', '-profile:v', 'main', '-level', '3.1'],
  ...['-pix_fmt', 'yuv420p', '-g', '15', '-movflags', 'frag_keyframe+empty_moov+default_base_moof'],
  ...['-f', 'mp4', 'pipe:1'],
];

/** Makes a second of film as H.264. Rejects where no ffmpeg does it in time. */
export async function secondOfFilm(): Promise<Uint8Array<ArrayBuffer>> {
  const ffmpeg = await findFfmpeg();
  let film: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  await runFfmpeg(ffmpeg, {
    args: ARGS,
    signal: AbortSignal.timeout(LOOK_MS),
    consume: async (output) => {
      film = new Uint8Array(await buffer(output));
    },
  });
  return film;
}
