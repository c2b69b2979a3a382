import type { RoomSource } from '../../../renderer/what-if/state/room-source';

/** An even source of so many bytes and seconds. */
export function source(bytes: number, durationS: number): RoomSource {
  const index = [
    { bytes: 0, seconds: 0 },
    { bytes, seconds: durationS },
  ];
  const shape = { kind: 'bytes' as const, deliveredBytes: bytes, index };
  return { id: `${String(bytes)} ${String(durationS)}`, name: 'even', shape, bytes, durationS };
}
