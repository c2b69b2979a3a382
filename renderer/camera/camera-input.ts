import { say } from '../ui/words';
import { CameraPicture, type PictureSource } from './camera-picture';
import { CameraProblem } from './camera-problem';
import { namedCameras } from './devices';
import { PICTURE } from './time-code-layout';
import { openMicrophone } from './audio-track';

/** What is recorded is asked for, exactly: the browser crops and scales whatever larger picture a camera has. */
const SIZE = {
  width: { exact: PICTURE.width },
  height: { exact: PICTURE.height },
  frameRate: { ideal: PICTURE.perSecond },
};

/** How long the first picture is waited for, s. */
const PATIENCE_S = 10;

/** Turns on the camera of this name, with a microphone if there is one; throws a CameraProblem, or the browser's refusal. */
export async function openCamera(name: string): Promise<PictureSource> {
  const stream = await streamOf(name);
  try {
    return await sourceOf(name, stream);
  } catch (error) {
    stop(stream);
    throw error;
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
  await firstPicture(video, name);
  const picture = new CameraPicture(video);
  await picture.refresh();
  const sound = openMicrophone(stream.getAudioTracks()[0]);
  return {
    name,
    real: true,
    sound: sound.track,
    paint: (context) => picture.paint(context),
    onGone(callback) {
      track.addEventListener('ended', callback, { once: true });
      // It may have gone while its first picture was awaited.
      if (track.readyState === 'ended') queueMicrotask(callback);
    },
    close() {
      stop(stream);
      sound.stop();
      video.srcObject = null;
    },
  };
}

/** A camera that is switched off at its side is opened all the same, and never shows anything. */
async function firstPicture(video: HTMLVideoElement, name: string): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new CameraProblem('failed', name, say('camera.noPicture', { seconds: PATIENCE_S })));
    }, PATIENCE_S * 1000);
  });
  await Promise.race([video.play(), late]).finally(() => clearTimeout(timer));
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
