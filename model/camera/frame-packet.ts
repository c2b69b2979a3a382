import type { EncodedFrame, FrameConfig, Track } from './frame';

const TRACKS: readonly Track[] = ['video', 'audio'];
const KEY = 0x80;

/** Where each field of a packet's head begins, bytes; behind the head comes the config, then the frame. */
const AT = { track: 0, config: 1, time: 3, duration: 11, captured: 15, encoded: 23 } as const;
const HEAD_BYTES = 31;

/** A frame on its way, with what it is decoded by where that is new. */
export interface FramePacket {
  frame: EncodedFrame;
  /** Null where the config of the track's frame before it still holds. */
  config: FrameConfig | null;
}

/** One chunk of a live source: a head of 31 bytes, the config where it is given, and the encoded frame. */
export function packFrame({ frame, config }: FramePacket): Uint8Array<ArrayBuffer> {
  const described = config ? encodeConfig(config) : new Uint8Array(0);
  const packet = new Uint8Array(HEAD_BYTES + described.length + frame.bytes.length);
  const view = new DataView(packet.buffer);
  view.setUint8(AT.track, TRACKS.indexOf(frame.track) + (frame.key ? KEY : 0));
  view.setUint16(AT.config, described.length);
  view.setFloat64(AT.time, frame.timeUs);
  view.setUint32(AT.duration, frame.durationUs);
  view.setFloat64(AT.captured, frame.capturedMs);
  view.setFloat64(AT.encoded, frame.encodedMs);
  packet.set(described, HEAD_BYTES);
  packet.set(frame.bytes, HEAD_BYTES + described.length);
  return packet;
}

/** The frame in a packet; its bytes are a view of it. Throws a RangeError when it is none. */
export function unpackFrame(packet: Uint8Array<ArrayBuffer>): FramePacket {
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
  const first = view.getUint8(AT.track);
  const track = TRACKS[first & ~KEY];
  const body = HEAD_BYTES + view.getUint16(AT.config);
  if (!track || body > packet.length) throw new RangeError('These bytes are no frame.');
  return {
    frame: {
      track,
      timeUs: view.getFloat64(AT.time),
      durationUs: view.getUint32(AT.duration),
      key: first >= KEY,
      bytes: packet.subarray(body),
      capturedMs: view.getFloat64(AT.captured),
      encodedMs: view.getFloat64(AT.encoded),
    },
    config: body > HEAD_BYTES ? decodeConfig(packet.subarray(HEAD_BYTES, body)) : null,
  };
}

/** The codec's head as an array of numbers, since JSON knows no bytes. */
function encodeConfig({ description, ...config }: FrameConfig): Uint8Array {
  const plain = description ? { ...config, description: [...description] } : config;
  return new TextEncoder().encode(JSON.stringify(plain));
}

function decodeConfig(bytes: Uint8Array): FrameConfig {
  const plain = JSON.parse(new TextDecoder().decode(bytes)) as FrameConfig;
  const { description } = plain;
  return description ? { ...plain, description: Uint8Array.from(description) } : plain;
}
