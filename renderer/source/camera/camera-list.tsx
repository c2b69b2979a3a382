import { Radio } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { say } from '../../ui/words';
import { cameraPicker, usePicker } from './camera-picker';

/** The cameras by name; or why there are none, and the way on. */
export function CameraList({ valueOf }: { valueOf: (name: string) => string }) {
  const permission = usePicker((s) => s.permission);
  const found = usePicker((s) => s.found);
  useNewDevices();
  const names = permission === 'allowed' && found.is === 'listed' ? found.names : [];
  return (
    <section className="camera-list" aria-label={say('cameraUi.picker.cameras')}>
      <h3>{say('cameraUi.picker.cameras')}</h3>
      {names.map((name) => (
        <Radio key={name} value={valueOf(name)} label={name} />
      ))}
      <Way />
    </section>
  );
}

/** Where the cameras would stand: what is missing, and what can be done about it. */
function Way() {
  const permission = usePicker((s) => s.permission);
  const found = usePicker((s) => s.found);
  const button = useRef<HTMLButtonElement>(null);
  // Whoever said no with the keyboard is not left without a focus.
  useEffect(() => {
    if (permission === 'denied') button.current?.focus();
  }, [permission]);
  const way = (words: string, word: string, act: () => void) => (
    <div className="camera-way">
      <p role="status">{words}</p>
      <button type="button" className="btn" ref={button} onClick={act}>
        {word}
      </button>
    </div>
  );
  const ask = () => cameraPicker.ask();
  const look = () => void cameraPicker.look();
  if (permission === null) return null;
  if (permission === 'ask') {
    return way(say('cameraUi.picker.notAsked'), say('cameraUi.picker.ask'), ask);
  }
  if (permission === 'denied') {
    return way(say('cameraUi.picker.denied'), say('cameraUi.picker.askAgain'), ask);
  }
  switch (found.is) {
    case 'unknown':
    case 'looking':
      return <p role="status">{say('cameraUi.picker.looking')}</p>;
    case 'failed': {
      const words = say('cameraUi.picker.failed', { detail: found.detail });
      return way(words, say('cameraUi.picker.again'), look);
    }
    case 'listed':
      return found.names.length === 0
        ? way(say('cameraUi.picker.none'), say('cameraUi.picker.again'), look)
        : null;
  }
}

/** A camera that is plugged in or pulled out while the dialog is open is seen at once. */
function useNewDevices(): void {
  useEffect(() => {
    const { mediaDevices } = navigator;
    const look = (): void => void cameraPicker.look();
    mediaDevices.addEventListener('devicechange', look);
    return () => mediaDevices.removeEventListener('devicechange', look);
  }, []);
}
