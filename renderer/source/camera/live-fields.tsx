import { useState } from 'react';
import {
  codecOfLive,
  DEFAULT_LIVE,
  pictureOf,
  type CameraChoice,
  type LiveSettings,
} from '../../../model/camera/types';
import { DefaultButton } from '../../ui/default-button';
import { session, useSession } from '../../session/session';
import { say } from '../../ui/words';
import { KeepPicturesField } from './keep-pictures-field';
import { CodecField, PictureFields, useOffers } from './picture-fields';
import { LIVE_FIELDS, readSeconds, type LiveField, SecondsField } from './seconds-field';

/** What is set of a camera's run, in the place of the sizes that are set for files. */
export function LiveFields() {
  const camera = useSession((s) => s.media?.camera);
  return (
    <>
      {LIVE_FIELDS.map((field) => (
        <LiveSetting key={field} field={field} />
      ))}
      {camera && <PictureSetting camera={camera} />}
      <p className="small">{say('cameraUi.settings.sizes')}</p>
      <h3>{say('settings.run')}</h3>
      <p className="small">{say('cameraUi.settings.speed')}</p>
    </>
  );
}

function LiveSetting({ field }: { field: LiveField }) {
  const live = useSession((s) => s.settings.live ?? DEFAULT_LIVE);
  /** What was typed and cannot be taken. */
  const [refused, setRefused] = useState<{ typed: string | number; problem: string } | null>(null);
  const set = (typed: string | number): void => {
    const { seconds, problem } = readSeconds(field, typed);
    if (problem !== null) return setRefused({ typed, problem });
    setRefused(null);
    if (seconds !== live[field]) {
      session.getState().setSettings({ live: { ...live, [field]: seconds } });
    }
  };
  const stays = say('cameraUi.settings.stays', { seconds: live[field] });
  const standard = DEFAULT_LIVE[field];
  return (
    <div className="run-field">
      <SecondsField
        field={field}
        typed={refused?.typed ?? live[field]}
        problem={refused && `${refused.problem} ${stays}`}
        onTyped={set}
      />
      <DefaultButton
        word={say('cameraUi.settings.default', { seconds: standard })}
        off={!refused && live[field] === standard}
        onClick={() => set(standard)}
      />
    </div>
  );
}

function PictureSetting({ camera }: { camera: CameraChoice }) {
  const live = useSession((s) => s.settings.live ?? DEFAULT_LIVE);
  const set = (change: Partial<LiveSettings>): void => {
    session.getState().setSettings({ live: { ...live, ...change } });
  };
  return (
    <>
      <PictureFields
        choice={camera}
        offers={useOffers(camera)}
        wish={pictureOf(live)}
        onWish={(picture) => set({ picture })}
      />
      <CodecField codec={codecOfLive(live)} onCodec={(codec) => set({ codec })} />
      <KeepPicturesField
        kept={live.keepPictures === true}
        picture={pictureOf(live)}
        onKept={(keepPictures) => set({ keepPictures })}
      />
    </>
  );
}
