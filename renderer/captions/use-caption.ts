import { useEffect, useState } from 'react';
import { useApparatus } from '../apparatus/apparatus';
import { QUIET, type Caption } from './caption';
import { CaptionPacer } from './pacer';
import { captionOf } from './rules';
import { RunSituation } from './situation';

/** Waiting that lasts longer than this says how long it has lasted, ms. */
const ELAPSED_FROM_MS = 1000;

/** The message of the moment, and how long a wait has lasted, seconds; null when it is not a wait. */
export interface CaptionNow {
  caption: Caption;
  elapsedS: number | null;
}

/** What is said in place of a run's caption, and whether its seconds are counted. */
export interface Waiting {
  caption: Caption;
  counted: boolean;
}

/** The caption of the drawn run, or what is waited for: at most one message every two seconds. */
export function useCaption(waiting: Waiting | null): CaptionNow {
  const { loop } = useApparatus();
  const [now, setNow] = useState<CaptionNow>({ caption: QUIET, elapsedS: null });
  useEffect(() => {
    let pacer = new CaptionPacer();
    let phase: string | null = null;
    const situation = new RunSituation();
    const sinceMs = performance.now();
    return loop.add((scene) => {
      if (!scene.texts) return;
      // The end of a run, or its start, is said at once, however lately something else was.
      if (scene.phase !== phase) pacer = new CaptionPacer();
      phase = scene.phase;
      const wallMs = performance.now();
      const read = waiting ? null : situation.read(scene);
      const caption = pacer.offer(waiting?.caption ?? (read ? captionOf(read) : QUIET), wallMs);
      const waited = wallMs - sinceMs;
      const counted = waiting?.counted === true && waited >= ELAPSED_FROM_MS;
      const elapsedS = counted ? Math.floor(waited / 1000) : null;
      setNow((before) =>
        before.caption === caption && before.elapsedS === elapsedS ? before : { caption, elapsedS },
      );
    });
  }, [loop, waiting]);
  return now;
}
