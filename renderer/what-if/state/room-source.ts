import type { MediaInfo, SourceShape } from '../../../model/media/types';
import { durationOf } from '../../../model/media/source';
import { runSource } from '../../../model/run/run-plan';
import { kindOf } from '../../../model/source/kinds';

/** What the room's runs deliver: the file that is open in Compare, or a made-up one. */
export interface RoomSource {
  /** Tells one source from the next. */
  id: string;
  /** Empty for the made-up one. */
  name: string;
  shape: SourceShape;
  bytes: number;
  durationS: number;
}

/** With nothing open: 8 Mbit/s for 100 s, as even as can be. */
const MADE_UP: RoomSource = sourceOf('', '', {
  kind: 'bytes',
  deliveredBytes: 100_000_000,
  index: [
    { bytes: 0, seconds: 0 },
    { bytes: 100_000_000, seconds: 100 },
  ],
});

/** The source of the modelled runs; `consumeRate` (bytes per second) is that of text and bytes. */
export function roomSource(media: MediaInfo | null, consumeRate: number): RoomSource {
  if (!media) return MADE_UP;
  const { kind, deliveredBytes, index } = runSource(media, consumeRate);
  const id = kindOf(media).consumed ? `${media.id} ${String(consumeRate)}` : media.id;
  return sourceOf(id, media.name, { kind, deliveredBytes, index });
}

function sourceOf(id: string, name: string, shape: SourceShape): RoomSource {
  return { id, name, shape, bytes: shape.deliveredBytes, durationS: durationOf(shape) };
}

/** Mean rate at which a source is consumed, bytes per second. */
export const meanRate = ({ bytes, durationS }: RoomSource): number =>
  durationS > 0 ? bytes / durationS : bytes;
