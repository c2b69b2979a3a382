import {
  ALL_FORMATS,
  EncodedPacketSink,
  FilePathSource,
  HLS,
  Input,
  type InputFormat,
  type InputVideoTrack,
  Logging,
  LogLevel,
} from 'mediabunny';

/** One track as mediabunny reads it. */
export interface ContainerTrack {
  kind: 'video' | 'audio' | 'other';
  /** Codec string as in a MIME type ("avc1.64001f"); empty when it is not known. */
  codec: string;
}

/** What a container holds. */
export interface Container {
  /** "MP4", "WebM", "Matroska", "MP3"... */
  name: string;
  /** For MediaSource, with every track's codec. */
  mime: string;
  tracks: ContainerTrack[];
}

// What the library has to say of strangers' files is no message to whoever runs the app.
Logging.level = LogLevel.Silent;

/** A playlist names other files; only the file that was opened may be read. */
const FORMATS: InputFormat[] = ALL_FORMATS.filter((format) => format !== HLS);

/** True when a file begins as a container that mediabunny knows; no more of it is read. */
export async function isContainer(path: string): Promise<boolean> {
  const input = new Input({ formats: FORMATS, source: new FilePathSource(path) });
  try {
    return await input.canRead();
  } catch {
    return false;
  } finally {
    input.dispose();
  }
}

/**
 * Reads a container's tracks with mediabunny; null when it is none that mediabunny knows. Only for a file of which
 * our own reading found the layout sound: mediabunny 1.61.0 believes every count that it reads. The smallest such
 * file is an MP4 of 813 bytes whose `trun` claims 2^26 samples without a field: it makes an object of each.
 */
export async function readContainer(path: string): Promise<Container | null> {
  const input = new Input({ formats: FORMATS, source: new FilePathSource(path) });
  try {
    if (!(await input.canRead())) return null;
    const tracks: ContainerTrack[] = [];
    for (const track of await input.getTracks()) {
      if (track.isVideoTrack()) tracks.push({ kind: 'video', codec: await videoCodec(track) });
      else if (track.isAudioTrack()) {
        tracks.push({ kind: 'audio', codec: (await track.getCodecParameterString()) ?? '' });
      } else tracks.push({ kind: 'other', codec: '' });
    }
    const { name } = await input.getFormat();
    return { name, mime: await input.getMimeType(), tracks };
  } catch {
    // mediabunny throws on files that are cut short or damaged: ffmpeg may still make something of them.
    return null;
  } finally {
    input.dispose();
  }
}

/** How many samples of H.264 are looked into. */
const SAMPLES = 10;

/** The codec string; empty for H.264 whose first samples are not all NAL units with their lengths before them. */
async function videoCodec(track: InputVideoTrack): Promise<string> {
  const codec = (await track.getCodecParameterString()) ?? '';
  if ((await track.getCodec()) !== 'avc') return codec;
  const description = (await track.getDecoderConfig())?.description;
  if (!description) return '';
  const configuration = ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description);
  const lengthBytes = ((configuration[4] ?? 0) & 3) + 1;
  let looked = 0;
  for await (const { data } of new EncodedPacketSink(track).packets()) {
    if (!isLengthPrefixed(data, lengthBytes)) return '';
    looked += 1;
    if (looked === SAMPLES) break;
  }
  return looked > 0 ? codec : '';
}

/** True when lengths of so many bytes lead exactly through a sample. */
function isLengthPrefixed(sample: Uint8Array, lengthBytes: number): boolean {
  let at = 0;
  while (at + lengthBytes <= sample.length) {
    let length = 0;
    for (let i = 0; i < lengthBytes; i += 1) length = length * 256 + (sample[at + i] ?? 0);
    at += lengthBytes + length;
  }
  return sample.length > 0 && at === sample.length;
}
