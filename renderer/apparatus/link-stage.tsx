import { indexOnLink } from './chunk-places';
import { pictureOf, type ChunkOnLink } from './kind-picture';
import type { LaneView } from './lane-view';
import {
  useLaneRenderer,
  AttrWriter,
  partWriter,
  type LaneFrameRenderer,
  type MakeLaneRenderer,
} from './use-renderer';
import { rateFigure, secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import { flowAt } from '../../model/run/flow';
import type { LaneFrame } from '../../model/run/frame';
import { PITCH } from './tank';
import type { LinkDown } from './scene';

/**
 * The link of one lane; its lines are drawn by the painter, to the width of the column. What moves in every frame,
 * the chunk and its trail, are layers over them: they are moved, and nothing is laid out or painted for it.
 */
export function LinkStage({ view }: { view: LaneView }) {
  const ref = useLaneRenderer(linkRenderer, view);
  return (
    <div className="pipe c-link" role="img" ref={ref}>
      <svg data-part="lines" aria-hidden="true">
        <path data-part="walls" />
        <path data-part="jags" />
        <path data-part="ends" />
        <path data-part="ticks" />
        <text data-part="say" x="-4" y={MID - 25} />
        <text data-part="note" x="-4" y={MID + 38} />
      </svg>
      <i data-part="trail" />
      <i data-part="chunk" />
    </div>
  );
}

/** Where a cut opens the pipe, as shares of its length; styles/lanes.css draws the band at the same place. */
const GAP = { from: 0.55, to: 0.72 };
/** Middle and half height of the pipe, in SVG user units. */
export const MID = 62;
const HALF = 11;

/** The lines of a pipe `width` user units long, whole or broken. */
export interface LinkShape {
  walls: string;
  ends: string;
  ticks: string;
  jags: string;
}

/** Draws the pipe: a ruler one chunk long, with a gap where a cut has opened it. */
export function linkShape(width: number, broken: boolean): LinkShape {
  const from = width * GAP.from;
  const to = width * GAP.to;
  const ticks = Array.from({ length: 11 }, (_, i) => 4 + (i * (width - 8)) / 10).filter(
    (x) => !broken || x < from - 4 || x > to + 4,
  );
  return {
    walls: broken ? wall(-3, from) + wall(to, width + 3) : wall(-3, width + 3),
    ends: `M-4 ${n(MID - HALF - 5)}v${n(2 * HALF + 10)}M${n(width + 4)} ${n(MID - HALF - 5)}v${n(2 * HALF + 10)}`,
    ticks: ticks.map((x) => `M${n(x)} ${n(MID + HALF + 5)}v4`).join(''),
    jags: broken ? jag(from, 1) + jag(to, -1) : '',
  };
}

/** Left edge of the chunk's tile when this share of its bytes has been sent. */
export function chunkX(width: number, share: number): number {
  return 4 + share * (width - 20);
}

function wall(from: number, to: number): string {
  return `M${n(from)} ${n(MID - HALF)}H${n(to)}M${n(from)} ${n(MID + HALF)}H${n(to)}`;
}

function jag(x: number, side: 1 | -1): string {
  const steps = [4, -7, 8, -5].map((dx, i) => `l${n(dx * side)} ${n([6, 5, 6, 7][i] ?? 0)}`);
  return `M${n(x)} ${n(MID - HALF - 1)}${steps.join('')}`;
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** Height of the drawing in user units; the width follows the column. */
const HEIGHT = 124;

/** The link of one lane: the tile stands where the share of its chunk's bytes that has been sent puts it. */
export const linkRenderer: MakeLaneRenderer = (element, view) => {
  const root = new AttrWriter(element);
  const part = (name: string) => partWriter(element, name);
  const picture = part('lines');
  const [walls, ends, ticks, jags] = [part('walls'), part('ends'), part('ticks'), part('jags')];
  const [trail, chunk, sayMark, note] = [part('trail'), part('chunk'), part('say'), part('note')];
  const { comesSingly, chunkOnLink = usualChunk } = pictureOf(view);
  let width = 240;
  let unitPx = 1;
  const observer = new ResizeObserver(([entry]) => {
    const tile = parseFloat(getComputedStyle(element).getPropertyValue('--tile'));
    if (!entry || !(tile > 0)) return;
    unitPx = tile / PITCH;
    width = entry.contentRect.width / unitPx;
  });
  observer.observe(element);
  let drawn = '';

  function shape(broken: boolean): void {
    const key = `${String(width)} ${String(broken)}`;
    if (key === drawn) return;
    drawn = key;
    const lines = linkShape(width, broken);
    picture.set('viewBox', `0 0 ${String(width)} ${String(HEIGHT)}`);
    walls.set('d', lines.walls);
    ends.set('d', lines.ends);
    ticks.set('d', lines.ticks);
    jags.set('d', lines.jags);
  }

  const paint: LaneFrameRenderer = (
    frame,
    { down, texts, labels, phase, track, chunk: pointed },
  ) => {
    shape(down !== null);
    root.set('data-framed', pointed !== null && indexOnLink(view, frame) === pointed);
    // A link that is down is red only where it should be carrying bytes.
    root.set('data-red', frame.link === 'outage' || frame.link === 'cut');
    const carried =
      frame.link === 'done' || frame.link === 'idle' ? null : chunkOnLink(frame, view);
    const x = chunkX(width, carried?.share ?? 0);
    root.set('data-carries', carried !== null);
    root.set('data-marked', carried?.marked === true);
    trail.transform(`translateX(${n(2 * unitPx)}px) scaleX(${n((x - 2) * unitPx)})`);
    const size = carried && carried.scale !== 1 ? ` scale(${n(carried.scale)})` : '';
    chunk.transform(`translateX(${n(x * unitPx)}px)${size}`);
    if (!texts) return;
    const known = track(view.method);
    const { rate, held } = known ? flowAt(known, frame, comesSingly) : { rate: 0, held: false };
    const told: LaneFrame = { ...frame, rate, link: held ? 'held-back' : toldLink(frame, rate) };
    sayMark.text(headline(told));
    note.text(detail(told, view, phase === 'running'));
    if (labels) root.set('aria-label', label(told, down));
  };
  paint.stop = () => observer.disconnect();
  return paint;
};

/** Chunks of one size: each is a tile, wherever it is. */
const usualChunk = ({ chunkNumber, chunkShare }: LaneFrame): ChunkOnLink | null =>
  chunkNumber > 0 ? { share: chunkShare, scale: 1, marked: false } : null;

/** A link that has carried something within the last second is told to be flowing. */
const toldLink = ({ link }: LaneFrame, rate: number): LaneFrame['link'] =>
  link === 'idle' && rate > 0 ? 'flowing' : link;

function headline({ link, rate }: Pick<LaneFrame, 'link' | 'rate'>): string {
  if (link === 'idle' || link === 'held-back' || link === 'done') return say(`lanes.say.${link}`);
  return rateFigure(link === 'flowing' ? rate : 0);
}

function detail(frame: LaneFrame, view: LaneView, running: boolean): string {
  if (frame.link === 'held-back') return say('lanes.note.held-back');
  return pictureOf(view).linkNote(frame, view, running);
}

function label({ link, rate }: LaneFrame, down: LinkDown | null): string {
  if (down) return say('lanes.aria.linkDown', { seconds: secondsFigure(down.ms) });
  if (link === 'flowing') return say('lanes.aria.linkUp', { rate: rateFigure(rate) });
  return say('lanes.aria.linkState', { state: headline({ link, rate }) });
}
