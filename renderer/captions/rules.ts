import { secondsFigure } from '../../model/figures';
import { splitAdvice } from '../ui/sentence';
import { say } from '../ui/words';
import type { Caption } from './caption';
import { KIND_CAPTIONS, type CaptionRule } from './kind-captions';
import { about, caption, effect, figuresOf, ifAny, lostFigures } from './sentences';
import type { Situation } from './situation';

/** The rules of every source, before all others: the first that has something to say is heard. */
const RULES: readonly CaptionRule[] = [paused, ended, failed];

/** What is to be said of a run at this moment: cause before effect. */
export function captionOf(situation: Situation): Caption {
  const { phase, plan } = situation;
  const { rules, ready } = KIND_CAPTIONS.of(plan.media);
  for (const rule of phase === 'running' ? [...RULES, ...rules] : RULES) {
    const said = rule(situation);
    if (said) return said;
  }
  return caption('plain', 'ready', say('caption.lead.ready'), ready(situation));
}

function paused({ phase }: Situation): Caption | null {
  if (phase !== 'paused') return null;
  return caption('plain', 'paused', say('caption.lead.paused'), [effect(say('caption.paused'))]);
}

function ended({ phase, lanes }: Situation): Caption | null {
  if (phase !== 'ended') return null;
  const started = lanes.filter((lane) => lane.startupDelayMs !== null);
  const startup = figuresOf(started, (lane) => secondsFigure(lane.startupDelayMs ?? 0));
  const stalls = figuresOf(started, (lane) => secondsFigure(lane.stallTotalMs));
  const words = started.length > 0 ? [say('caption.startup', { figures: startup })] : [];
  if (started.some((lane) => lane.stallTotalMs > 0)) {
    words.push(say('caption.stallTimes', { figures: stalls }));
  }
  const late = started.filter(({ playerLagMs }) => playerLagMs > 0);
  if (late.length > 0) words.push(say('caption.lost', { figures: lostFigures(late) }));
  return caption('plain', 'ended', say('caption.lead.ended'), words.map(effect));
}

function failed({ lanes }: Situation): Caption | null {
  const broken = lanes.find((lane) => lane.errorNew);
  // What stops at its cap is told by the captions of its kind, beside the lane that goes on.
  if (!broken?.error || broken.errorCode === 'memory-cap') return null;
  const others = lanes.filter((lane) => lane.event !== 'failed');
  const effects = [about('stopped', [broken]), ...ifAny(others, (some) => about('goOn', some))];
  return caption('bad', 'error', splitAdvice(broken.error).happened, effects);
}
