/** A pointer that has stood for so long is hidden, ms. */
export const POINTER_STILL_MS = 2000;

/** The ring about a held pointer is gone so long after the button was let go, ms. */
export const RING_FADES_MS = 900;
