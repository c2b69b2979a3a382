import { rm } from 'node:fs/promises';
import { secondsFigure } from '../../../model/figures';
import { messageOf } from '../../../model/message-of';
import { roomNeeded } from '../../../model/video/estimate';
import { startOfFrame, type VideoFrames } from '../../../model/video/frames';
import { isMovingPicture } from '../../../model/video/options';
import type { VideoOutcome } from '../../ipc/video';
import { findFfmpeg, type Ffmpeg } from '../../media/ffmpeg';
import { FfmpegFailed } from '../../media/ffmpeg/ffmpeg-failed';
import { say } from '../../words';
import { beginPart } from './begin-part';
import { checkedFrames, checkPlace } from './check-job';
import { drawFrames, MIN_KEPT, type DrawnFrames } from './draw-frames';
import { finishVideo } from './finish-video';
import { cutToFrames } from './cut-to-frames';
import { VideoError } from './video-error';
import { freeBytes } from './video-files';
import type { VideoJob, VideoWatcher } from './video-job';
import { besideNote, removeNote, type VideoNote } from './video-note';
import { writeSound } from './video-sound';
import { videoTexts } from './video-texts';

export { VideoError } from './video-error';

/**
 * Draws a run frame by frame in a window that nobody sees, on a clock that the encoder drives, and writes a video.
 * While it is written it lies beside `file` as NAME.part.mp4 and plays as far as it goes, whatever ends this process;
 * in the end it takes the name. Several may be made at once, but each draws slower then: a queue makes one after the
 * other. Throws a VideoError when there is nothing to keep.
 */
export async function makeVideo(job: VideoJob, watcher: VideoWatcher): Promise<VideoOutcome> {
  const { log, options, file, force, notes, pictures } = job;
  const frames = checkedFrames(options, log.lengthMs);
  await checkPlace(file, { force, needed: roomNeeded(options, log.lengthMs) });
  const ffmpeg = await findFfmpeg().catch(() => {
    throw new VideoError('no-ffmpeg', say('video.noFfmpeg'));
  });
  const note = await beginPart(notes, known(job, frames));
  try {
    const sound = await soundOf(ffmpeg, { job, note, frames }, watcher.signal);
    const drawn = await checked(
      ffmpeg,
      note,
      await drawFrames({ ffmpeg, log, pictures, note, options, sound }, watcher),
    );
    if (drawn.count === 0 || watcher.signal.reason === 'delete') return await dropped(job, note);
    const { count, poster, ended } = drawn;
    const result = await finishVideo(ffmpeg, { note, notes, frames: count, poster, force });
    if (!ended) return { ended: 'whole', result };
    const at = secondsFigure(startOfFrame(frames, count));
    const gaps = { file, at, message: ended.message };
    return { ended: 'kept', result, message: say(`video.${ended.why}`, gaps) };
  } catch (error) {
    const outcome = await dropped(job, note);
    if (watcher.signal.aborted) return outcome;
    throw error instanceof VideoError ? error : failedOf(error, job);
  }
}

/** With less than this a disk is full, bytes: an encoder writes 32 kB at a time, and a file system keeps some for itself. */
const FULL_BELOW_BYTES = 1e6;

/** What of the drawn frames is really there: not every ffmpeg says that a disk has filled up. */
async function checked(ffmpeg: Ffmpeg, note: VideoNote, drawn: DrawnFrames): Promise<DrawnFrames> {
  const count = Math.min(drawn.count, await cutToFrames(ffmpeg, note.part));
  if (count === drawn.count) return drawn;
  const isFull = ((await freeBytes(note.part)) ?? 0) < FULL_BELOW_BYTES;
  const lost = say('video.framesLost', { there: count, count: drawn.count });
  if (count < MIN_KEPT) throw isFull ? new FfmpegFailed('disk-full', '') : new Error(lost);
  const why = isFull ? 'diskFull' : 'brokeOff';
  return { ...drawn, count, ended: drawn.ended ?? { why, message: lost } };
}

/** Nothing of a video is left. */
async function dropped({ notes }: Pick<VideoJob, 'notes'>, note: VideoNote): Promise<VideoOutcome> {
  for (const path of [note.part, `${note.part}.whole`]) await rm(path, { force: true });
  await removeNote(notes, note.id);
  return { ended: 'deleted' };
}

function failedOf(error: unknown, { file, options }: VideoJob): VideoError {
  if (error instanceof FfmpegFailed && error.failure === 'disk-full') {
    return new VideoError('no-room', say('video.fullBefore', { file }));
  }
  if (!(error instanceof FfmpegFailed) || error.failure !== 'unable') {
    return new VideoError('failed', say('video.failed', { message: messageOf(error) }));
  }
  const detail = error.detail.split('\n').at(-1) ?? '';
  return new VideoError('failed', say('video.unable', { format: options.format, detail }));
}

/** All that the video will hold besides its frames is in the log, and so in the note from the beginning. */
function known(
  { log, title, file, options }: VideoJob,
  frames: VideoFrames,
): Parameters<typeof beginPart>[1] {
  const inFiles = options.captions !== 'none' && !isMovingPicture(options.format);
  const texts = videoTexts(log, { title, frames, inFiles });
  return { title, file, options, frames, ...texts };
}

/** The file of a video's sound; null where nothing of the run is heard. */
async function soundOf(
  ffmpeg: Ffmpeg,
  { job, note, frames }: { job: VideoJob; note: VideoNote; frames: VideoFrames },
  signal: AbortSignal,
): Promise<string | null> {
  const file = besideNote(job.notes, note.id, '.sound');
  return (await writeSound(ffmpeg, { ...job, frames }, file, signal)) ? file : null;
}
