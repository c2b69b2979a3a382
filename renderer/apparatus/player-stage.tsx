import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { SoundIcon } from '../ui/icons';
import { useApparatus } from './apparatus';
import { pictureOf, type StageProps } from './kind-picture';
import { useLaneRenderer, AttrWriter, partWriter, type MakeLaneRenderer } from './use-renderer';
import { errorAt } from '../../model/run/lane-facts';
import { clockFigure } from '../../model/figures';
import { notedLagAt } from '../../model/run/player-lag';
import type { PlayerState } from '../../model/delivery/types';
import { say } from '../ui/words';
import { playerFlag, playerNote } from './player-words';

/** The player of one lane: the real video element in its frame, and the position bar. */
export function PlayerStage({ view }: StageProps) {
  const player = useLaneRenderer(playerRenderer, view);
  const bar = useLaneRenderer(barRenderer, view);
  const { Prompt } = pictureOf(view);
  return (
    <div className="c-player player" ref={player}>
      <div className="frame">
        <div className="screen" data-part="screen" role="img">
          <Picture view={view} />
          <div className="text">
            <pre data-part="text" />
          </div>
          <span className="burn" data-part="burn" />
          <p className="note">
            <b data-part="note-big" />
            <span data-part="note-small" />
          </p>
          <div className="big">
            <svg viewBox="0 0 60 60" aria-hidden="true">
              <circle cx="30" cy="30" r="24" strokeDasharray="18.8 6.33" />
              <path d="M24 21v18M36 21v18" strokeWidth="5" />
            </svg>
          </div>
          <span className="state">
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path data-part="sign" />
            </svg>
            <span data-part="flag" />
          </span>
        </div>
        {Prompt && <Prompt view={view} />}
        <HearButton view={view} />
      </div>
      <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" ref={bar}>
        <rect data-part="track" y="2" width="100" height="6" />
        <rect data-part="received" y="2" width="0" height="6" />
        <rect data-part="played" y="2" width="0" height="6" />
        <rect data-part="head" x="0" width="1.1" height="10" />
      </svg>
    </div>
  );
}

/** Holds the lane's own video element while the lane is on the page. */
function Picture({ view }: StageProps) {
  const { pictures } = useApparatus();
  const element = pictures?.pictureOf(view.method) ?? null;
  const hold = useCallback(
    (frame: HTMLDivElement | null) => {
      frame?.replaceChildren(...(element ? [element] : []));
    },
    [element],
  );
  return <div className="picture" ref={hold} />;
}

/** Makes this lane the one that is heard; pressed again, it mutes. */
function HearButton({ view: { method } }: StageProps) {
  const { t } = useTranslation();
  const { actions, plan } = useApparatus();
  if (!actions || !plan.media?.hasAudio) return null;
  const heard = actions.heard === method;
  const label = t('lanes.player.hear', { method: t(`lanes.methods.${method}`) });
  return (
    <button
      className="hear"
      aria-pressed={heard}
      aria-label={label}
      title={label}
      onClick={() => actions.hear(method)}
    >
      <SoundIcon on={heard} />
    </button>
  );
}

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
  return (frame, { run, log: logOf, state: runState, phase, texts, labels }) => {
    const known = logOf(view.method);
    const error = known ? errorAt(known, runState?.shownMs ?? Infinity) : null;
    const state = error ? 'failed' : phase === 'ready' ? 'starting' : frame.state;
    root.set('data-state', state);
    sign.set('d', SIGNS[state]);
    if (!texts) return;
    const words = pictures?.textOf(view.method) ?? null;
    const pictured = words !== null || (pictures?.pictureOf(view.method) ?? null) !== null;
    const note = playerNote(frame, view, phase, error, run?.lanes.length ?? 3, pictured);
    root.set('data-shows', note ? 'note' : 'picture');
    big.text(note?.big ?? '');
    small.text(note?.small ?? '');
    const flagged = playerFlag(state, frame, view, known ? notedLagAt(known, frame) : 0);
    flag.text(flagged);
    const position = clockFigure(frame.positionS);
    burn.text(position);
    text.text(words ?? '');
    if (!labels) return;
    const method = say(`lanes.methods.${view.method}`);
    screen.set('aria-label', say('lanes.aria.player', { method, state: flagged, position }));
  };
};

/** A step of the bar worth a frame of its own, hundredths of its length. */
const BAR_STEP = 0.5;

/** The position bar: played solid, received pale. */
export const barRenderer: MakeLaneRenderer = (element, view) => {
  const svg = new AttrWriter(element);
  const played = partWriter(element, 'played');
  const received = partWriter(element, 'received');
  const head = partWriter(element, 'head');
  const { bar, barLabel } = pictureOf(view);
  return (frame, { labels, texts }) => {
    const coarse = texts ? 0 : BAR_STEP;
    const shares = bar(frame, view);
    played.length('width', shares.played, coarse);
    received.length('width', shares.received, coarse);
    head.length('x', Math.max(0, shares.played - 0.4), coarse);
    if (labels) svg.set('aria-label', barLabel(frame, view));
  };
};
