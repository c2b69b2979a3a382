import { secondsFigure } from '../../../model/figures';
import type { Caption } from '../../captions/caption';
import { splitAdvice } from '../../ui/sentence';
import { say } from '../../ui/words';
import { sentFigure } from '../log/log-words';
import type { ServerSituation } from './server-situation';

type Rule = (situation: ServerSituation) => Caption | null;

/** The rules in order: the first that has something to say is heard. */
const RULES: readonly Rule[] = [
  failed,
  notRunning,
  killed,
  capped,
  refused,
  boxed,
  unheld,
  seated,
  queued,
  inLoop,
  allTaken,
  someTaken,
];

/** What is to be said of the server at this moment: cause before effect. */
export function serverCaption(situation: ServerSituation): Caption {
  for (const rule of RULES) {
    const caption = rule(situation);
    if (caption) return caption;
  }
  return plain('idle', {});
}

function failed({ phase, problem }: ServerSituation): Caption | null {
  if (phase !== 'failed') return null;
  const { happened, advice } = splitAdvice(problem ?? '');
  return { ...caption(happened, advice ? [advice] : []), tone: 'bad' };
}

function notRunning({ phase }: ServerSituation): Caption | null {
  return phase === 'running' ? null : plain(phase, {});
}

function killed({ killed: one }: ServerSituation): Caption | null {
  if (!one) return null;
  const { client, seat, tookMs } = one;
  const lead = say('box.caption.killed', { client, seconds: secondsFigure(tookMs) });
  return caption(lead, [say('box.caption.killedEffect', { seat })]);
}

function capped({ capped: one }: ServerSituation): Caption | null {
  if (!one) return null;
  const lead = say('box.caption.capped', { client: one.client });
  const effect = say('box.caption.cappedEffect', { size: sentFigure(one.sentBytes) });
  return { ...caption(lead, [effect]), tone: 'bad' };
}

function unheld({ unheld: one }: ServerSituation): Caption | null {
  if (!one) return null;
  const { client, heldBytes, beside } = one;
  const lead = say('box.caption.unheld', { client, size: sentFigure(heldBytes) });
  if (!beside) return caption(lead, [say('box.caption.unheldAlone')]);
  const size = sentFigure(beside.heldBytes);
  return caption(lead, [say('box.caption.unheldBeside', { client: beside.client, size })]);
}

/** What a box does that does not pass on at once, while an answer is on its way through it. */
function boxed({ box }: ServerSituation): Caption | null {
  if (!box || box.open === 0 || box.way === 'pass') return null;
  if (box.way === 'gzip') {
    const size = kiloFigure(box.heldBytes);
    return caption(say('box.caption.gzip'), [say('box.caption.gzipEffect', { size })]);
  }
  const lead = say('box.caption.gather', { size: kiloFigure(box.gatherBytes) });
  return caption(lead, [say(`box.caption.${box.passes ? 'gatherPassed' : 'gatherAll'}`)]);
}

const kiloFigure = (bytes: number): string => `${String(Math.round(bytes / 1000))} kB`;

function refused({ refused: client, waiting }: ServerSituation): Caption | null {
  return client === null || waiting === 0 ? null : plain('refused', { client });
}

function seated({ seated: one }: ServerSituation): Caption | null {
  if (!one) return null;
  const { client, seat, waitedMs } = one;
  return plain('seated', { client, seat, waited: secondsFigure(waitedMs) });
}

function queued(situation: ServerSituation): Caption | null {
  const { waiting, next, slow, model } = situation;
  if (next === null || model === 'async') return null;
  const effects = [said('waits', { count: waiting, client: next })];
  if (slow !== null) effects.push(said('slow', { client: slow }));
  return caption(taken(situation), effects);
}

function inLoop({ model, open }: ServerSituation): Caption | null {
  if (model !== 'async' || open === 0) return null;
  return caption(said('loop.lead', { count: open }), [said('loop.effect', {})]);
}

function allTaken(situation: ServerSituation): Caption | null {
  const { open, seats, slow } = situation;
  if (open === 0 || open < seats) return null;
  const why = slow === null ? said('keeps', {}) : said('slow', { client: slow });
  return caption(taken(situation), [why]);
}

function someTaken({ open, seats, slow }: ServerSituation): Caption | null {
  if (open === 0) return null;
  const lead = said('some.lead', { count: open, seats });
  return caption(lead, [slow === null ? said('some.effect', {}) : said('held', { client: slow })]);
}

/** "All four seats are taken." */
function taken({ seats, open }: ServerSituation): string {
  const count = Math.max(seats, open);
  if (count <= 2) return said(`taken.${String(count)}`, {});
  const number = count <= 8 ? say(`server.numbers.${String(count)}`) : String(count);
  return said('taken.many', { number });
}

function said(key: string, gaps: Record<string, string | number>): string {
  return say(`server.caption.${key}`, gaps);
}

function plain(key: string, gaps: Record<string, string | number>): Caption {
  return caption(said(`${key}.lead`, gaps), [said(`${key}.effect`, gaps)]);
}

function caption(lead: string, effects: readonly string[]): Caption {
  const told = effects.filter(Boolean).map((text) => ({ text, figured: text }));
  return { tone: 'plain', label: '', lead, effects: told };
}
