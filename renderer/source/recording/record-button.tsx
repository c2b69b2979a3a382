import { bufferFigure } from '../../../model/figures';
import { useSession } from '../../session/session';
import { say } from '../../ui/words';
import { beginRecording, endRecording, useRecordingToFile } from './record-to-file';
import './record.css';
import { kindOf } from '../../../model/source/kinds';

/** Keeps the camera's recording as a file, or ends that. */
export function RecordButton() {
  const live = useSession((s) => kindOf(s.media).endless);
  return live && <Button />;
}

function Button() {
  const state = useRecordingToFile((now) => now.state);
  const path = useRecordingToFile((now) => now.path) ?? '';
  const size = useRecordingToFile((now) => bufferFigure(now.bytes));
  const on = state === 'on';
  const waiting = useRecordingToFile((now) => now.state === 'on' && now.bytes === 0);
  const words = waiting ? say('keep.button.waiting') : say(`keep.button.${state}`, { size });
  const hint = waiting ? 'waiting' : on ? 'on' : 'off';
  return (
    <button
      className="btn bare keep-button"
      aria-pressed={on}
      disabled={state === 'asking'}
      title={say(`keep.hint.${hint}`, { path })}
      onClick={() => void (on ? endRecording() : beginRecording())}
    >
      <i aria-hidden="true" />
      {words}
    </button>
  );
}
