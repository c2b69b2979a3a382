import {
  BrowserWindow,
  MessageChannelMain,
  screen,
  type MessagePortMain,
  type NativeImage,
} from 'electron';
import { readStamp, STAMP_CELL, STAMP_CELLS } from '../../../model/video/frame-stamp';
import { STAGE_PAGE } from '../../ipc/app-url';
import { STAGE_PORT_CHANNEL } from '../../ipc/channels';
import { stageReplySchema, type StageOrder, type StageReply } from '../../ipc/stage-port';
import { say } from '../../words';
import { ownPage } from '../window/own-page';
import { FramePixels, stripsOf, upperLeft } from './frame-pixels';
import { stageSession } from './stage-session';

/** A grab may show the frame before the one that stands; after so long without it something is wrong, ms. */
const GRAB_MS = 30_000;

/** The page of a stage answers within this time, ms: a 4K frame on a busy machine takes seconds. */
const ANSWER_MS = 120_000;

/**
 * The window of a video's stage. It is never shown: Chromium draws a window that has not been shown yet as if it were,
 * at whatever size, also larger than the screen. Nobody sees it, and it takes no focus. Measured at 1920x1080 with two
 * cores and no GPU, a frame of it costs 53 ms (16 drawing, 29 grabbing, 8 copying), an offscreen window 250, a window
 * outside of the screen 122, and `Page.captureScreenshot` 70.
 */
export class StageWindow {
  readonly #window: BrowserWindow;
  readonly #port: MessagePortMain;
  readonly #sides: { width: number; height: number };
  #answered: { resolve: (reply: StageReply) => void; reject: (error: Error) => void } | null = null;
  #stale = 0;

  private constructor(
    window: BrowserWindow,
    port: MessagePortMain,
    sides: { width: number; height: number },
  ) {
    this.#window = window;
    this.#port = port;
    this.#sides = sides;
    port.on('message', ({ data }) => this.#heard(data));
    port.start();
    window.webContents.once('render-process-gone', (_event, { reason }) =>
      this.#fail(say('video.stageGone', { reason })),
    );
  }

  /** Opens a stage whose picture is so large, px. */
  static async open(sides: { width: number; height: number }): Promise<StageWindow> {
    // Lengths of windows and pages are in units of the screen's scale; those of a video are not.
    const { scaleFactor } = screen.getPrimaryDisplay();
    const window = new BrowserWindow({
      width: Math.ceil(sides.width / scaleFactor),
      height: Math.ceil(sides.height / scaleFactor),
      useContentSize: true,
      show: false,
      frame: false,
      focusable: false,
      skipTaskbar: true,
      resizable: false,
      enableLargerThanScreen: true,
      webPreferences: {
        ...ownPage(),
        session: stageSession().session,
        zoomFactor: 1 / scaleFactor,
      },
    });
    try {
      await window.loadURL(STAGE_PAGE);
    } catch (error) {
      window.destroy();
      throw error;
    }
    const { port1, port2 } = new MessageChannelMain();
    window.webContents.postMessage(STAGE_PORT_CHANNEL, null, [port2]);
    return new StageWindow(window, port1, sides);
  }

  /** Grabs that showed the frame before, and were made again. */
  get staleGrabs(): number {
    return this.#stale;
  }

  /** Puts a run on the stage; tells whether its players show pictures. */
  async begin(order: Extract<StageOrder, { ask: 'begin' }>): Promise<boolean> {
    const reply = await this.#ask(order);
    return reply.told === 'ready' && reply.pictures;
  }

  /** Has the next moment drawn. */
  async show(frame: number): Promise<void> {
    await this.#ask({ ask: 'show', frame });
  }

  /**
   * The picture of the frame that was shown last, and no other: its own stamp says so. Its pixels are not copied yet: the
   * next frame can be drawn meanwhile.
   */
  async grab(frame: number): Promise<NativeImage> {
    const untilMs = performance.now() + GRAB_MS;
    while (performance.now() < untilMs) {
      const image = await this.#window.webContents.capturePage(undefined, { stayHidden: true });
      if (stampOn(image) === frame) return image;
      this.#stale += 1;
    }
    throw new Error(say('video.stageStuck', { frame }));
  }

  /** The pixels of a grab. */
  pixelsOf(image: NativeImage): FramePixels {
    return new FramePixels(image, this.#sides);
  }

  /** The same, a strip at a time from the top. */
  stripsOf(image: NativeImage): Generator<FramePixels> {
    return stripsOf(image, this.#sides);
  }

  /** Ends it; safe to call twice. */
  close(): void {
    this.#fail(say('video.stageClosed'));
    this.#port.close();
    if (!this.#window.isDestroyed()) this.#window.destroy();
  }

  #ask(order: StageOrder): Promise<StageReply> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.#fail(say('video.stageSilent')), ANSWER_MS);
      const settled = <T>(then: (value: T) => void) => {
        return (value: T): void => {
          clearTimeout(late);
          this.#answered = null;
          then(value);
        };
      };
      this.#answered = { resolve: settled(resolve), reject: settled(reject) };
      this.#port.postMessage(order);
    });
  }

  #heard(data: unknown): void {
    const reply = stageReplySchema.safeParse(data);
    if (!reply.success) return this.#fail(say('video.stageSilent'));
    if (reply.data.told === 'failed') return this.#fail(reply.data.message);
    this.#answered?.resolve(reply.data);
  }

  #fail(message: string): void {
    this.#answered?.reject(new Error(message));
  }
}

/** The number that a grab carries; null for none. */
function stampOn(image: NativeImage): number | null {
  const sides = { width: STAMP_CELLS * STAMP_CELL, height: STAMP_CELL };
  const stamp = new FramePixels(upperLeft(image, sides), sides);
  return readStamp((x, y) => stamp.lightAt(x, y));
}
