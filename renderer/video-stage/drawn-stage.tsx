import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { StageOrder } from '../../electron/ipc/stage-port';
import { RecordedRun } from '../../model/run/recorded-run';
import { stageAt } from '../../model/run/stage-at';
import type { PaintLoop } from '../apparatus/paint-loop';
import { DecodedPictures } from './decoded-pictures';
import { addStamp } from './stamp';
import { VideoStage } from './video-stage';

type Begin = Extract<StageOrder, { ask: 'begin' }>;

/** A run on the stage of a video: shows the moments that were named before, in their order. */
export class DrawnStage {
  readonly #run: RecordedRun;
  readonly #momentsMs: readonly number[];
  readonly #pictures: DecodedPictures | null;
  readonly #loop: PaintLoop;
  readonly #stamp = addStamp();
  #look = '';

  private constructor(
    { momentsMs }: Begin,
    run: RecordedRun,
    pictures: DecodedPictures | null,
    loop: PaintLoop,
  ) {
    this.#momentsMs = momentsMs;
    this.#run = run;
    this.#pictures = pictures;
    this.#loop = loop;
  }

  /** Puts a run on the page. */
  static async begin(order: Begin): Promise<DrawnStage> {
    const { log, media, momentsMs, theme, captioned } = order;
    const run = new RecordedRun(log, 'running');
    const pictures = media === null ? null : await DecodedPictures.open(media, run, momentsMs);
    const page = document.getElementById('root');
    if (!page) throw new Error('The page of the stage has no root.');
    const loop = await new Promise<PaintLoop>((resolve) => {
      const stage = { run, pictures, theme, captioned, onLoop: resolve };
      flushSync(() => createRoot(page).render(<VideoStage {...stage} />));
    });
    await document.fonts.ready;
    return new DrawnStage(order, run, pictures, loop);
  }

  /** Its players show pictures. */
  get pictured(): boolean {
    return this.#pictures !== null;
  }

  /** Draws the next of the moments; settles when a picture of the page shows it. */
  async show(frame: number): Promise<void> {
    const momentMs = this.#momentsMs[frame];
    if (momentMs === undefined) throw new RangeError(`The stage has no frame ${String(frame)}.`);
    await this.#pictures?.next();
    flushSync(() => this.#run.seek(momentMs));
    this.#loop.draw();
    // Lengths that are measured are known behind the layout of what has come: all is drawn again with them.
    const look = JSON.stringify(stageAt(this.#run.marks(), momentMs));
    if (look !== this.#look || isFontMissing()) {
      await document.fonts.ready;
      await twoFrames();
      this.#loop.draw();
    }
    this.#look = look;
    this.#stamp(frame);
    await twoFrames();
  }
}

/** A letter that is shown for the first time may have a font of its own, which is asked for as it is laid out. */
function isFontMissing(): boolean {
  document.body.getBoundingClientRect();
  return document.fonts.status === 'loading';
}

/** The first frame carries to the screen what has changed; the second begins when it is there. */
async function twoFrames(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}
