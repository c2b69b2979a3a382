import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { SoundIcon } from '../ui/icons';
import { useApparatus } from './apparatus';
import { LatencyPrompt } from './behind';
import type { LaneView } from './lane-view';
import { barRenderer, playerRenderer } from './paint-player';
import { useLaneRenderer } from './use-renderer';

/** The player of one lane: the real video element in its frame, and the position bar. */
export function PlayerStage({ view }: { view: LaneView }) {
  const player = useLaneRenderer(playerRenderer, view);
  const bar = useLaneRenderer(barRenderer, view);
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
        {view.live && <LatencyPrompt view={view} />}
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
function Picture({ view }: { view: LaneView }) {
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
function HearButton({ view: { method, showing } }: { view: LaneView }) {
  const { t } = useTranslation();
  const { actions, plan } = useApparatus();
  if (!actions || !plan.media?.hasAudio || showing === 'text' || showing === 'bytes') return null;
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
