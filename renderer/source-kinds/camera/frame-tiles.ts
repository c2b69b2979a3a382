import { frameAtByte, framesIn } from '../../../model/camera/frame-index';
import { liveOf } from '../../../model/camera/types';
import type { LaneFrame } from '../../../model/run/frame';
import type { ChunkOnLink } from '../../apparatus/kind-picture';
import type { LaneView } from '../../apparatus/lane-view';
import { liveTileS } from './live-scale';

/** A frame's side on the link is drawn at least and at most so many times as long as a tile's. */
const MIN_SIDE = 0.5;
const MAX_SIDE = 2;

/** Tiles of a stage in which a key frame lies: the memory by bytes, a tube by seconds ahead of the playhead. */
export function keyTiles(
  stage: 'memory' | 'buffer',
  frame: LaneFrame,
  view: LaneView,
): readonly number[] {
  const index = view.media?.index ?? [];
  if (stage === 'buffer' && !view.rules.bufferWhole) {
    const { positionS, bufferedS } = frame;
    const tileS = liveTileS(liveOf(view.settings));
    return framesIn(index, 'seconds', positionS, positionS + bufferedS)
      .filter(({ key }) => key)
      .map(({ endS }) => Math.ceil((endS - positionS) / tileS) - 1);
  }
  const { readBytes, heldBytes, receivedBytes, bufferedBytes } = frame;
  const toBytes = stage === 'memory' ? readBytes : receivedBytes;
  const fromBytes = toBytes - (stage === 'memory' ? heldBytes : bufferedBytes);
  return framesIn(index, 'bytes', fromBytes, toBytes)
    .filter(({ key }) => key)
    .map((each) => Math.floor((each.fromBytes - fromBytes) / view.scale.tileBytes));
}

/** The frame on the link: its area on the picture is as its bytes, beside a frame of the usual size. */
export function frameOnLink(
  { sentBytes }: LaneFrame,
  { media, rules }: LaneView,
): ChunkOnLink | null {
  const found = frameAtByte(media?.index ?? [], sentBytes);
  if (!found) return null;
  const bytes = found.toBytes - found.fromBytes;
  const side = Math.sqrt(bytes / rules.chunkBytes);
  return {
    share: Math.min(1, Math.max(0, (sentBytes - found.fromBytes) / bytes)),
    scale: Math.min(MAX_SIDE, Math.max(MIN_SIDE, side)),
    marked: found.key,
  };
}
