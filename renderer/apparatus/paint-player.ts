import { clockFigure, secondsFigure } from '../../model/figures';
import type { PlayerState } from '../../model/delivery/types';
import { say } from '../ui/words';
import { liveBar } from './live-scale';
import { AttrWriter, partWriter } from './attr-writer';
import { behindWords, playerFlag, playerNote } from './player-words';
import type { MakeLaneRenderer } from './use-renderer';

const HOURGLASS = 'M1 0h10v2L7.4 6 11 10v2H1v-2l3.6-4L1 2z';
const BARS = 'M1 .5h3.6v11H1zM7.4 .5H11v11H7.4z';

/** The sign on a player's flag. */
const SIGNS: Record<PlayerState, string> = {
  starting: HOURGLASS,
  playing: 'M1.5 .5v11l10-5.5z',
  rebuffering: BARS,
  paused: BARS,
  ended: 'M1 1h10v10H1z',
  failed: 'M1 2.8L2.8 1 6 4.2 9.2 1 11 2.8 7.8 6 11 9.2 9.2 11 6 7.8 2.8 11 1 9.2 4.2 6z',
};

/** The player: its flag, its note, and the words that stand over its picture. */
export const playerRenderer: MakeLaneRenderer = (element, view, pictures) => {
  const root = new AttrWriter(element);
  const part = (name: string) => partWriter(element, name);
  const [sign, flag, burn, screen] = [part('sign'), part('flag'), part('burn'), part('screen')];
  const [big, small, text] = [part('note-big'), part('note-small'), part('text')];
  return (frame, { run, state: runState, phase, texts, labels }) => {
    const stepping = (runState?.shownMs ?? null) !== null;
    const error = stepping ? null : (runState?.lanes[view.method]?.error ?? null);
    const state = error ? 'failed' : phase === 'ready' ? 'starting' : frame.state;
    root.set('data-state', state);
    sign.set('d', SIGNS[state]);
    if (!texts) return;
    const note = playerNote(frame, view, phase, error, run?.lanes.length ?? 3);
    root.set('data-shows', note ? 'note' : 'picture');
    big.text(note?.big ?? '');
    small.text(note?.small ?? '');
    const words = playerFlag(state, frame, view);
    flag.text(words);
    const position = clockFigure(frame.positionS);
    burn.text(position);
    if (view.showing === 'text') {
      text.text(pictures?.textOf(view.method) ?? '');
    }
    if (!labels) return;
    const method = say(`lanes.methods.${view.method}`);
    screen.set('aria-label', say('lanes.aria.player', { method, state: words, position }));
  };
};

/** The position bar: from 0 to the file's length, or, of a camera, up to now; played solid, received pale. */
export const barRenderer: MakeLaneRenderer = (element, { durationS, live }) => {
  const svg = new AttrWriter(element);
  const played = partWriter(element, 'played');
  const received = partWriter(element, 'received');
  const head = partWriter(element, 'head');
  const share = (seconds: number) =>
    durationS > 0 ? Math.min(100, (100 * seconds) / durationS) : 0;
  return (frame, { labels }) => {
    const { positionS, bufferedS } = frame;
    const shares = live
      ? liveBar(frame, live)
      : { played: share(positionS), received: share(positionS + bufferedS) };
    played.length('width', shares.played);
    received.length('width', shares.received);
    head.length('x', Math.max(0, shares.played - 0.4));
    if (!labels) return;
    const seconds = (value: number) => secondsFigure(value * 1000);
    const gaps = { played: seconds(positionS), received: seconds(positionS + bufferedS) };
    const label = live
      ? say('cameraUi.aria.bar', { behind: behindWords(frame), ahead: seconds(bufferedS) })
      : say('lanes.aria.bar', { ...gaps, total: seconds(durationS) });
    svg.set('aria-label', label);
  };
};
