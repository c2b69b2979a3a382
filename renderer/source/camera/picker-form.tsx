import { Radio } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { nearestPicture } from '../../../model/camera/picture';
import { codecOfLive, DEFAULT_LIVE, pictureOf } from '../../../model/camera/types';
import { session } from '../../session/session';
import { say } from '../../ui/words';
import { cameraPicker, usePicker } from './camera-picker';
import { CameraList } from './camera-list';
import { KeepPicturesField } from './keep-pictures-field';
import { CodecField, PictureFields, useOffers } from './picture-fields';
import { LIVE_FIELDS, readSeconds, SecondsField, type LiveField } from './seconds-field';

/** The source by name, the two lengths and the picture; "Use" takes all of it. */
export function PickerForm() {
  const chosen = usePicker((s) => s.chosen);
  const [typed, setTyped] = useState<Record<LiveField, string | number>>(
    () => session.getState().settings.live ?? DEFAULT_LIVE,
  );
  const [wish, setWish] = useState(() => pictureOf(session.getState().settings.live));
  const [codec, setCodec] = useState(() => codecOfLive(session.getState().settings.live));
  const [keepPictures, setKeepPictures] = useState(
    () => session.getState().settings.live?.keepPictures === true,
  );
  const offers = useOffers(chosen);
  const [recordS, reserveS] = [
    readSeconds('recordS', typed.recordS),
    readSeconds('reserveS', typed.reserveS),
  ];
  const read = { recordS, reserveS };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (recordS.seconds === null || reserveS.seconds === null) return;
    const picture = nearestPicture(wish, offers);
    session.getState().setSettings({
      live: { recordS: recordS.seconds, reserveS: reserveS.seconds, picture, codec, keepPictures },
    });
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
      <PictureFields choice={chosen} offers={offers} wish={wish} onWish={setWish} />
      {chosen.kind === 'device' && <p className="small">{say('cameraPicture.nearest')}</p>}
      <CodecField codec={codec} onCodec={setCodec} />
      <KeepPicturesField kept={keepPictures} picture={wish} onKept={setKeepPictures} />
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
