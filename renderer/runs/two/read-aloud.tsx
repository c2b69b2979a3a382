import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { bufferFigure, secondsFigure } from '../../../model/figures';
import { SIDES } from '../../../model/runs/two/differences';
import { sideWord } from '../../../model/runs/two/two-words';
import { useReading } from '../../charts/reading';
import { sampleAt } from '../../charts/series';
import { say, sayList } from '../../ui/words';
import type { Pair } from './two-store';
import { WORDS } from './words';

/** A moment that has been read for so long is told, ms: arrows that are held down tell only where they stop. */
const STILL_MS = 500;

/** The moment that is read, for those who hear it: of the method in which the runs first differ, or the first one. */
export function ReadAloud({ runs, two }: Pair) {
  const { store } = useReading();
  const at = useStore(store, (s) => s.at);
  const [told, setTold] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setTold(at), STILL_MS);
    return () => clearTimeout(timer);
  }, [at]);
  const method = two.verdict.says === 'differ' ? two.verdict.method : two.lanes[0]?.method;
  if (told === null || method === undefined) return null;
  const figures = SIDES.flatMap((side) => {
    const lane = runs[side].log.lanes.find((each) => each.method === method);
    const sample = lane && sampleAt(lane.samples, told * 1000);
    if (!sample) return [];
    const level = bufferFigure(sample.bufferedBytes);
    const played = secondsFigure(sample.positionS * 1000);
    return [say('twoRuns.charts.readOf', { side: sideWord(side, WORDS), level, played })];
  });
  const gaps = { method: say(`lanes.methods.${method}`), figures: sayList(figures) };
  return (
    <p className="unseen" role="status">
      {say('twoRuns.charts.read', { ...gaps, at: secondsFigure(told * 1000) })}
    </p>
  );
}
