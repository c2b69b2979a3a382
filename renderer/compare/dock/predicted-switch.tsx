import { Tooltip } from '@mantine/core';
import { useApparatus } from '../../apparatus/apparatus';
import { KIND_WORDS } from '../../source/kind-words';
import { say, useLanguage } from '../../ui/words';
import { preferences, usePreference } from '../../session/preferences';
import './prediction.css';

/** Shows what the model predicts behind what is measured, or takes it away. */
export function PredictedSwitch() {
  useLanguage();
  const on = usePreference((s) => s.predicted);
  return (
    <button
      className="predicted-switch"
      aria-pressed={on}
      title={say('prediction.what')}
      onClick={() => preferences.getState().setPredicted(!on)}
    >
      <svg viewBox="0 0 18 6" aria-hidden="true">
        <path d="M1 3h16" />
      </svg>
      <span className="word">{say('prediction.switch')}</span>
      <kbd>{say('prediction.key')}</kbd>
    </button>
  );
}

/** In the place of the switch: that such a source is not predicted, and why, for whoever points at it or comes by with Tab. */
export function NotPredicted() {
  useLanguage();
  const { plan } = useApparatus();
  const why = KIND_WORDS.of(plan.media).whyNotPredicted();
  return (
    <Tooltip label={why} multiline w={260} events={{ hover: true, focus: true, touch: true }}>
      <button className="predicted-switch not-predicted" aria-disabled="true">
        {say('cameraUi.dock.noPrediction')}
        <i className="unseen">{why}</i>
      </button>
    </Tooltip>
  );
}
