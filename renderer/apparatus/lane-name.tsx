import { useTranslation } from 'react-i18next';
import { baseMethod } from '../../model/delivery/rules';
import { secondsFigure } from '../../model/figures';
import { notedLagAt } from '../../model/run/player-lag';
import { Glyph } from '../ui/glyph';
import { BackpressureSwitch } from './backpressure-switch';
import { pictureOf } from './kind-picture';
import { LaneSentence } from './lane-sentence';
import type { LaneView } from './lane-view';
import { useLaneRenderer, partWriter, type MakeLaneRenderer } from './use-renderer';
import { say, textOf } from '../ui/words';

/** A lane's name, what its method does, and why it last stalled; `sentence` is the id of what describes the lane. */
export function LaneName({ view, sentence }: { view: LaneView; sentence: string }) {
  const { t } = useTranslation();
  const ref = useLaneRenderer(nameRenderer, view);
  const { method } = view;
  return (
    <div className="c-name" ref={ref}>
      <h2>
        <Glyph method={method} />
        {t(`lanes.methods.${baseMethod(method)}`)}
      </h2>
      <LaneSentence view={view} id={sentence} />
      {view.settings.backpressureOff === null ? (
        <p className="how">{pictureOf(view).how(view)}</p>
      ) : (
        <BackpressureSwitch view={view} />
      )}
      <p className="why" data-part="details" />
      <p className="why" data-part="why" />
    </div>
  );
}

/**
 * Under a lane's name, up to the moment shown: that its player does not keep up, or why it last stalled, or else
 * what was done to the file.
 */
export const nameRenderer: MakeLaneRenderer = (root, view) => {
  const { method, prepared } = view;
  const why = partWriter(root, 'why');
  const details = partWriter(root, 'details');
  const { details: detailsOf } = pictureOf(view);
  return (frame, { log: logOf, texts, shownMs }) => {
    if (!texts) return;
    if (detailsOf) details.text(detailsOf(frame));
    const log = logOf(method);
    const lagMs = log ? notedLagAt(log, frame) : 0;
    const last = log?.stalls.findLast((stall) => stall.atMs <= shownMs);
    if (lagMs > 0) why.text(say('lanes.whyLate', { seconds: secondsFigure(lagMs) }));
    else
      why.text(
        last?.cause ? say('lanes.why', { cause: textOf(last.causes, last.cause) }) : prepared,
      );
  };
};
