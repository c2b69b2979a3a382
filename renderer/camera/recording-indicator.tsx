import { say } from '../ui/words';
import { useActiveCapture } from './active-captures';
import './recording-indicator.css';

/** The light that is on as long as anything is captured: what, by name. */
export function CameraLight() {
  const words = useLightWords();
  if (words === '') return null;
  return (
    <span className="camera-light" title={words} aria-hidden="true">
      <i />
      <span>{words}</span>
    </span>
  );
}

/** The same for those who hear it; one for the window, so that it is there before it has something to say. */
export function CameraStatus() {
  return (
    <span className="unseen" role="status">
      {useLightWords()}
    </span>
  );
}

function useLightWords(): string {
  const name = useActiveCapture();
  return name === null ? '' : say('cameraUi.light', { name });
}
