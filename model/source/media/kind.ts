import { FINITE, goOnBy } from '../finite';
import { STEPPED } from '../progress';
import type { SourceKind } from '../source-kind';

/** A media file, played by a media element. */
export const MEDIA: SourceKind = {
  ...FINITE,
  id: 'media',
  progress: STEPPED,
  consumed: false,
  bytesToGoOn: goOnBy(STEPPED),
};
