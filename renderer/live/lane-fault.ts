import type { LaneError } from '../../model/run/schema';
import { secondsFigure, sizeFigure } from '../../model/figures';
import { inAllLanguages, say } from '../ui/words';
import type { ClientSide } from './sampler';

/** Where each fault breaks the flow. */
const WHERE: Readonly<Record<LaneError['code'], LaneError['where']>> = {
  'file-vanished': 'file',
  'file-replaced': 'file',
  'file-truncated': 'file',
  'file-unreadable': 'file',
  'too-large': 'memory',
  'memory-cap': 'memory',
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
  /** At a cap on the memory of a reader: what it held, the cap, and when on the run's clock, ms. */
  heldBytes?: number | undefined;
  capBytes?: number | undefined;
  runMs?: number | undefined;
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
  const { heldBytes = 0, capBytes = 0, runMs = 0 } = fault;
  const gaps = () => ({
    name,
    at: sizeFigure(atBytes),
    needed: sizeFigure(neededBytes),
    free: sizeFigure(freeBytes),
    half: sizeFigure(freeBytes / 2),
    held: sizeFigure(heldBytes),
    cap: sizeFigure(capBytes),
    seconds: secondsFigure(runMs),
    word: detail,
  });
  const texts = {
    message: inAllLanguages(() => say(`laneError.message.${code}`, gaps())),
    detail: inAllLanguages(() => say(`laneError.detail.${code}`, gaps())),
  };
  const english = { message: texts.message.en, detail: texts.detail.en };
  return { code, where: WHERE[code], ...english, texts, atBytes };
}
