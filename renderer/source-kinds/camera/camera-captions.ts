import { liveOf } from '../../../model/camera/types';
import { secondsFigure, secondsWith } from '../../../model/figures';
import { say } from '../../ui/words';
import type { Caption, Effect } from '../../captions/caption';
import type { KindCaptions } from '../../captions/kind-captions';
import {
  about,
  aboutOne,
  caption,
  each,
  effect,
  figuresOf,
  having,
  refilling,
  ifAny,
  linkDown,
  loading,
  playingLead,
} from '../../captions/sentences';
import type { LaneSituation, Situation } from '../../captions/situation';

/** What is said of a camera, whose lanes have no end and may fall behind it. */
export const CAMERA_CAPTIONS: KindCaptions = {
  rules: [down, behind, linkBack, stalled, waiting, playing],
  ready: ({ lanes }) => [effect(say('caption.readyLive', { count: lanes.length }))],
  none: (name) => say('caption.emptyLive', { name }),
};

/** The figures of a camera's settings. */
function gapsOf({ plan }: Situation): Record<string, number> {
  const { reserveS, recordS } = liveOf(plan.settings);
  return { liveReserve: reserveS, record: recordS };
}

/** Full buffer is still recording. */
const isRecording = ({ plan }: Situation, { method, tMs }: LaneSituation): boolean =>
  method === 'full-buffer' && tMs < liveOf(plan.settings).recordS * 1000;

function down(situation: Situation): Caption | null {
  return linkDown(situation, (lanes) => [
    ...recording(situation),
    ...loading(lanes.filter((lane) => !isRecording(situation, lane))),
  ]);
}

/** Lanes that wait for the end of the recording. */
function recording(situation: Situation): Effect[] {
  return ifAny(
    situation.lanes.filter((lane) => lane.event === 'waiting' && isRecording(situation, lane)),
    (some) => about('live.recording', some),
  );
}

function behind({ lanes }: Situation): Caption | null {
  const offered = lanes.filter((lane) => lane.behind === 'offered');
  if (offered.length === 0) return null;
  return caption('plain', 'behind', say('caption.lead.behind'), [
    each('live.offered', offered),
    effect(say('caption.choice')),
  ]);
}

function linkBack(situation: Situation): Caption | null {
  const { back, lanes } = situation;
  if (!back) return null;
  const effects = lanes
    .filter((lane) => lane.event === 'stalled')
    .map((lane) =>
      aboutOne(
        lane.method === 'streaming' ? 'live.resumesNext' : 'live.resumesAt',
        lane,
        gapsOf(situation),
      ),
    );
  return caption('plain', 'back', say('caption.lead.back'), [
    ...effects,
    ...refilling(lanes),
    ...recording(situation),
  ]);
}

function stalled(situation: Situation): Caption | null {
  const { slow, lanes } = situation;
  const stuck = lanes.filter((lane) => lane.event === 'stalled');
  if (stuck.length === 0) return null;
  const lead = slow ? 'caption.lead.slowLive' : 'caption.lead.refilling';
  return caption('plain', slow ? 'slow' : 'stall', say(lead), [
    ...stuck.map((lane) =>
      aboutOne(lane.method === 'streaming' ? 'stall' : 'live.stallsUntil', lane, gapsOf(situation)),
    ),
    ...having(lanes, 'playing', (some) => about('plays', some)),
  ]);
}

function waiting(situation: Situation): Caption | null {
  const { lanes } = situation;
  const waits = lanes.filter((lane) => lane.event === 'waiting');
  if (waits.length === 0) return null;
  // The order in which they will start.
  const effects = waits
    .map((lane) => aboutOne(`live.waits.${waitOf(situation, lane)}`, lane, gapsOf(situation)))
    .reverse();
  return caption('plain', 'running', playingLead(lanes), [...delays(lanes), ...effects]);
}

function playing({ lanes }: Situation): Caption | null {
  const kept = lanes.filter((lane) => lane.behind === 'kept');
  return caption('plain', 'running', playingLead(lanes), [
    ...ifAny(kept, (some) => about('live.kept', some)),
    ...delays(lanes),
    ...having(lanes, 'ended', (some) => about('ended', some)),
  ]);
}

const waitOf = (situation: Situation, lane: LaneSituation): string =>
  lane.method === 'full-buffer' && !isRecording(situation, lane) ? 'sending' : lane.method;

/** How far behind the camera each lane plays: coarse where it is read aloud, or every tenth would be news. */
function delays(lanes: readonly LaneSituation[]): Effect[] {
  const measured = lanes
    .filter((lane) => lane.liveDelayMs !== null && lane.event !== 'ended')
    .reverse();
  if (measured.length === 0) return [];
  const words = (figure: (ms: number) => string): string =>
    say('caption.liveDelay', { figures: figuresOf(measured, (l) => figure(l.liveDelayMs ?? 0)) });
  return [{ text: words(wholeSeconds), figured: words(secondsFigure) }];
}

const wholeSeconds = (ms: number): string =>
  ms < 1000 ? say('caption.underOneS') : secondsWith(ms / 1000, 0);
