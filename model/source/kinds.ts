import type { MediaInfo } from '../media/types';
import { CAMERA } from './camera/kind';
import { BYTES, TEXT } from './consumed/kinds';
import { MEDIA } from './media/kind';
import type { SourceKind } from './source-kind';

const FILES: Readonly<Record<MediaInfo['kind'], SourceKind>> = {
  media: MEDIA,
  text: TEXT,
  bytes: BYTES,
};

/** What tells the kind of a source; MediaInfo and the media of a run's log are such. */
export interface KindedSource {
  kind: MediaInfo['kind'];
  camera?: MediaInfo['camera'] | undefined;
}

/** The kind of a source; while none is open everything is that of media. */
export function kindOf(source: KindedSource | null): SourceKind {
  if (!source) return MEDIA;
  return source.camera ? CAMERA : FILES[source.kind];
}
