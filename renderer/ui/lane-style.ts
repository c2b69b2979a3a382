import type { Method } from '../../model/delivery/types';

/** The name of a method's colour role in tokens.css and in data-lane. */
export const LANE_KEY: Record<Method, 'full' | 'buffer' | 'stream'> = {
  'full-buffer': 'full',
  buffering: 'buffer',
  'buffering-off': 'buffer',
  streaming: 'stream',
  'streaming-off': 'stream',
};

/** Colour of a method's marks. */
export const hueOf = (method: Method): string => `var(--${LANE_KEY[method]})`;
/** Colour of a method's words. */
export const inkOf = (method: Method): string => `var(--${LANE_KEY[method]}-ink)`;

/** SVG path of a method's marker round the origin, 8 to 11 px wide: square, diamond, circle; with a hole where off. */
export const MARKER: Record<Method, string> = {
  'full-buffer': 'M-4-4h8v8h-8z',
  buffering: 'M0-5.5L5.5 0L0 5.5L-5.5 0z',
  'buffering-off': 'M0-5.5L5.5 0L0 5.5L-5.5 0zM0-2.5L2.5 0L0 2.5L-2.5 0z',
  streaming: 'M-4.6 0a4.6 4.6 0 1 1 9.2 0a4.6 4.6 0 1 1-9.2 0z',
  'streaming-off':
    'M-4.6 0a4.6 4.6 0 1 1 9.2 0a4.6 4.6 0 1 1-9.2 0zM-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0z',
};
