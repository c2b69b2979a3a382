import { useEffect, useState } from 'react';
import { say } from '../ui/words';
import { addRenderer } from '../apparatus/paint-loop';
import type { Scene } from '../apparatus/scene';
import { session } from '../session/session';
import type { Caption } from './caption';
import { CaptionPacer } from './pacer';
import { RunSituation } from './situation';
import { captionOf } from './rules';

/** Waiting that lasts longer than this says how long it has lasted, ms. */
const ELAPSED_FROM_MS = 1000;

/** The message of the moment, and how long a wait has lasted, seconds; null when it is not a wait. */
export interface CaptionNow {
  caption: Caption;
  elapsedS: number | null;
}

const QUIET: Caption = { tone: 'plain', label: '', lead: '', effects: [] };

/** The caption, at most one message every two seconds. */
export function useCaption(): CaptionNow {
  const [now, setNow] = useState<CaptionNow>({ caption: QUIET, elapsedS: null });
  useEffect(() => {
    const pacer = new CaptionPacer();
    const situation = new RunSituation();
    let waiting = '';
    let sinceMs = 0;
    return addRenderer((scene) => {
      if (!scene.texts) return;
      const wallMs = performance.now();
      const wait = waitingFor();
      if (wait?.lead !== waiting) sinceMs = wallMs;
      waiting = wait?.lead ?? '';
      const caption = pacer.offer(wait ?? runCaption(situation, scene), wallMs);
      const waited = wallMs - sinceMs;
      // A file that is being opened counts its own seconds, beside its progress.
      const counted = wait && !session.getState().opening && waited >= ELAPSED_FROM_MS;
      const elapsedS = counted ? Math.floor(waited / 1000) : null;
      setNow((before) =>
        before.caption === caption && before.elapsedS === elapsedS ? before : { caption, elapsedS },
      );
    });
  }, []);
  return now;
}

function runCaption(situation: RunSituation, scene: Scene): Caption {
  const read = situation.read(scene);
  return read ? captionOf(read) : { ...QUIET, lead: nothingRuns() };
}

/** Why there is no run: nothing is open, or a camera could not be turned on. */
function nothingRuns(): string {
  const { media } = session.getState();
  return media?.camera ? say('caption.emptyLive', { name: media.name }) : say('caption.empty');
}

/** What the room waits for, if it does: a file that is being opened, or readers that are starting. */
function waitingFor(): Caption | null {
  const { opening, preparing, problem, run, booted } = session.getState();
  if (problem !== null) {
    return { ...QUIET, tone: 'bad', label: say('caption.label.error'), lead: problem };
  }
  if (opening && !run) {
    const lead = say('caption.opening', { name: opening.name });
    return { ...QUIET, label: say('caption.label.opening'), lead };
  }
  if (!run && (preparing || !booted)) {
    return { ...QUIET, label: say('caption.label.preparing'), lead: say('caption.preparing') };
  }
  return null;
}
