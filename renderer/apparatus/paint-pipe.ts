import type { LiveSettings } from '../../model/camera/types';
import { rateFigure, secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import type { LaneFrame } from '../../model/run/frame';
import { FlowMeter } from './flow-meter';
import type { LaneView } from './lane-view';
import { AttrWriter, partWriter } from './attr-writer';
import { PITCH } from './tank';
import { chunkX, linkShape } from './pipe-shape';
import type { LinkDown } from './scene';
import type { LaneFrameRenderer, MakeLaneRenderer } from './use-renderer';

/** Height of the drawing in user units; the width follows the column. */
const HEIGHT = 124;

/** The link of one lane: the tile stands where the share of its chunk's bytes that has been sent puts it. */
export const linkRenderer: MakeLaneRenderer = (svg, view) => {
  const root = new AttrWriter(svg);
  const part = (name: string) => partWriter(svg, name);
  const [walls, ends, ticks, jags] = [part('walls'), part('ends'), part('ticks'), part('jags')];
  const [trail, chunk, sayMark, note] = [part('trail'), part('chunk'), part('say'), part('note')];
  const meter = new FlowMeter(view.live !== null);
  let width = 240;
  const observer = new ResizeObserver(([entry]) => {
    const tile = parseFloat(getComputedStyle(svg).getPropertyValue('--tile'));
    if (entry && tile > 0) width = (entry.contentRect.width * PITCH) / tile;
  });
  observer.observe(svg);
  let drawn = '';

  function shape(broken: boolean): void {
    const key = `${String(width)} ${String(broken)}`;
    if (key === drawn) return;
    drawn = key;
    const lines = linkShape(width, broken);
    root.set('viewBox', `0 0 ${String(width)} ${String(HEIGHT)}`);
    walls.set('d', lines.walls);
    ends.set('d', lines.ends);
    ticks.set('d', lines.ticks);
    jags.set('d', lines.jags);
  }

  const paint: LaneFrameRenderer = (frame, { down, texts, labels, phase, shownMs }) => {
    shape(down !== null);
    // A link that is down is red only where it should be carrying bytes.
    root.set('data-red', frame.link === 'outage' || frame.link === 'cut');
    const x = chunkX(width, frame.chunkShare);
    const on = frame.chunkNumber > 0 && frame.link !== 'done' && frame.link !== 'idle';
    trail.length('width', on ? x - 2 : 0);
    chunk.length('x', x);
    chunk.length('width', on ? PITCH : 0);
    if (!texts) return;
    const { rate, held } = meter.read(frame, shownMs);
    const told: LaneFrame = { ...frame, rate, link: held ? 'held-back' : toldLink(frame, rate) };
    sayMark.text(headline(told));
    note.text(detail(told, view, phase === 'running'));
    if (labels) root.set('aria-label', label(told, down));
  };
  paint.stop = () => observer.disconnect();
  return paint;
};

/** A link that has carried something within the last second is told to be flowing. */
const toldLink = ({ link }: LaneFrame, rate: number): LaneFrame['link'] =>
  link === 'idle' && rate > 0 ? 'flowing' : link;

function headline({ link, rate }: Pick<LaneFrame, 'link' | 'rate'>): string {
  if (link === 'idle' || link === 'held-back' || link === 'done') return say(`lanes.say.${link}`);
  return rateFigure(link === 'flowing' ? rate : 0);
}

function detail(frame: LaneFrame, view: LaneView, running: boolean): string {
  const { rules, totalBytes, live } = view;
  const { link, chunkNumber, chunkShare, readBytes } = frame;
  if (live && link !== 'held-back') return liveDetail(frame, live, rules.bufferWhole, running);
  if (link === 'done') {
    return say('lanes.note.done', { count: Math.ceil(totalBytes / rules.chunkBytes) });
  }
  if (link === 'held-back') return say('lanes.note.held-back');
  if (link !== 'idle' && chunkNumber > 0) {
    const percent = Math.round(chunkShare * 100);
    return say('lanes.note.chunk', { number: chunkNumber, percent });
  }
  const reading = running && rules.bufferWhole && readBytes < totalBytes;
  return say(reading ? 'lanes.note.reading' : 'lanes.note.idle');
}

/** Beside the pipe of a camera's lane: its chunks are slices, of which no number is known beforehand. */
function liveDetail(
  { link, tMs }: LaneFrame,
  { recordS }: LiveSettings,
  bufferWhole: boolean,
  running: boolean,
): string {
  if (link === 'done') return say('cameraUi.link.done');
  if (link === 'outage' || link === 'cut') return say('cameraUi.link.down');
  if (link !== 'idle') return say('cameraUi.link.slice');
  const recording = running && bufferWhole && tMs < recordS * 1000;
  return say(`cameraUi.link.${recording ? 'recording' : 'idle'}`);
}

function label({ link, rate }: LaneFrame, down: LinkDown | null): string {
  if (down) return say('lanes.aria.linkDown', { seconds: secondsFigure(down.ms) });
  if (link === 'flowing') return say('lanes.aria.linkUp', { rate: rateFigure(rate) });
  return say('lanes.aria.linkState', { state: headline({ link, rate }) });
}
