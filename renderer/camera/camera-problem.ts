import { say } from '../ui/words';

/** Why a camera cannot be used; each code has its sentence in words, "camera.problem". */
export type CameraProblemCode = 'denied' | 'none' | 'busy' | 'gone' | 'size' | 'failed' | 'broken';

/** A camera that cannot be used; the message is one sentence: what happened, to what, what to do. */
export class CameraProblem extends Error {
  constructor(
    readonly code: CameraProblemCode,
    /** The camera, as people know it. */
    camera: string,
    /** The browser's own word. */
    readonly detail = '',
  ) {
    super(say(`camera.problem.${code}`, { camera, detail }));
  }
}
