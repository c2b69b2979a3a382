import archivo from '@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2?url';
import { CaptureSlots } from '../../model/camera/capture-slots';
import { CameraPainter } from './camera-painter';
import type { CapturedFrame, FromCapture, Painted, ToCapture } from './capture-messages';
import { TestPainter } from './test-painter';
import { paintTimeCode } from './time-code-strip';

/** Paints the newest picture over the whole canvas; ms is the window's performance.now(). */
interface Painter {
  paint(context: OffscreenCanvasRenderingContext2D, ms: number): void;
}

/** Paints a source as often as its picture says, away from everything that the window draws, and hands it out. */
class CaptureStage {
  readonly #canvas: OffscreenCanvas;
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #painter: Painter;
  readonly #everyMs: number;
  readonly #originMs: number;
  readonly #ports = new Map<number, MessagePort>();
  #slots: CaptureSlots;

  constructor({
    painted,
    width,
    height,
    perSecond,
    originMs,
  }: Extract<ToCapture, { type: 'open' }>) {
    this.#canvas = new OffscreenCanvas(width, height);
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('There is no 2d context for the camera.');
    this.#context = context;
    this.#painter = painterOf(painted, { width, height });
    this.#everyMs = 1000 / perSecond;
    this.#originMs = originMs;
    this.#slots = new CaptureSlots(this.#windowMs, this.#everyMs);
  }

  join(id: number, port: MessagePort): void {
    this.#ports.set(id, port);
    // Nobody has lost what was captured for nobody.
    if (this.#ports.size === 1) {
      this.#slots = new CaptureSlots(this.#windowMs, this.#everyMs);
      this.#capture();
    }
  }

  leave(id: number): void {
    this.#ports.get(id)?.close();
    this.#ports.delete(id);
  }

  async still(id: number): Promise<void> {
    if (this.#ports.size === 0) this.#paint(this.#windowMs);
    const made: FromCapture = { type: 'still', id, picture: await createImageBitmap(this.#canvas) };
    postMessage(made, { transfer: [made.picture] });
  }

  /** One picture in each slot, as long as anybody wants them. */
  #capture(): void {
    if (this.#ports.size === 0) return;
    const capturedMs = this.#windowMs;
    const lost = this.#slots.take(capturedMs);
    if (lost !== null) {
      this.#paint(capturedMs);
      this.#hand(capturedMs, lost);
    }
    setTimeout(() => this.#capture(), Math.ceil(this.#slots.waitMs(this.#windowMs)));
  }

  #paint(ms: number): void {
    this.#painter.paint(this.#context, ms);
    paintTimeCode(this.#context, ms);
  }

  #hand(capturedMs: number, lost: number): void {
    const timestamp = Math.round(capturedMs * 1000);
    for (const port of this.#ports.values()) {
      const frame = new VideoFrame(this.#canvas, { timestamp, duration: this.#everyMs * 1000 });
      const captured: CapturedFrame = { frame, capturedMs, lost };
      port.postMessage(captured, [frame]);
    }
  }

  get #windowMs(): number {
    return performance.timeOrigin + performance.now() - this.#originMs;
  }
}

function painterOf(painted: Painted, size: { width: number; height: number }): Painter {
  if (painted.kind === 'camera') return new CameraPainter(painted.frames, painted.turn);
  void loadFont();
  return new TestPainter(size);
}

/** A worker has none of the window's fonts; until it is loaded, and where it cannot be, the system's stands in. */
async function loadFont(): Promise<void> {
  const face = new FontFace('Archivo Variable', `url(${archivo})`, { weight: '100 900' });
  // The types know a worker as a window.
  (self as unknown as { fonts: FontFaceSet }).fonts.add(face);
  await face.load().catch(() => undefined);
}

let stage: CaptureStage | null = null;

addEventListener('message', ({ data }: MessageEvent<ToCapture>) => {
  switch (data.type) {
    case 'open':
      stage = new CaptureStage(data);
      return;
    case 'join':
      return stage?.join(data.id, data.port);
    case 'leave':
      return stage?.leave(data.id);
    case 'still':
      return void stage?.still(data.id);
  }
});
