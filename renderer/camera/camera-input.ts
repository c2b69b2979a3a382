import { CameraProblem } from './camera-problem';
import { namedCameras } from './devices';
import type { PictureSource } from './picture-source';
import { problemOf } from './problem-of';
import { coverOf, PICTURE } from './strip-geometry';
import { openMicrophone } from './tone';

/** What a camera is asked for: enough for any window, and no less than what is recorded. */
const SIZE = {
  width: { ideal: 1280, min: PICTURE.width },
  height: { ideal: 720, min: PICTURE.height },
  frameRate: { ideal: PICTURE.perSecond },
};

/** Turns on the camera of this name, with a microphone if there is one; throws a CameraProblem. */
export async function openCamera(name: string): Promise<PictureSource> {
  const stream = await streamOf(name).catch((error: unknown) => {
    throw problemOf(error, name);
  });
  try {
    return await sourceOf(name, stream);
  } catch (error) {
    stop(stream);
    throw problemOf(error, name);
  }
}

async function streamOf(name: string): Promise<MediaStream> {
  const { mediaDevices } = navigator;
  const devices = await mediaDevices.enumerateDevices();
  const camera = namedCameras(devices).find((each) => each.name === name);
  if (!camera) {
    // Without permission the names are kept from us, and none can be found.
    const hidden = devices.some(({ kind, label }) => kind === 'videoinput' && label === '');
    throw new CameraProblem(hidden ? 'denied' : 'none', name);
  }
  const video = { ...SIZE, deviceId: { exact: camera.deviceId } };
  try {
    return await mediaDevices.getUserMedia({ video, audio: true });
  } catch {
    // Whatever keeps the microphone from us: the picture is worth having without it.
    return mediaDevices.getUserMedia({ video });
  }
}

async function sourceOf(name: string, stream: MediaStream): Promise<PictureSource> {
  const [track] = stream.getVideoTracks();
  if (!track) throw new CameraProblem('failed', name);
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  await video.play();
  const sound = openMicrophone(stream.getAudioTracks()[0]);
  return {
    name,
    real: true,
    sound: sound.track,
    paint(context) {
      const { x, y, width, height } = coverOf(
        { width: video.videoWidth, height: video.videoHeight },
        PICTURE,
      );
      context.drawImage(video, x, y, width, height, 0, 0, PICTURE.width, PICTURE.height);
    },
    onGone: (callback) => track.addEventListener('ended', callback, { once: true }),
    close() {
      stop(stream);
      sound.stop();
      video.srcObject = null;
    },
  };
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
