import {
  DEFAULT_PICTURE,
  type CapturedPicture,
  type PictureWish,
} from '../../model/camera/picture';
import type { CameraChoice } from '../../model/camera/types';
import { say } from '../ui/words';
import { CameraProblem } from './camera-problem';
import type { CaptureStage } from './capture-stage';
import type { PictureSource } from './picture-source';
import { problemOf } from './problem-of';

/** A camera, or our test picture, while it is on, with the picture that it gives: the nearest to what was asked of it. */
export interface Capture extends Readonly<CapturedPicture> {
  /** What people know it by. */
  readonly name: string;
  /** Whether it is a device. */
  readonly real: boolean;
  readonly sound: MediaStreamTrack;
  /** Hands a port every picture, its time code burned in, each as a CapturedFrame; returns the way to stop. */
  feed(port: MessagePort): () => void;
  /** The newest picture as JPEG; quality from 0 to 1. */
  jpeg(quality: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Called once when the device goes away by itself; returns the way to stop listening. */
  onGone(callback: (problem: CameraProblem) => void): () => void;
  /** Gives it back: the last one to do so stops every track. */
  close(): void;
}

/** What captures are made with. */
export interface CaptureParts {
  /** Throws a CameraProblem, or the browser's refusal. */
  openSource(choice: CameraChoice, wish: PictureWish): Promise<PictureSource>;
  /** `failed` is told when it can be painted no further, in the browser's own word. */
  openStage(source: PictureSource, failed: (detail: string) => void): CaptureStage;
  /** Told what is on whenever that changes. */
  onAir(sources: readonly PictureSource[]): void;
}

/** A source that is on, or is being turned on; `holders` have asked for it and not given it back. */
interface Shared {
  holders: number;
  ready: Promise<Running>;
}

interface Running {
  source: PictureSource;
  stage: CaptureStage;
  /** Set when the device went away by itself, or cannot be painted. */
  gone: CameraProblem | null;
  listeners: Set<(problem: CameraProblem) => void>;
}

/** Captures by what was chosen and the picture that is asked of it: one source each, counted, and stopped with the last who holds it. */
export class SharedCaptures {
  readonly #shared = new Map<string, Shared>();
  readonly #running = new Set<Running>();

  constructor(private readonly parts: CaptureParts) {}

  /** Turns on what was chosen, or joins those who have it; throws a CameraProblem. */
  async open(choice: CameraChoice, wish: PictureWish = DEFAULT_PICTURE): Promise<Capture> {
    const { width, height, perSecond, turn } = wish;
    const key = JSON.stringify([choice, width, height, perSecond, turn]);
    const known = this.#shared.get(key);
    const shared = known ?? { holders: 0, ready: this.#turnOn(key, choice, wish) };
    this.#shared.set(key, shared);
    shared.holders += 1;
    const running = await shared.ready;
    return captureOf(running, () => {
      shared.holders -= 1;
      if (shared.holders > 0) return;
      if (this.#shared.get(key) === shared) this.#shared.delete(key);
      this.#turnOff(running);
    });
  }

  async #turnOn(key: string, choice: CameraChoice, wish: PictureWish): Promise<Running> {
    try {
      const source = await this.parts.openSource(choice, wish);
      const running: Running = this.#show(source, (detail) =>
        this.#lose(key, running, new CameraProblem('broken', source.name, detail)),
      );
      this.#running.add(running);
      this.#tell();
      source.onGone(() => this.#lose(key, running, new CameraProblem('gone', source.name)));
      return running;
    } catch (error) {
      this.#shared.delete(key);
      throw problemOf(error, choice.kind === 'test' ? say('camera.testPicture') : choice.name);
    }
  }

  #show(source: PictureSource, failed: (detail: string) => void): Running {
    try {
      const stage = this.parts.openStage(source, failed);
      return { source, stage, gone: null, listeners: new Set() };
    } catch (error) {
      source.close();
      throw error;
    }
  }

  #turnOff(running: Running): void {
    if (!this.#running.delete(running)) return;
    running.stage.close();
    running.source.close();
    this.#tell();
  }

  /** The device went away, or cannot be painted: who asks for it from now on opens it anew. */
  #lose(key: string, running: Running, problem: CameraProblem): void {
    if (!this.#running.has(running)) return;
    this.#shared.delete(key);
    this.#turnOff(running);
    running.gone = problem;
    for (const listener of [...running.listeners]) listener(problem);
    running.listeners.clear();
  }

  #tell(): void {
    this.parts.onAir([...this.#running].map(({ source }) => source));
  }
}

function captureOf(running: Running, giveBack: () => void): Capture {
  let held = true;
  return {
    name: running.source.name,
    real: running.source.real,
    ...running.source.picture,
    sound: running.source.sound,
    feed: (port) => running.stage.feed(port),
    jpeg: (quality) => running.stage.jpeg(quality),
    onGone(callback) {
      const listener = (problem: CameraProblem): void => callback(problem);
      if (running.gone) callback(running.gone);
      else running.listeners.add(listener);
      return () => void running.listeners.delete(listener);
    },
    close() {
      if (!held) return;
      held = false;
      giveBack();
    },
  };
}
