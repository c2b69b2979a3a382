import { Checkbox } from '@mantine/core';
import { liveRate } from '../../../model/camera/live-media';
import type { PictureWish } from '../../../model/camera/picture';
import { bufferFigure } from '../../../model/figures';
import { say } from '../../ui/words';

interface KeepPicturesProps {
  kept: boolean;
  /** What is captured, for what it takes of the disk. */
  picture: PictureWish;
  onKept: (kept: boolean) => void;
}

/** Whether the pictures of a camera are kept with its runs. */
export function KeepPicturesField({ kept, picture, onKept }: KeepPicturesProps) {
  const size = bufferFigure(liveRate(picture) * 60);
  return (
    <Checkbox
      label={say('cameraPicture.keep')}
      description={say('cameraPicture.keepAbout', { size })}
      checked={kept}
      onChange={({ currentTarget: { checked } }) => onKept(checked)}
    />
  );
}
