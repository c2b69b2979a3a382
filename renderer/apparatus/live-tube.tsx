import type { LiveSettings } from '../../model/camera/types';
import { say } from '../ui/words';
import type { LaneView } from './lane-view';
import { LIVE_COLS } from './live-scale';
import { PITCH } from './paint-tank';
import { Ruler, StartBar, TUBE_H } from './tube-ruler';
import { secondsY } from './buffer-ruler';

/** The ruler beside the tube of a camera's lane: in seconds, as its reserve is. */
export function LiveTubeMarks({ view, live }: { view: LaneView; live: LiveSettings }) {
  const w = LIVE_COLS * PITCH;
  const word = (seconds: number) => String(Number(seconds.toFixed(2)));
  const middle = TUBE_H / 2;
  const reserve = view.method === 'buffering';
  return (
    <>
      <Ruler w={w} words={['0', word(live.reserveS), `${word(2 * live.reserveS)} s`]} />
      {reserve && <StartBar w={w} y={middle} word={say('cameraUi.reserve')} />}
      <text
        className="ahead"
        data-part="seconds"
        x={w + 26}
        y={secondsY(reserve ? [middle] : [])}
      />
    </>
  );
}
