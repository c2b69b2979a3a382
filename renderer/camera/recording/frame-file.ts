import {
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  WebMOutputFormat,
  type StreamTargetChunk,
} from 'mediabunny';
import type {
  AudioFrameConfig,
  EncodedFrame,
  FrameConfig,
  VideoFrameConfig,
} from '../../../model/camera/frame';
import {
  codecOf,
  kindsOf,
  type PictureCodec,
  type RecordingKind,
} from '../../../model/camera/recording-kind';

/** The file begins without sound when none has come for so long after its first picture, microseconds. */
const SOUND_PATIENCE_US = 1_000_000;

/**
 * An MP4 grows by fragments, one for each key frame: of several in one fragment mediabunny 1.61.0 marks the first
 * alone as such (isobmff-boxes.ts, firstSampleFlagsPresent).
 */
const FRAGMENT_S = 0;

/** Opus is decoded at this rate whatever it was made from, Hz. */
const OPUS_HZ = 48_000;

/** 20 ms of nothing in one channel, as Opus encodes it: full band, one frame (RFC 6716, 3.1). */
const SILENCE = Uint8Array.of(0xf8, 0xff, 0xfe);

/** mediabunny's names of the codecs. */
const CODECS = { vp8: 'vp8', vp9: 'vp9', h264: 'avc' } as const;

/** The pictures come in a codec that this kind of file does not hold. */
export class WrongCodec extends Error {}

interface Given {
  frame: EncodedFrame;
  config: FrameConfig;
}

/** A file that has begun: where its tracks are written, and which moment is its zero. */
interface Begun {
  output: Output;
  video: Sink;
  audio: Sink | null;
  fromUs: number;
}

/** What is written of a frame; its time is the file's own. */
type Packet = Pick<EncodedFrame, 'bytes' | 'key' | 'timeUs' | 'durationUs'>;

interface Sink {
  add(packet: EncodedPacket, config: FrameConfig): Promise<void>;
  /** Of its latest packet, and where that ends, microseconds. */
  lastUs: number;
  endUs: number;
}

/**
 * Puts encoded frames into a WebM or an MP4 as they come, whichever frame is the first that is given: the file begins
 * with the next key frame, and its times count from there. It only ever grows by whole pieces, so that it is a file
 * wherever it is left off.
 */
export class FrameFile {
  /** What has come before it is known what the file has to begin with. */
  #waiting: Given[] = [];
  #begun: Begun | null = null;
  #finished = false;
  /** Packets are written one behind the other. */
  #writing: Promise<void> = Promise.resolve();

  /**
   * `write` is given the file's bytes and where they belong, in order; each call ends with a whole piece of it. With
   * `sought`, which is for pictures that are looked up rather than played, the file counts capture time, and once it
   * is finished it has an index of its key frames: bytes in its head are then written anew.
   */
  constructor(
    private readonly kind: RecordingKind,
    private readonly write: (bytes: Uint8Array<ArrayBuffer>, position: number) => void,
    private readonly sought = false,
  ) {}

  /** Whether any of it is written, or is about to be. */
  get begun(): boolean {
    return this.#begun !== null || this.#firstKey() !== undefined;
  }

  /** Takes the next frame of either track; throws WrongCodec. What cannot be written rejects `finish`. */
  push(frame: EncodedFrame, config: FrameConfig): void {
    if (this.#finished) return;
    if (this.#begun) return this.#add(this.#begun, frame, config);
    this.#wait({ frame, config });
    if (this.#canBegin(frame)) this.#begin();
  }

  /** Ends the file with the last frame that was given; settles when all of it has been handed over. */
  async finish(): Promise<void> {
    if (!this.#finished && !this.#begun && this.#firstKey()) this.#begin();
    this.#finished = true;
    await this.#writing;
    await this.#begun?.output.finalize();
  }

  /** Of what comes before the first key frame only sound can be of use: it may be heard of before its picture. */
  #wait(given: Given): void {
    const { frame } = given;
    const first = this.#firstKey();
    if (frame.track === 'video' && !first) {
      if (!frame.key) return;
      this.#waiting = this.#waiting.filter((each) => each.frame.timeUs >= frame.timeUs);
    }
    this.#waiting.push(given);
    if (first) return;
    const oldestUs = frame.timeUs - SOUND_PATIENCE_US;
    this.#waiting = this.#waiting.filter(
      (each) => each.frame.track === 'video' || each.frame.timeUs >= oldestUs,
    );
  }

  #firstKey(): Given | undefined {
    return this.#waiting.find(({ frame }) => frame.track === 'video');
  }

  #canBegin({ timeUs }: EncodedFrame): boolean {
    const first = this.#firstKey();
    if (!first) return false;
    const heard = this.#waiting.some(({ frame }) => frame.track === 'audio');
    return heard || timeUs - first.frame.timeUs >= SOUND_PATIENCE_US;
  }

