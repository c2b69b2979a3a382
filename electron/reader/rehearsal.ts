import type { LinkSpec } from '../../model/link/types';
import type { FromReader, ReaderConfig } from '../ipc/lane-port';
import { Lane } from './lane';
import type { LanePort } from './port';

/** So much of the source is carried, bytes, in chunks so small that holding one takes no memory to speak of. */
const CARRIED_BYTES = 256 * 1024;
const CHUNK_BYTES = 1024;
/** Clock and pings are heard so often. */
const TIMES = 50;
/** No ping has this number. */
const UNASKED = -1;

/**
 * Does once all that a lane does, with next to nothing to hold: a lane of its own reads the beginning of the
 * source in chunks of 1 KiB and carries it over a link without limits to nobody; the port that the process will use
 * carries answers that nobody has asked for. What a process takes for its
 * work and not for its data (threads that read, code as it is first run, places for messages; 1 MB, measured) is
 * then part of what it takes at rest, and what a run takes beyond that is what it holds. Settles when the lane is
 * gone, also when the source cannot be read.
 */
export async function rehearse(
  config: ReaderConfig,
  ownPort: Pick<LanePort, 'post'>,
): Promise<void> {
  const limitBytes = Math.min(config.file?.bytes ?? CARRIED_BYTES, CARRIED_BYTES);
  let hear: (message: unknown) => void = () => undefined;
  let closed: () => void = () => undefined;
  const over = new Promise<void>((resolve) => (closed = resolve));
  const port: LanePort = {
    post: (message) => {
      if (isLast(message, limitBytes)) lane.close();
    },
    listen: (heard) => (hear = heard),
    close: () => undefined,
  };
  const lane = new Lane(withoutData(config), port, closed, () => 0);
  await lane.open();
  const clock = (speed: number) => ({ type: 'clock', runMs: 0, atMs: performance.now(), speed });
  for (let id = 0; id < TIMES; id++) {
    hear({ type: 'ping', id });
    hear(clock(0));
    ownPort.post({ type: 'pong', id: UNASKED, atMs: 0 });
  }
  hear({ type: 'credit', limitBytes });
  hear(clock(1));
  if (!config.file) {
    for (let bytes = 0; bytes < limitBytes; bytes += CHUNK_BYTES) {
      hear({ type: 'frame', data: new Uint8Array(CHUNK_BYTES) });
    }
  }
  await over;
}

function withoutData(config: ReaderConfig): ReaderConfig {
  const small = { chunkBytes: CHUNK_BYTES, readAheadChunks: 0, bufferWhole: false };
  const link: LinkSpec = { ...config.link, kind: 'unlimited', latencyMs: 0, jitterMs: 0 };
  return { ...config, rules: { ...config.rules, ...small, readsOn: undefined }, link };
}

function isLast(message: FromReader, limitBytes: number): boolean {
  if (message.type === 'bytes') return message.offset + message.data.length >= limitBytes;
  return message.type === 'failed';
}
