import { useTranslation } from 'react-i18next';
import type { LaneView } from './lane-view';
import { growthFigure, secondsFigure, sizeFigure, stallsFigure } from '../../model/figures';
import { figuresAt, memoryAt, type MemoryAt } from '../../model/run/figures-at';
import { shownDelayMs } from '../../model/run/frame';
import { say } from '../ui/words';
import { level } from './size-unit';
import {
  partWriter,
  useLaneRenderer,
  type AttrWriter,
  type MakeLaneRenderer,
} from './use-renderer';

const FIGURES = ['startup', 'stalls', 'buffer'] as const;
const LIVE_FIGURES = ['live', 'stalls', 'startup', 'buffer'] as const;

/**
 * The figures of one lane, written by the painter. A small window and the presenter's picture show the two behind
 * the memory, which stands under the tank there.
 */
export function Figures({ view }: { view: LaneView }) {
  const { t } = useTranslation();
  const ref = useLaneRenderer(figuresRenderer, view);
  return (
    <dl className="figs c-figs" ref={ref}>
      <div className="over-rest">
        <dt>{t('lanes.figures.memory')}</dt>
        <dd>
          <b data-part="memory" />
          <small data-part="whole" />
        </dd>
      </div>
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

/** "206 MB in all, 108 MB at rest". */
const memoryWords = ({ wholeBytes, restBytes }: MemoryAt): string =>
  say('lanes.figures.memoryWhole', { whole: sizeFigure(wholeBytes), rest: sizeFigure(restBytes) });

/** The figures of a lane: "not yet" until something has been measured, never 0.0 s. */
export const figuresRenderer: MakeLaneRenderer = (root, { method, unit, live }) => {
  const startup = partWriter(root, 'startup');
  const stalls = partWriter(root, 'stalls');
  const over = partWriter(root, 'memory');
  const whole = partWriter(root, 'whole');
  const buffer = partWriter(root, 'buffer');
  const delay = live ? partWriter(root, 'live') : null;
  return (frame, { log: logOf, texts, shownMs, phase }) => {
    if (!texts) return;
    const { bufferedBytes, bufferedS, state } = frame;
    const log = logOf(method);
    if (!log || phase === 'ready' || phase === 'preparing') {
      for (const mark of [over, startup, stalls, buffer, delay]) if (mark) write(mark, null);
      whole.text('');
      return;
    }
    const at = figuresAt(log, shownMs);
    const memory = memoryAt(log, shownMs);
    write(over, memory && growthFigure(memory.overBytes));
    whole.text(memory ? memoryWords(memory) : '');
    write(startup, at.startupDelayMs === null ? null : secondsFigure(at.startupDelayMs));
    write(stalls, stallsFigure(at.stallCount, at.stallTotalMs), at.stallCount ? 'bad' : 'plain');
    const tone = state === 'rebuffering' ? 'bad' : 'plain';
    const bytesHeld = `${level(bufferedBytes, unit)} ${unit.name}`;
    // A camera's reserve is chosen in seconds, so it is told in seconds.
    write(buffer, live ? secondsFigure(bufferedS * 1000) : bytesHeld, tone);
    const delayMs = shownDelayMs(frame);
    if (delay) write(delay, delayMs === null ? null : secondsFigure(delayMs), tone);
  };
};
