import { useEffect, useState } from 'react';
import { listCameras } from '../../camera/devices';
import { usePickedCamera } from '../../session/picked-camera';
import { session } from '../../session/session';
import { say } from '../../ui/words';
import { cameraPicker } from './camera-picker';
import { TEST_PICTURE } from './picker';

/** The ways on from a camera that cannot be used. */
export function RefusalWays() {
  const { chooseFile, openCamera, dismissRefusal } = session.getState();
  const back = useCameraBack();
  return (
    <>
      {back !== null && (
        <p className="small camera-back" role="status">
          {say('cameraPicture.back', { camera: back })}
        </p>
      )}
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

/** The camera that was refused, by name, once it has come back; null as long as it has not. */
function useCameraBack(): string | null {
  const choice = usePickedCamera()?.choice;
  const name = choice?.kind === 'device' ? choice.name : null;
  const [back, setBack] = useState<string | null>(null);
  useEffect(() => {
    if (name === null) return;
    let over = false;
    const { mediaDevices } = navigator;
    const look = (): void => {
      void listCameras().then((names) => {
        if (!over) setBack(names.includes(name) ? name : null);
      });
    };
    // Whether it is there now says nothing: it may be there and busy.
    mediaDevices.addEventListener('devicechange', look);
    return () => {
      over = true;
      mediaDevices.removeEventListener('devicechange', look);
    };
  }, [name]);
  return back;
}
