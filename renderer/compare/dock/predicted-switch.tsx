import { say } from '../../ui/words';
import { preferences, usePreference } from '../../session/preferences';
import './prediction.css';

/** Shows what the model predicts behind what is measured, or takes it away. */
export function PredictedSwitch() {
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
