import { BufferTarget, CanvasSource, Output, WebMOutputFormat } from 'mediabunny';
import {
  clockFinding,
  displayFinding,
  finding,
  LOOK_MS,
  type CheckLine,
  type Finding,
  type MainLine,
} from '../../model/check/check';
import { namedCameras } from '../camera/devices';
import { say } from '../ui/words';

/** How long a film is watched, and pictures and time are counted, ms. */
const WATCHED_MS = 300;

/** The page's looks at this computer; each rejects with what only the browser can say. */
export const PAGE_LOOKS: Readonly<Record<Exclude<CheckLine, MainLine>, () => Promise<Finding>>> = {
  async h264() {
    const supported = MediaSource.isTypeSupported('video/mp4; codecs="avc1.4d401f"');
    if (!supported) return finding('broken', 'unsupported');
    const film = await window.bufferscope.request('check:film');
    if (!film) return finding('usable', 'untried');
    const ms = await firstPicture(new Blob([film], { type: 'video/mp4' }));
    return ms === null
      ? finding('broken', 'noPicture', { seconds: LOOK_MS / 1000 / 2 })
      : finding('right', 'works', { ms });
  },

  async recording() {
    const canvas = new OffscreenCanvas(320, 180);
    const context = canvas.getContext('2d');
    const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
    const source = new CanvasSource(canvas, {
      codec: 'vp8',
      bitrate: 5e5,
      latencyMode: 'realtime',
    });
    output.addVideoTrack(source);
    await output.start();
    const frames = 5;
    for (let i = 0; i < frames; i += 1) {
      if (context) context.fillStyle = `hsl(${String(i * 60)} 80% 50%)`;
      context?.fillRect(0, 0, canvas.width, canvas.height);
      await source.add(i / 30, 1 / 30);
    }
    await output.finalize();
    const bytes = output.target.buffer?.byteLength ?? 0;
    if (bytes === 0) return finding('broken', 'none', { seconds: LOOK_MS / 1000 });
    return finding('right', 'works', { frames, kb: Math.ceil(bytes / 1000) });
  },

  async sound() {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const outputs = devices.filter(({ kind }) => kind === 'audiooutput').length;
    if (outputs === 0) return finding('usable', 'none');
    const context = new AudioContext();
    try {
      await passing(WATCHED_MS);
      if (context.currentTime === 0) return finding('usable', 'stands');
      return finding('right', 'works', { rate: context.sampleRate / 1000, outputs });
    } finally {
      await context.close();
    }
  },

  async display() {
    let frames = 0;
    const began = performance.now();
    while (performance.now() - began < WATCHED_MS) {
      await new Promise(requestAnimationFrame);
      frames += 1;
    }
    const fps = (frames * 1000) / (performance.now() - began);
    const { width, height } = window.screen;
    return displayFinding({ width, height, scaling: window.devicePixelRatio, fps });
  },

  async fonts() {
    const own = { Archivo: 'Archivo Variable', 'JetBrains Mono': 'JetBrains Mono Variable' };
    const loads = Object.entries(own).map(async ([name, family]) => {
      const faces = await document.fonts.load(`16px "${family}"`).catch(() => []);
      return faces.length > 0 ? [] : [name];
    });
    const missing = (await Promise.all(loads)).flat();
    if (missing.length > 0) return finding('broken', 'missing', { fonts: missing.join(', ') });
    const scripts = { korean: '한글', chinese: '缓冲' };
    const without = Object.entries(scripts).filter(([, letters]) => !hasGlyphs(letters));
    if (without.length === 0) return finding('right', 'loaded');
    const names = without.map(([script]) => say(`check.lines.fonts.${script}`));
    return finding('usable', 'scripts', { scripts: names.join(', ') });
  },

  async camera() {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const found = devices.filter(({ kind }) => kind === 'videoinput').length;
    if (found === 0) return finding('usable', 'none');
    const { camera } = await window.bufferscope.request('preferences:get');
    if (camera === 'denied') return finding('usable', 'denied');
    if (camera === 'ask') return finding('usable', 'notAsked');
    return finding('right', 'present', { count: Math.max(found, namedCameras(devices).length) });
  },

  async clock() {
    const readings: number[] = [];
    const began = performance.now();
    while (performance.now() - began < WATCHED_MS) {
      for (let i = 0; i < 1000; i += 1) readings.push(performance.now());
      await passing(0);
    }
    return clockFinding(readings);
  },
};

/** Plays a film unheard until WATCHED_MS of it are seen; ms from play to its first picture, null without one. */
async function firstPicture(film: Blob): Promise<number | null> {
  const url = URL.createObjectURL(film);
  const video = document.createElement('video');
  video.muted = true;
  video.src = url;
  const began = performance.now();
  let firstMs: number | null = null;
  try {
    const seen = new Promise<void>((resolve) => {
      const look = (_now: number, { mediaTime }: VideoFrameCallbackMetadata): void => {
        firstMs ??= Math.round(performance.now() - began);
        if (mediaTime * 1000 >= WATCHED_MS) return resolve();
        video.requestVideoFrameCallback(look);
      };
      video.requestVideoFrameCallback(look);
    });
    await video.play();
    await Promise.race([seen, passing(LOOK_MS / 2)]);
    return firstMs;
  } finally {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  }
}

/** Whether every letter is drawn as itself, and not as the box of a letter that no font has. */
function hasGlyphs(letters: string): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = 32;
  canvas.height = 32;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  context.font = `24px ${getComputedStyle(document.body).fontFamily}`;
  context.textBaseline = 'top';
  const drawn = (letter: string): string => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.fillText(letter, 2, 2);
    return context.getImageData(0, 0, canvas.width, canvas.height).data.join(',');
  };
  // A private character that no font has.
  const box = drawn('\u{10fffd}');
  return [...letters].every((letter) => drawn(letter) !== box);
}

const passing = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
