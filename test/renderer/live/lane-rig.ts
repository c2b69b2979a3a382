import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { nodePort } from '../../../electron/reader/port';
import { Lane } from '../../../electron/reader/lane';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { baseMethod } from '../../../model/delivery/rules';
import type { DeliverySettings, Method } from '../../../model/delivery/types';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { ruleSource } from '../../../model/media/source';
import type { MediaInfo } from '../../../model/media/types';
import { LaneRun } from '../../../renderer/live/lane-run';
import { Outages } from '../../../renderer/live/outages';
import { RunClock } from '../../../renderer/live/run-clock';
import { runSource } from '../../../model/run/run-plan';
import { kindOf } from '../../../model/source/kinds';
import { KIND_PLAYING } from '../../../renderer/live/kind-playing';
import '../../../renderer/source-kinds/source-kinds';

/** What of a run's settings no lane of a rig asks for. */
const RUN = { speed: 1, untilMs: null, verify: true, consumeRate: 1e6 } as const;

const wallMs = (): number => performance.now();

export interface RigOptions {
  method: Method;
  link: string;
  bytes?: number;
  text?: string;
  speed?: number;
  settings?: Partial<DeliverySettings>;
  /** Shared with other lanes of a run; its own unless given. */
  clock?: RunClock;
  outages?: Outages;
  /** Facts of the lane may have changed. */
  changed?: (lane: LaneRun) => void;
  /** Bytes of the file and what it is opened as, of a kind of their own; random bytes or a text unless given. */
  source?: { content: Uint8Array; media: (path: string) => MediaInfo };
  /** What the file is said to hold; its own hash unless given. */
  fileSha256?: string;
}

/** A lane with the real reader behind a real MessageChannel and the consumer of bytes (1 MB/s) in front. */
export class LaneRig {
  readonly path: string;
  readonly media: MediaInfo;
  readonly clock: RunClock;
  readonly outages: Outages;
  readonly lane: LaneRun;
  readonly reader: Lane;
  readonly link: string;

  constructor(options: RigOptions) {
    const content =
      options.source?.content ??
      (options.text ? Buffer.from(options.text) : randomBytes(options.bytes ?? 1_000_000));
    const folder = mkdtempSync(join(tmpdir(), 'lane-rig-'));
    this.path = join(folder, 'source');
    writeFileSync(this.path, content);
    this.link = options.link;
    const opened =
      options.source?.media(this.path) ??
      mediaOf(this.path, content.length, options.text !== undefined);
    this.media = runSource(opened, 1e6);
    const settings = { ...DEFAULT_SETTINGS, chunkBytes: 100_000, ...options.settings };
    const rules = kindOf(this.media).rules(options.method, settings, ruleSource(this.media));
    const link = createLink(parseLinkSpec(options.link), 1);
    this.clock = options.clock ?? new RunClock(options.speed ?? 4, wallMs);
    this.outages = options.outages ?? new Outages(link);
    const nowMs = (): number => this.clock.nowMs();
    this.lane = new LaneRun({
      rules,
      media: this.media,
      link,
      outages: this.outages,
      clock: this.clock,
      wallMs,
      fileSha256: options.fileSha256 ?? createHash('sha256').update(content).digest('hex'),
      createPlayer: (events) =>
        KIND_PLAYING.of(this.media).createPlayer({
          media: this.media,
          settings: { ...settings, ...RUN, methods: [baseMethod(options.method)] },
          rules,
          nowMs,
          requestKeyFrame: () => undefined,
          events,
        }),
      dropped: () => null,
      changed: () => options.changed?.(this.lane),
    });
    const { port1, port2 } = new MessageChannel();
    const config = {
      file: { path: this.path, bytes: content.length },
      rules,
      link: parseLinkSpec(options.link),
      seed: 1,
    };
    this.reader = new Lane(config, nodePort(port2), () => undefined);
    this.lane.attach(port1 as unknown as MessagePort);
    onTestFinished(() => {
      this.lane.dispose();
      this.reader.close();
      rmSync(folder, { recursive: true });
    });
  }

  /** Starts the lane once its reader is up. */
  async start(): Promise<void> {
    await this.reader.open();
    await this.lane.ready;
    const startMs = wallMs() + 20;
    this.clock.start(startMs);
    this.lane.begin(startMs);
  }

  /** Settles when the run's clock reads this, ms. */
  async reached(runMs: number): Promise<void> {
    for (let wait; (wait = this.clock.wallUntil(runMs)) > 0;) {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  pause(): number {
    const runMs = this.clock.stop();
    this.lane.pause(runMs, wallMs());
    return runMs;
  }

  continue(): void {
    const runMs = this.clock.nowMs();
    const nowMs = wallMs();
    this.clock.start(nowMs);
    this.lane.continue(runMs, nowMs);
  }

  cut(down: boolean): void {
    this.outages.setCut(down, this.clock.nowMs());
    this.lane.setCut(down, this.clock.nowMs());
  }
}

function mediaOf(path: string, bytes: number, isText: boolean): MediaInfo {
  return {
    id: 'm',
    sourcePath: path,
    name: 'source',
    bytes,
    kind: isText ? 'text' : 'bytes',
    deliveredPath: path,
    deliveredBytes: bytes,
    mime: '',
    durationS: 1,
    container: '',
    codecs: [],
    hasVideo: false,
    hasAudio: false,
    prepared: null,
    startS: 0,
    cover: null,
    index: [],
  };
}
