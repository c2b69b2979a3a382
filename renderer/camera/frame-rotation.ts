/** A frame that says how far it is turned, which browsers do since Chromium 138. */
type TurnedFrame = VideoFrame & { readonly rotation?: number };

/** How far a frame says that it is turned, degrees clockwise. */
export const rotationOf = (frame: TurnedFrame): number => frame.rotation ?? 0;
