import { session } from '../../session/session';
import { say } from '../../ui/words';
import { cameraPicker } from './camera-picker';
import { TEST_PICTURE } from './picker';

/** The ways on from a camera that cannot be used. */
export function RefusalWays() {
  const { chooseFile, openCamera, dismissRefusal } = session.getState();
  return (
    <>
      <button className="btn primary" onClick={() => void cameraPicker.again()}>
        {say('cameraUi.refused.again')}
      </button>
      <button className="btn" onClick={() => void openCamera(TEST_PICTURE)}>
        {say('cameraUi.refused.test')}
      </button>
      <button className="btn" onClick={() => void chooseFile()}>
        {say('cameraUi.refused.file')}
      </button>
      <button
        className="btn bare"
        onClick={() => {
          dismissRefusal();
          void cameraPicker.open();
        }}
      >
        {say('cameraUi.refused.choose')}
      </button>
    </>
  );
}
