import { useEffect, useRef } from 'react';
import { say } from '../../ui/words';
import { cameraPicker } from './camera-picker';

/** Our own question, before the first real camera: what happens to the picture, and yes or no. */
export function PermissionQuestion() {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className="camera-ask">
      {['what', 'where', 'when'].map((part) => (
        <p key={part}>{say(`cameraUi.ask.${part}`)}</p>
      ))}
      <div className="camera-row">
        <button className="btn" ref={first} onClick={() => void cameraPicker.answer(false)}>
          {say('cameraUi.ask.notNow')}
        </button>
        <button className="btn primary" onClick={() => void cameraPicker.answer(true)}>
          {say('cameraUi.ask.allow')}
        </button>
      </div>
    </div>
  );
}
