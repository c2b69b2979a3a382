import { sizeFigure } from '../../../model/figures';
import type { ServedClient } from '../../../electron/ipc/server-port';
import { chosenSize } from '../../apparatus/size-unit';
import { wholeBytesOf } from '../state/paths';
import type { ServerRoomState } from '../state/types';
import { sentFigure } from '../log/log-words';
import { seatScale } from './seat-scale';
import type { Snapshot } from '../state/history';

/** One answer as its seat shows it. */
export interface SeatView {
  heldTiles: number;
  sentTiles: number;
  room: number;
  /** What one tile is worth, "1 MB". */
  tile: string;
  held: string;
  sent: string;
  /** Of the whole answer that has been sent, [0, 1]; null for an answer whose end is open. */
  share: number | null;
}

/** An answer in tiles and in words. */
export function seatView(served: ServedClient, files: ServerRoomState['served']): SeatView {
  const { heldBytes, sentBytes, totalBytes, target } = served;
  const whole = totalBytes ?? wholeBytesOf(target, files);
  const { tileBytes, room } = seatScale(whole, Math.max(heldBytes, sentBytes));
  return {
    ...{ heldTiles: heldBytes / tileBytes, sentTiles: sentBytes / tileBytes, room },
    share: whole === null ? null : Math.min(1, sentBytes / Math.max(1, whole)),
    ...{ tile: chosenSize(tileBytes), held: amount(heldBytes), sent: amount(sentBytes) },
  };
}

/** A true zero is "0"; below a tenth of a MB in kB, as a chunk of 1,024 bytes is no MB. */
function amount(bytes: number): string {
  if (bytes === 0) return '0';
  return bytes < 100_000 ? sentFigure(bytes) : sizeFigure(bytes);
}

/** What the bench shows of a server. */
export type BenchView = Pick<Snapshot, 'model' | 'seats' | 'clients'>;
