import type { BrowserWindow } from 'electron';
import type { MediaInfo, MediaProgress, MediaRefusal } from '../../../model/media/types';
import type { RunLog } from '../../../model/run/schema';
import type { MissingStep } from '../../../model/scenario/step-runner';
import { secondsFigure, sizeFigure } from '../../../model/figures';
import { messageOf } from '../../../model/message-of';
import type { LaneProgress } from '../../ipc/contract';
import { stopSignal } from '../../stop-signal';
import { WINDOW_FPS } from '../window-video/window-frames';
import type { WindowVideoPlace, WindowVideos } from '../window-video/window-videos';
import { EXIT } from '../../flags/flag-value';
import type { Ffmpeg } from '../../media/ffmpeg';
import { ffmpegLine, openedLine, refusalLines } from '../../opened-lines';
import { say } from '../../words';
import { pictureOf } from './picture';
import { runTable } from './table';
import { checkReportFolder, writeReport } from './write-report';

/** Where a headless run's words and files go, and how it ends the app. */
export interface HeadlessOutlet {
  out: string;
  /** No word of how far it is, neither while opening nor while running. */
  quiet: boolean;
  print(line: string): void;
  complain(line: string): void;
  /** Says how far the lanes are; null when nobody wants to know. */
  progress: ((lanes: readonly LaneProgress[]) => void) | null;
  /** Says how far a video of the window is; null when nobody wants to know. */
  progressLine: ((line: string) => void) | null;
  /** The file of the scenario that is run; null for none. */
  scenario: string | null;
  /** Makes a video of the run that has ended, and gives an exit code; null where none is asked for. */
  video: ((log: RunLog, title: string) => Promise<number>) | null;
  /** What the run is called. */
  title: string;
  exit(code: number): void;
}

/** A headless run as main sees it: the window runs it, this prints, writes and ends. */
export class HeadlessRun {
  #lastProgress = '';
  #over = false;
  /** Lines are printed in their order, behind the first one, for which an ffmpeg is run. */
  #printed: Promise<void> = Promise.resolve();

  constructor(
    private readonly outlet: HeadlessOutlet,
    private readonly window: BrowserWindow,
  ) {
    window.webContents.once('render-process-gone', (_event, { reason }) => {
      this.#end(EXIT.laneFailed, say('cli.windowGone', { reason }));
    });
  }

  /** The first line: which ffmpeg this run has; null for none. */
  hasFfmpeg(ffmpeg: Promise<Ffmpeg | null>): void {
    this.#printed = ffmpeg.then((found) => this.outlet.print(ffmpegLine(found)));
  }

  /** Ends before anything is opened when the report could not be written in the end. */
  async checkOut(): Promise<void> {
    await checkReportFolder(this.outlet.out).catch((error: unknown) => this.#cannotWrite(error));
  }

  /** One line for every tenth of an opening's progress. */
  progress({ step, name, fraction, secondsLeft }: MediaProgress): void {
    if (fraction === null || this.outlet.quiet) return;
    const percent = Math.floor(fraction * 10) * 10;
    const left = secondsLeft === null ? '?' : Math.ceil(secondsLeft);
    const mark = `${step} ${name} ${percent}`;
    if (mark === this.#lastProgress) return;
    this.#lastProgress = mark;
    this.#print(say('cli.preparing', { step: say(`cli.steps.${step}`), name, percent, left }));
  }

  get tellsProgress(): boolean {
    return this.outlet.progress !== null;
  }

  /** The lanes are so far; nothing is said once the run has ended. */
  running(lanes: readonly LaneProgress[]): void {
    if (!this.#over) this.outlet.progress?.(lanes);
  }

  /** Says what the trace of the link was read as; null for a link without one. */
  readLink(note: string | null): void {
    if (note !== null) this.#print(say('cli.link', { note }));
  }

  /** Says what went wrong beside the run, which goes on. */
  complain(sentence: string): void {
    this.outlet.complain(sentence);
  }

  /** What is delivered, and what was done to it. */
  opened(media: MediaInfo): void {
    this.#print(openedLine(media));
  }

  refused(refusal: MediaRefusal): void {
    this.#end(EXIT.noMedia, refusalLines(refusal));
  }

  async finish(log: RunLog, html: string, missing: readonly MissingStep[]): Promise<void> {
    try {
      const picture = await pictureOf(this.window.webContents);
      const paths = await writeReport(this.outlet.out, { log, html, picture });
      this.#print(runTable(log));
      const file = this.outlet.scenario ?? '';
      for (const step of missing) this.#print(say('scenario.never', { file, ...step }));
      this.#print(say('cli.wrote', { files: paths.join(', ') }));
    } catch (error) {
      return this.#cannotWrite(error);
    }
    const { video, title } = this.outlet;
    await this.#printed;
    const code = video ? await video(log, title || log.media.name) : EXIT.done;
    const failed = log.lanes.find((lane) => lane.error);
    if (!failed?.error || code !== EXIT.done) return this.#end(code);
    const { message } = failed.error;
    this.#end(EXIT.laneFailed, say('cli.laneFailed', { lane: failed.method, message }));
  }

  /** Records the window from here on until it is told that the scenario is over, or to end. */
  record(videos: WindowVideos, place: WindowVideoPlace): void {
    const { progressLine } = this.outlet;
    videos.given = {
      ...place,
      onProgress: ({ frames, dropped, elapsedMs }) => {
        const gaps = { frames, dropped, time: secondsFigure(elapsedMs) };
        progressLine?.(say('windowVideo.cli.progress', gaps));
      },
    };
    this.#print(say('windowVideo.cli.records', { fps: WINDOW_FPS }));
    const stop = stopSignal();
    stop.signal.addEventListener('abort', () => {
      void this.#recorded(videos, stop.exitCode);
    });
  }

  /** A scenario of the Server room is over: its video ends, and with it the app. */
  async told(
    videos: WindowVideos,
    missing: readonly MissingStep[],
    problem: string | null,
  ): Promise<void> {
    const file = this.outlet.scenario ?? '';
    for (const step of missing) this.#print(say('scenario.never', { file, ...step }));
    if (problem !== null) this.complain(problem);
    await this.#recorded(videos, problem === null ? EXIT.done : EXIT.laneFailed);
  }

  async #recorded(videos: WindowVideos, code: number): Promise<void> {
    try {
      const made = (await videos.end(true)) ?? videos.made;
      if (!made) return this.#end(code || EXIT.laneFailed);
      const { frames, dropped, durationMs, bytes, beside, early } = made;
      const facts = { length: secondsFigure(durationMs), size: sizeFigure(bytes) };
      this.#print(say('windowVideo.cli.wrote', { file: made.file, frames, dropped, ...facts }));
      if (beside.length > 0) this.#print(say('video.cli.beside', { files: beside.join(', ') }));
      this.#end(early === null ? code : EXIT.laneFailed, early ?? undefined);
    } catch (error) {
      this.#end(EXIT.laneFailed, messageOf(error));
    }
  }

  #cannotWrite(error: unknown): void {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    this.#end(EXIT.laneFailed, say('cli.cannotWrite', { path: this.outlet.out, code }));
  }

  #end(code: number, sentence?: string): void {
    if (this.#over) return;
    this.#over = true;
    void this.#printed.then(() => {
      if (sentence) this.outlet.complain(sentence);
      this.outlet.exit(code);
    });
  }

  #print(line: string): void {
    this.#printed = this.#printed.then(() => this.outlet.print(line));
  }
}
