import { networkInterfaces } from 'node:os';
import type { ReadyWindow } from './window';

/** How old the pictures of a loopback were when they were shown, ms. */
export interface Loopback {
  median: number;
  p95: number;
  count: number;
}

/**
 * Two ends of a WebRTC connection in one window, 640x360 at 30 a second, for so long: from drawing a time code on one
 * side to reading it off the player on the other. The app lets WebRTC reach nothing; here it may reach itself.
 */
export async function webrtcLoopback(
  { app, page }: ReadyWindow,
  seconds: number,
): Promise<Loopback> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      webContents.setWebRTCIPHandlingPolicy('default');
    }
  });
  const delays = await page.evaluate(loopbackInPage, [seconds, ownAddress()] as const);
  if (delays.length === 0) throw new Error('the WebRTC loopback showed no picture');
  delays.sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(delays[Math.floor(delays.length * share)] ?? NaN);
  return { median: at(0.5), p95: at(0.95), count: delays.length };
}

/** This computer's address on its network: Chromium hides it behind a name, and the app looks up no names. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}

/** Carried out in the page: the age of every picture of a loopback when it is shown, ms. */
async function loopbackInPage([seconds, address]: readonly [number, string]): Promise<number[]> {
  const [width, height, bits] = [640, 360, 16];
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { alpha: false });
  const stream = canvas.captureStream();
  const cell = width / (2 * bits);
  // Each bit and its opposite beside it: what is damaged is seen to be.
  const paint = (): void => {
    if (!context) return;
    const now = performance.now();
    context.fillStyle = `hsl(${(now / 20) % 360} 40% 60%)`;
    context.fillRect(0, 0, width, height);
    for (let i = 0; i < 2 * bits; i += 1) {
      const bit = Math.floor((Math.round(now) % 65536) / 2 ** Math.floor(i / 2)) % 2;
      context.fillStyle = bit === i % 2 ? '#fff' : '#000';
      context.fillRect(i * cell, height - 16, cell, 16);
    }
  };
  paint();
  const timer = setInterval(paint, 1000 / 30);
  const [from, to] = [new RTCPeerConnection(), new RTCPeerConnection()];
  const tell = (end: RTCPeerConnection, found: RTCIceCandidate | null): void => {
    const { candidate = '', ...rest } = found?.toJSON() ?? {};
    const named = candidate.replace(/\S+\.local/, address);
    if (named !== '') void end.addIceCandidate({ ...rest, candidate: named });
  };
  from.onicecandidate = ({ candidate }) => tell(to, candidate);
  to.onicecandidate = ({ candidate }) => tell(from, candidate);
  const video = document.createElement('video');
  video.muted = true;
  video.style.cssText = 'position:fixed;right:0;bottom:0;width:160px';
  document.body.append(video);
  to.ontrack = ({ track }) => {
    video.srcObject = new MediaStream([track]);
    void video.play();
  };
  for (const track of stream.getTracks()) from.addTrack(track, stream);
  await from.setLocalDescription(await from.createOffer());
  await to.setRemoteDescription(from.localDescription ?? { type: 'offer' });
  await to.setLocalDescription(await to.createAnswer());
  await from.setRemoteDescription(to.localDescription ?? { type: 'answer' });
  const delays: number[] = [];
  const read = async (shownMs: number): Promise<void> => {
    const frame = new VideoFrame(video);
    const rect = { x: 0, y: height - 10, width, height: 2 };
    if (frame.codedWidth >= width) {
      const bytes = new Uint8Array(frame.allocationSize({ rect, format: 'RGBA' }));
      await frame.copyTo(bytes, { rect, format: 'RGBA' });
      let code = 0;
      let good = true;
      for (let i = 0; i < bits; i += 1) {
        const lit = (n: number): boolean =>
          (bytes[Math.floor((n + 0.5) * cell) * 4 + 1] ?? 0) > 128;
        good &&= lit(2 * i) !== lit(2 * i + 1);
        code += lit(2 * i + 1) ? 2 ** i : 0;
      }
      if (good) delays.push((((shownMs - code) % 65536) + 65536) % 65536);
    }
    frame.close();
  };
  const listen = (): void => {
    video.requestVideoFrameCallback((_now, { expectedDisplayTime }) => {
      void read(expectedDisplayTime).catch(() => undefined);
      listen();
    });
  };
  listen();
  // What the connection shows while it finds its rate is left out.
  await new Promise((done) => setTimeout(done, 3000));
  delays.length = 0;
  await new Promise((done) => setTimeout(done, seconds * 1000));
  clearInterval(timer);
  from.close();
  to.close();
  video.remove();
  return delays;
}
