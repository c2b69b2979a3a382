import { useEffect, useState } from 'react';
import { useApparatus } from '../apparatus/apparatus';
import { captionText, QUIET, sameCaption, type Caption } from './caption';
import { shownCaption } from './caption-at';
import { CaptionPacer } from './pacer';

/** Waiting that lasts longer than this says how long it has lasted, ms. */
const ELAPSED_FROM_MS = 1000;

/** The message of the moment, and how long a wait has lasted, seconds; null when it is not a wait. */
export interface CaptionNow {
  caption: Caption;
  /** What a screen reader is told: at most one message every two seconds. */
  heard: string;
  elapsedS: number | null;
}

/** What is said in place of a run's caption, and whether its seconds are counted. */
export interface Waiting {
  caption: Caption;
  counted: boolean;
}

/** The caption of the moment that the drawn run shows, or what is waited for. */
export function useCaption(waiting: Waiting | null): CaptionNow {
  const { loop } = useApparatus();
  const [now, setNow] = useState<CaptionNow>({ caption: QUIET, heard: '', elapsedS: null });
  useEffect(() => {
    const pacer = new CaptionPacer((text: string) => text);
    const sinceMs = performance.now();
    return loop.add(({ texts, run }) => {
      if (!texts) return;
      const wallMs = performance.now();
      const caption = waiting?.caption ?? (run ? shownCaption(run) : QUIET);
      const heard = pacer.offer(captionText(caption), wallMs);
      const waited = wallMs - sinceMs;
      const counted = waiting?.counted === true && waited >= ELAPSED_FROM_MS;
      const elapsedS = counted ? Math.floor(waited / 1000) : null;
      setNow((before) =>
        sameCaption(before.caption, caption) &&
        before.heard === heard &&
        before.elapsedS === elapsedS
          ? before
          : { caption, heard, elapsedS },
      );
    });
  }, [loop, waiting]);
  return now;
}
