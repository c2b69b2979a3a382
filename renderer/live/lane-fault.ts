import type { LaneError } from '../../model/run/schema';
import { secondsFigure, sizeFigure } from '../../model/figures';
import { say } from '../ui/words';
import type { ClientSide } from './sampler';

/** Where each fault breaks the flow. */
const WHERE: Readonly<Record<LaneError['code'], LaneError['where']>> = {
  'file-vanished': 'file',
  'file-replaced': 'file',
  'file-truncated': 'file',
  'file-unreadable': 'file',
  'too-large': 'memory',
  'reader-died': 'memory',
  decoder: 'player',
  stuck: 'player',
  quota: 'buffer',
  'hash-mismatch': 'player',
  internal: 'link',
};

/** What is known of a fault: the system's own word, and for memory the bytes needed and free. */
export interface Fault {
  code: LaneError['code'];
  detail: string;
  atBytes: number;
  neededBytes?: number | undefined;
  freeBytes?: number | undefined;
}

/** A player that stands at positionS, seconds, for ever though it was given everything. */
export function stuckFault({
  positionS,
  playedBytes,
}: Pick<ClientSide, 'positionS' | 'playedBytes'>): Fault {
  const detail = secondsFigure(positionS * 1000);
  return { code: 'stuck', detail, atBytes: Math.round(playedBytes) };
}

/** A fault of delivering `name` as the lane shows it: where the flow broke, one sentence, one detail. */
export function laneFault(name: string, fault: Fault): LaneError {
  const { code, detail, atBytes, neededBytes = 0, freeBytes = 0 } = fault;
  const gaps = {
    name,
    at: sizeFigure(atBytes),
    needed: sizeFigure(neededBytes),
    free: sizeFigure(freeBytes),
    half: sizeFigure(freeBytes / 2),
    word: detail,
  };
  return {
    code,
    where: WHERE[code],
    message: say(`laneError.message.${code}`, gaps),
    detail: say(`laneError.detail.${code}`, gaps),
    atBytes,
  };
}