  #begin(): void {
    const first = this.#firstKey();
    if (!first || first.config.track !== 'video') return;
    const codec = this.#codecOf(first.config);
    const heard = this.#waiting.find(({ config }) => config.track === 'audio');
    const output = new Output({
      format: formatOf(this.kind, !this.sought),
      target: this.#target(),
    });
    const video = new EncodedVideoPacketSource(CODECS[codec]);
    output.addVideoTrack(video);
    const audio = heard ? new EncodedAudioPacketSource('opus') : null;
    if (audio) output.addAudioTrack(audio);
    this.#writing = output.start();
    this.#begun = {
      output,
      video: sinkOf((packet, config) =>
        video.add(packet, { decoderConfig: videoDecoderOf(config as VideoFrameConfig) }),
      ),
      audio:
        audio &&
        sinkOf((packet, config) =>
          audio.add(packet, { decoderConfig: audioDecoderOf(config as AudioFrameConfig) }),
        ),
      fromUs: this.sought ? 0 : first.frame.timeUs,
    };
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { frame, config } of waiting) this.#add(this.#begun, frame, config);
  }

  #codecOf({ codec }: VideoFrameConfig): PictureCodec {
    const known = codecOf(codec);
    if (known && kindsOf(known).includes(this.kind)) return known;
    throw new WrongCodec(codec);
  }

  #add({ video, audio, fromUs }: Begun, frame: EncodedFrame, config: FrameConfig): void {
    const sink = frame.track === 'video' ? video : audio;
    const timeUs = frame.timeUs - fromUs;
    // Sound from before the first picture, and sound that came too late for the file to have a track of it.
    if (!sink || timeUs < 0) return;
    const atUs = frame.track === 'audio' ? soundUs(sink, frame, timeUs) : timeUs;
    if (atUs === null || atUs < sink.lastUs) return;
    if (frame.track === 'audio') {
      const quiet = silence(sink, atUs, frame);
      for (const each of quiet) this.#put(sink, each, config);
    }
    this.#put(sink, { ...frame, timeUs: atUs }, config);
  }

  #put(sink: Sink, frame: Packet, config: FrameConfig): void {
    const { bytes, key, timeUs, durationUs } = frame;
    sink.lastUs = timeUs;
    sink.endUs = timeUs + durationUs;
    const type = key ? 'key' : 'delta';
    const packet = new EncodedPacket(bytes, type, timeUs / 1e6, durationUs / 1e6);
    this.#writing = this.#writing.then(() => sink.add(packet, config));
    // Told by `finish`.
    this.#writing.catch(() => undefined);
  }

  #target(): StreamTarget {
    let at = 0;
    return new StreamTarget(
      new WritableStream<StreamTargetChunk>({
        write: ({ data, position }) => {
          if (!this.sought && position !== at) {
            throw new Error(`The file jumps from ${String(at)} to ${String(position)}.`);
          }
          at = position + data.length;
          // What it writes from is used again.
          this.write(data.slice(), position);
        },
      }),
    );
  }
}

function sinkOf(add: Sink['add']): Sink {
  return { add, lastUs: 0, endUs: 0 };
}

/**
 * When sound is heard in a file. Its capture time is right on the whole and jitters by parts of a millisecond, while a
 * decoder plays packet behind packet: one that would overlap the one before follows it. Null leaves out a packet that
 * is overlapped whole, as a sound card gives that runs faster than the window's clock.
 */
function soundUs(before: Sink, { durationUs }: EncodedFrame, timeUs: number): number | null {
  const overlapUs = before.endUs - timeUs;
  return overlapUs < durationUs ? timeUs + Math.max(0, overlapUs) : null;
}

/**
 * Silence from where the sound ended, or from the file's beginning, until it goes on, in packets as long as the next.
 * On a busy computer some sound is lost, and the packet before a gap would last through it, which players take for
 * a damaged one.
 */
function silence({ endUs }: Sink, untilUs: number, { durationUs }: EncodedFrame): Packet[] {
  const count = Math.floor((untilUs - endUs) / durationUs);
  return Array.from({ length: Math.max(0, count) }, (_, i) => ({
    bytes: SILENCE,
    key: true,
    timeUs: endUs + i * durationUs,
    durationUs,
  }));
}

const formatOf = (kind: RecordingKind, appendOnly: boolean): WebMOutputFormat | Mp4OutputFormat =>
  kind === 'webm'
    ? new WebMOutputFormat({ appendOnly })
    : new Mp4OutputFormat({ fastStart: 'fragmented', minimumFragmentDuration: FRAGMENT_S });

function videoDecoderOf({
  codec,
  width,
  height,
  description,
}: VideoFrameConfig): VideoDecoderConfig {
  const size = { codedWidth: width, codedHeight: height };
  return { codec, ...size, ...(description && { description }) };
}

function audioDecoderOf(config: AudioFrameConfig): AudioDecoderConfig {
  const { codec, channels, description } = config;
  return {
    codec,
    sampleRate: OPUS_HZ,
    numberOfChannels: channels,
    ...(description && { description: headOf48(description) }),
  };
}

/**
 * An OpusHead whose input rate is that of the decoder: the field tells where the sound came from and nothing else
 * (RFC 7845, 5.1), but Chromium takes no MP4 in which it differs from the rate of the track.
 */
function headOf48(head: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const changed = head.slice();
  if (changed.length >= 16) new DataView(changed.buffer).setUint32(12, OPUS_HZ, true);
  return changed;
}
