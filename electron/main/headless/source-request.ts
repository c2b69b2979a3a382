import type { CameraChoice, LiveSettings } from '../../../model/camera/types';

/** The source to open first: a camera, a file, or (both null) the sample. */
export interface SourceRequest {
  path: string | null;
  /** A camera that the command line names may be used: whoever wrote the command has said so. */
  camera: CameraChoice | null;
  /** What a camera is set to; null for what holds without the flags. */
  live: LiveSettings | null;
  as: 'auto' | 'bytes';
  sampleSeconds: 10 | 100;
  /** Bytes per second at which text and bytes are consumed. */
  consumeRate: number;
}
