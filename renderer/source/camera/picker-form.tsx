import { Radio } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { type LiveSettings, DEFAULT_LIVE } from '../../../model/camera/types';
import { session } from '../../session/session';
import { say } from '../../ui/words';
import { cameraPicker, usePicker } from './camera-picker';
import { CameraList } from './camera-list';
import { LIVE_FIELDS, readSeconds, SecondsField } from './seconds-field';

/** The source by name, and the two lengths; "Use" takes all of it. */
export function PickerForm() {
  const chosen = usePicker((s) => s.chosen);
  const [typed, setTyped] = useState<Record<keyof LiveSettings, string | number>>(
    () => session.getState().settings.live ?? DEFAULT_LIVE,
  );
  const [recordS, reserveS] = [
    readSeconds('recordS', typed.recordS),
    readSeconds('reserveS', typed.reserveS),
  ];
  const read = { recordS, reserveS };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (recordS.seconds === null || reserveS.seconds === null) return;
    session
      .getState()
      .setSettings({ live: { recordS: recordS.seconds, reserveS: reserveS.seconds } });
    cameraPicker.use();
  };
  return (
    <form className="camera-form" onSubmit={submit}>
      <Radio.Group
        aria-label={say('cameraUi.picker.source')}
        value={chosen.kind === 'test' ? TEST : DEVICE + chosen.name}
        onChange={choose}
      >
        <Radio
          data-autofocus={chosen.kind === 'test' || undefined}
          value={TEST}
          label={say('camera.testPicture')}
          description={say('cameraUi.picker.testAbout')}
        />
        <CameraList valueOf={(name) => DEVICE + name} />
      </Radio.Group>
      <div className="camera-lengths">
        {LIVE_FIELDS.map((field) => (
          <SecondsField
            key={field}
            field={field}
            typed={typed[field]}
            problem={read[field].problem}
            onTyped={(value) => setTyped({ ...typed, [field]: value })}
          />
        ))}
      </div>
      <div className="camera-row">
        <button type="button" className="btn bare" onClick={() => cameraPicker.close()}>
          {say('cameraUi.picker.cancel')}
        </button>
        <button type="submit" className="btn primary">
          {say('cameraUi.picker.use')}
        </button>
      </div>
    </form>
  );
}

const TEST = 'test';
const DEVICE = 'device:';

function choose(value: string): void {
  const device = value.startsWith(DEVICE);
  cameraPicker.choose(
    device ? { kind: 'device', name: value.slice(DEVICE.length) } : { kind: 'test' },
  );
}
