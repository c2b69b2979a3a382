import { say } from '../../ui/words';
import { useCameraLight } from '../camera-light';
import './light.css';

/** The light that is on as long as anything is captured: what, by name. */
export function CameraLight() {
  const name = useCameraLight();
  const words = name === null ? '' : say('cameraUi.light', { name });
  return (
    <>
      <span className="unseen" role="status">
        {words}
      </span>
      {name !== null && (
        <span className="camera-light" title={words} aria-hidden="true">
          <i />
          <span>{words}</span>
        </span>
      )}
    </>
  );
}
