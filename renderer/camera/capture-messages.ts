import type { Turn } from '../../model/camera/picture';

/** What is painted: our own picture, or those of a camera, turned clockwise by so many degrees. */
export type Painted =
  { kind: 'test' } | { kind: 'camera'; frames: ReadableStream<VideoFrame>; turn: Turn };

/** To the worker that captures. */
export type ToCapture =
  | {
      type: 'open';
      painted: Painted;
      width: number;
      height: number;
      perSecond: number;
      /** `performance.timeOrigin` of the window: every time is told on its clock. */
      originMs: number;
    }
  /** Every picture from now on goes to this port, until the one of this id leaves. */
  | { type: 'join'; id: number; port: MessagePort }
  | { type: 'leave'; id: number }
  /** The newest picture is wanted. */
  | { type: 'still'; id: number };

/** And back. */
export interface FromCapture {
  type: 'still';
  id: number;
  picture: ImageBitmap;
}

/** What a port hears of every picture; who hears it closes the frame. */
export interface CapturedFrame {
  /** Its timestamp is that of capturedMs, microseconds. */
  frame: VideoFrame;
  /** `performance.now()` of the window when it was painted, as its time code says. */
  capturedMs: number;
  /** How many pictures have been lost since the one before. */
  lost: number;
}
