import { useTranslation } from 'react-i18next';
import { PAIR_FIGURES } from './backpressure-figures';
import { pictureOf, type LaneFigure, type Tone } from './kind-picture';
import type { LaneView } from './lane-view';
import { growthFigure, sizeFigure } from '../../model/figures';
import { figuresAt, memoryAt, type MemoryAt } from '../../model/run/figures-at';
import { say } from '../ui/words';
import {
  partWriter,
  useLaneRenderer,
  type AttrWriter,
  type MakeLaneRenderer,
} from './use-renderer';

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
      {figuresOf(view).map(({ name, title }) => (
        <div key={name}>
          <dt>{title()}</dt>
          <dd data-part={name} />
        </div>
      ))}
    </dl>
  );
}

/** The figures of a lane behind its memory; beside a lane without backpressure, those that tell what that does. */
const figuresOf = (view: LaneView): readonly LaneFigure[] =>
  view.settings.backpressureOff === null ? pictureOf(view).figures : PAIR_FIGURES;

function write(mark: AttrWriter, text: string | null, tone: Tone = 'plain'): void {
  mark.text(text ?? say('lanes.figures.notYet'));
  mark.set('data-tone', text === null ? 'none' : tone);
}

/** "206 MB in all, 108 MB at rest". */
const memoryWords = ({ wholeBytes, restBytes }: MemoryAt): string =>
  say('lanes.figures.memoryWhole', { whole: sizeFigure(wholeBytes), rest: sizeFigure(restBytes) });

/** The figures of a lane: "not yet" until something has been measured, never 0.0 s. */
export const figuresRenderer: MakeLaneRenderer = (root, view) => {
  const over = partWriter(root, 'memory');
  const whole = partWriter(root, 'whole');
  const figures = figuresOf(view).map((figure) => ({
    ...figure,
    mark: partWriter(root, figure.name),
  }));
  return (frame, { log: logOf, texts, shownMs, phase }) => {
    if (!texts) return;
    const log = logOf(view.method);
    if (!log || phase === 'ready' || phase === 'preparing') {
      for (const mark of [over, ...figures.map((figure) => figure.mark)]) write(mark, null);
      whole.text('');
      return;
    }
    const memory = memoryAt(log, shownMs);
    write(over, memory && growthFigure(memory.overBytes));
    whole.text(memory ? memoryWords(memory) : '');
    const at = figuresAt(log, shownMs);
    for (const { mark, value, tone } of figures) {
      write(mark, value(frame, at, view, log), tone?.(frame, at));
    }
  };
};
