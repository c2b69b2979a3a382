import {
  addTurns,
  evenSize,
  MAX_PICTURE,
  turnedSize,
  type PictureWish,
} from '../../model/camera/picture';
import { say } from '../ui/words';
import { openMicrophone } from './audio-track';
import { CameraProblem } from './camera-problem';
import { namedCameras } from './devices';
import { rotationOf } from './frame-rotation';
import type { PictureSource } from './picture-source';

/** How long the first picture is waited for, s. */
const PATIENCE_S = 10;

/** Turns on the camera of this name, with a microphone if there is one; throws a CameraProblem, or the browser's refusal. */
export async function openCamera(name: string, wish: PictureWish): Promise<PictureSource> {
  const stream = await streamOf(name, wish);
  try {
    return await sourceOf(name, stream, wish);
  } catch (error) {
    stop(stream);
    throw error;
  }
}

async function streamOf(name: string, wish: PictureWish): Promise<MediaStream> {
  const { mediaDevices } = navigator;
  const devices = await mediaDevices.enumerateDevices();
  const camera = namedCameras(devices).find((each) => each.name === name);
  if (!camera) {
    // Without permission the names are kept from us, and none can be found.
    const hidden = devices.some(({ kind, label }) => kind === 'videoinput' && label === '');
    throw new CameraProblem(hidden ? 'denied' : 'none', name);
  }
  const video = { ...asked(wish), deviceId: { exact: camera.deviceId } };
  try {
    return await streamWith({ ...video, resizeMode: { exact: 'none' } });
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    // Every picture of this camera is larger than what is recorded: the browser makes it smaller.
    return streamWith(video);
  }
}

/** How the browser makes a picture of another size than the camera has (Media Capture and Streams, resizeMode). */
type SizedConstraints = MediaTrackConstraints & { resizeMode?: { exact: 'none' } };

/** The nearest picture that the camera has to the one that is wished for, and none larger than what is recorded. */
function asked({ width, height, perSecond }: PictureWish): MediaTrackConstraints {
  return {
    width: { ideal: width, max: MAX_PICTURE.width },
    height: { ideal: height, max: MAX_PICTURE.height },
    frameRate: { ideal: perSecond },
  };
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof OverconstrainedError && error.constraint !== 'deviceId';

async function streamWith(video: SizedConstraints): Promise<MediaStream> {
  const { mediaDevices } = navigator;
  try {
    return await mediaDevices.getUserMedia({ video, audio: true });
  } catch {
    // Whatever keeps the microphone from us: the picture is worth having without it.
    return mediaDevices.getUserMedia({ video });
  }
}

async function sourceOf(
  name: string,
  stream: MediaStream,
  wish: PictureWish,
): Promise<PictureSource> {
  const [track] = stream.getVideoTracks();
  if (!track) throw new CameraProblem('failed', name);
  const size = await sizeOfFirst(track, name, wish);
  // A camera that has no rate as low as this is looked at less often than it has pictures.
  const perSecond = Math.max(
    1,
    Math.min(wish.perSecond, track.getSettings().frameRate ?? Infinity),
  );
  const sound = openMicrophone(stream.getAudioTracks()[0]);
  return {
    name,
    real: true,
    picture: { ...evenSize(size), perSecond, turn: wish.turn },
    sound: sound.track,
    takePainted: () => ({ kind: 'camera', frames: framesOf(track), turn: wish.turn }),
    onGone(callback) {
      track.addEventListener('ended', callback, { once: true });
      // It may have gone while its first picture was awaited.
      if (track.readyState === 'ended') queueMicrotask(callback);
    },
    close() {
      stop(stream);
      sound.stop();
    },
  };
}

const framesOf = (track: MediaStreamTrack): ReadableStream<VideoFrame> =>
  new MediaStreamTrackProcessor({ track: track as MediaStreamVideoTrack }).readable;

/**
 * Size of a camera's first picture once it is turned, px. A camera that is switched off at its side is opened all the
 * same, and never shows anything.
 */
async function sizeOfFirst(
  track: MediaStreamTrack,
  name: string,
  { turn }: PictureWish,
): Promise<{ width: number; height: number }> {
  // A reader that is let go stops its track: the camera's own goes on.
  const looked = track.clone();
  const reader = framesOf(looked).getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new CameraProblem('failed', name, say('camera.noPicture', { seconds: PATIENCE_S })));
    }, PATIENCE_S * 1000);
  });
  try {
    const { value } = await Promise.race([reader.read(), late]);
    if (!value) throw new CameraProblem('failed', name);
    const { width, height } = value.visibleRect ?? { width: 0, height: 0 };
    const size = turnedSize({ width, height }, addTurns(turn, rotationOf(value)));
    value.close();
    return size;
  } finally {
    clearTimeout(timer);
    looked.stop();
    void reader.cancel().catch(() => undefined);
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
