import { secondsWith, shortFigure } from '../../../model/figures';
import { liveOf } from '../../../model/camera/types';
import { H, Ruler, secondsY, StartBar, wordsX } from '../../apparatus/buffer-ruler';
import type { StageProps } from '../../apparatus/kind-picture';
import { PITCH } from '../../apparatus/tank';
import { say } from '../../ui/words';
import { LIVE_COLS } from './live-scale';

/** The ruler beside the client buffer of a camera's lane: in seconds, as its reserve is. */
export function ReserveMarks({ view }: StageProps) {
  const { reserveS } = liveOf(view.settings);
  const w = LIVE_COLS * PITCH;
  const word = (seconds: number) => shortFigure(seconds, 2);
  const middle = H / 2;
  const reserve = view.method === 'buffering';
  const numbers = ['0', word(reserveS), secondsWith(2 * reserveS, 0, 2)] as const;
  const x = wordsX(w, numbers);
  return (
    <>
      <Ruler w={w} words={[...numbers]} />
      {reserve && <StartBar w={w} x={x} y={middle} word={say('cameraUi.reserve')} />}
      <text className="ahead" data-part="seconds" x={x - 1} y={secondsY(reserve ? [middle] : [])} />
    </>
  );
}
