import { useTranslation } from 'react-i18next';
import type { LaneView } from './lane-view';
import {
  useLaneRenderer,
  partWriter,
  type AttrWriter,
  type MakeLaneRenderer,
} from './use-renderer';
import { secondsFigure, sizeFigure, stallsFigure } from '../../model/figures';
import { say } from '../ui/words';
import { figuresAt, PeakMemory } from '../../model/run/figures-at';
import { level } from './size-unit';
import { shownDelayMs } from '../../model/run/frame';
const FIGURES = ['startup', 'stalls', 'peak', 'buffer'] as const;
/** The first two are shown in a small window and in the presenter's picture too. */
const LIVE_FIGURES = ['live', 'stalls', 'startup', 'peak', 'buffer'] as const;

/** The figures of one lane, written by the painter. */
export function Figures({ view }: { view: LaneView }) {
  const { t } = useTranslation();
  const ref = useLaneRenderer(figuresRenderer, view);
  return (
    <dl className="figs c-figs" ref={ref}>
      {(view.live ? LIVE_FIGURES : FIGURES).map((figure) => (
        <div key={figure}>
          <dt>{figure === 'live' ? t('cameraUi.liveDelay') : t(`lanes.figures.${figure}`)}</dt>
          <dd data-part={figure} />
        </div>
      ))}
    </dl>
  );
}

type Tone = 'plain' | 'bad' | 'none';

function write(mark: AttrWriter, text: string | null, tone: Tone = 'plain'): void {
  mark.text(text ?? say('lanes.figures.notYet'));
  mark.set('data-tone', text === null ? 'none' : tone);
}

/** The figures of a lane: "not yet" until something has been measured, never 0.0 s. */
export const figuresRenderer: MakeLaneRenderer = (root, { method, unit, live }) => {
  const startup = partWriter(root, 'startup');
  const stalls = partWriter(root, 'stalls');
  const peak = partWriter(root, 'peak');
  const buffer = partWriter(root, 'buffer');
  const delay = live ? partWriter(root, 'live') : null;
  const memory = new PeakMemory();
  return (frame, { log: logOf, texts, shownMs, phase }) => {
    if (!texts) return;
    const { bufferedBytes, bufferedS, state } = frame;
    const log = logOf(method);
    if (!log || phase === 'ready' || phase === 'preparing') {
      for (const mark of [startup, stalls, peak, buffer, delay]) if (mark) write(mark, null);
      return;
    }
    const at = figuresAt(log, shownMs);
    const bytes = memory.at(log, shownMs);
    write(startup, at.startupDelayMs === null ? null : secondsFigure(at.startupDelayMs));
    write(stalls, stallsFigure(at.stallCount, at.stallTotalMs), at.stallCount ? 'bad' : 'plain');
    write(peak, bytes ? sizeFigure(bytes) : null);
    const tone = state === 'rebuffering' ? 'bad' : 'plain';
    const bytesHeld = `${level(bufferedBytes, unit)} ${unit.name}`;
    // A camera's reserve is chosen in seconds, so it is told in seconds.
    write(buffer, live ? secondsFigure(bufferedS * 1000) : bytesHeld, tone);
    const delayMs = shownDelayMs(frame);
    if (delay) write(delay, delayMs === null ? null : secondsFigure(delayMs), tone);
  };
};
