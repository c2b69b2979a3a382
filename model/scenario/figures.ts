import type { Link } from '../link/types';
import { SimulatedLane } from '../run/simulated-lane';
import { FiguresRecorder } from './figures-recorder';
import type { LaneFigures, Scenario } from './types';

/**
 * What one method comes to over this link, by the same engine as `simulate` but without a log. Time
 * in a stall that never ends is not counted: the run is over where nothing can happen any more.
 */
export function laneFigures(
  scenario: Pick<Scenario, 'method' | 'settings' | 'media'>,
  link: Link,
): LaneFigures {
  const { method, settings, media } = scenario;
  const recorder = new FiguresRecorder();
  const lane = { method, settings, media, link, recorder, sampleEveryMs: Infinity, words: null };
  new SimulatedLane(lane).run(Infinity);
  return recorder.figures;
}
