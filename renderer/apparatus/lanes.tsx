import { useTranslation } from 'react-i18next';
import { ChunkSaid, FiguresTitle, usePointing } from './chunk-story';
import { CutLayer, linkHeadRenderer } from './cut-layer';
import { Lane } from './lane';
import { useApparatus, useShownChunk } from './apparatus';
import { pictureOf } from './kind-picture';
import { LANE_KEY } from '../ui/lane-style';
import { useStage } from './use-stage';
import { useFrameRenderer } from './use-renderer';
import { useLayoutEffect, type CSSProperties } from 'react';
import type { Stage } from '../../model/run/stage-at';

interface LanesProps {
  /** A chunk that is pointed at tells its own story. */
  pointable?: boolean;
  /** What is dimmed and what is enlarged; without it the marks of the run say so. */
  stage?: Pick<Stage, 'highlight' | 'zoom'>;
}

/** The lanes: one grid, so that a column is the same thing in every lane, and one band for a cut. */
export function Lanes({ pointable = false, stage }: LanesProps) {
  const { t } = useTranslation();
  const { views, plan } = useApparatus();
  const pointing = usePointing();
  const told = useShownChunk() !== null;
  const marked = useStage();
  const { highlight, zoom } = stage ?? marked;
  useLanesDrawn();
  return (
    <section
      className="lanes"
      aria-label={t('lanes.label')}
      data-story={told}
      data-pair={plan.settings.backpressureOff !== null}
      {...(pointable && pointing)}
      data-highlight-lane={highlight?.lane && LANE_KEY[highlight.lane]}
      data-highlight-station={highlight?.station}
      data-zoom={zoom ?? undefined}
      style={{ '--lanes': views.length } as CSSProperties}
    >
      <LaneHead />
      {views.map((view) => (
        <Lane key={view.method} view={view} />
      ))}
      <CutLayer />
      {pointable && <ChunkSaid />}
    </section>
  );
}

const COLUMNS = ['name', 'file', 'mem', 'link', 'buf', 'player', 'figs'] as const;
const TITLES = {
  name: 'method',
  mem: 'memory',
  buf: 'buffer',
  player: 'player',
} as const;

function LaneHead() {
  const { t } = useTranslation();
  const { plan } = useApparatus();
  const title = (column: keyof typeof TITLES | 'file') =>
    column === 'file' ? pictureOf(plan).sourceTitle() : t(`lanes.columns.${TITLES[column]}`);
  return (
    <div className="lane-head">
      {COLUMNS.map((column) =>
        column === 'link' ? (
          <LinkHead key={column} />
        ) : (
          <span key={column} className={`c-${column}`}>
            {column === 'figs' ? <FiguresTitle /> : title(column)}
          </span>
        ),
      )}
    </div>
  );
}

function LinkHead() {
  const { t } = useTranslation();
  return (
    <span
      className="c-link"
      ref={useFrameRenderer(linkHeadRenderer)}
      title={t('lanes.ownCopyLong')}
    >
      <b data-part="title" />
      <small data-part="note" />
    </span>
  );
}

let settle = (): void => {};

/** Resolves once the lanes are on the screen: what is not needed for that can wait for it. */
export const lanesDrawn = new Promise<void>((resolve) => (settle = resolve));

/** Tells when the lanes are on the screen, once to those who wait and as `lanes-drawn` in User Timing. */
export function useLanesDrawn(): void {
  useLayoutEffect(() => {
    // The first frame carries the lanes to the screen; the second begins when it is there.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        performance.mark('lanes-drawn');
        settle();
      });
    });
  }, []);
}
