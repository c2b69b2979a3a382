import { NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import {
  nearestPicture,
  offeredPictures,
  sizeText,
  TURNS,
  type OfferedPictures,
  type PictureWish,
} from '../../../model/camera/picture';
import { pictureCodecSchema, type PictureCodec } from '../../../model/camera/recording-kind';
import type { CameraChoice } from '../../../model/camera/types';
import { offersOf } from '../../camera/devices';
import { say } from '../../ui/words';
import './picker.css';

const CODECS = pictureCodecSchema.options;

/** What can be asked of our own picture, and of a camera that says nothing of itself. */
const ANY = offeredPictures({});

/** What can be asked of a camera; it is looked up anew when cameras come and go. */
export function useOffers(choice: CameraChoice): OfferedPictures {
  const name = choice.kind === 'device' ? choice.name : null;
  const [known, setKnown] = useState<{ name: string; offers: OfferedPictures } | null>(null);
  useEffect(() => {
    if (name === null) return;
    let over = false;
    const look = (): void => {
      void offersOf(name).then((offers) => {
        if (!over && offers) setKnown({ name, offers });
      });
    };
    look();
    const { mediaDevices } = navigator;
    mediaDevices.addEventListener('devicechange', look);
    return () => {
      over = true;
      mediaDevices.removeEventListener('devicechange', look);
    };
  }, [name]);
  return known && known.name === name ? known.offers : ANY;
}

/** What the pictures are encoded in, and so the kinds of file that they can be recorded to. */
export function CodecField({
  codec,
  onCodec,
}: {
  codec: PictureCodec;
  onCodec: (codec: PictureCodec) => void;
}) {
  return (
    <NativeSelect
      label={say('cameraPicture.codec')}
      value={codec}
      data={CODECS.map((value) => ({ value, label: say(`cameraPicture.codecs.${value}`) }))}
      onChange={({ currentTarget: { value } }) => {
        onCodec(CODECS.find((each) => each === value) ?? 'vp8');
      }}
    />
  );
}

interface PictureFieldsProps {
  choice: CameraChoice;
  /** What the camera has, as `useOffers` tells. */
  offers: OfferedPictures;
  wish: PictureWish;
  onWish: (wish: PictureWish) => void;
}

/** Size and rate of the picture, out of what a camera has, the nearest to the wish chosen; and how far it is turned. */
export function PictureFields({ choice, offers, wish, onWish }: PictureFieldsProps) {
  const shown = nearestPicture(wish, offers);
  return (
    <div className="picture-fields">
      <NativeSelect
        label={say('cameraPicture.size')}
        value={sizeText(shown)}
        data={offers.sizes.map((size) => ({
          value: sizeText(size),
          label: say('cameraPicture.sizeOf', size),
        }))}
        onChange={({ currentTarget: { value } }) => {
          const size = offers.sizes.find((each) => sizeText(each) === value);
          onWish({ ...shown, ...size });
        }}
      />
      <NativeSelect
        label={say('cameraPicture.rate')}
        value={String(shown.perSecond)}
        data={offers.rates.map(String)}
        onChange={({ currentTarget: { value } }) => onWish({ ...shown, perSecond: Number(value) })}
      />
      {choice.kind === 'device' && (
        <NativeSelect
          label={say('cameraPicture.turn')}
          value={String(wish.turn)}
          data={TURNS.map((turn) => ({
            value: String(turn),
            label: say(turn === 0 ? 'cameraPicture.notTurned' : 'cameraPicture.turned', {
              degrees: turn,
            }),
          }))}
          onChange={({ currentTarget: { value } }) => {
            const turn = TURNS.find((each) => String(each) === value) ?? 0;
            onWish({ ...shown, turn });
          }}
        />
      )}
    </div>
  );
}
