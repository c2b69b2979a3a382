import { secondsFigure, stallsFigure } from '../../model/figures';
import { say } from '../ui/words';
import type { LaneFigure } from './kind-picture';
import { level } from './size-unit';

export const STARTUP: LaneFigure = {
  name: 'startup',
  title: () => say('lanes.figures.startup'),
  value: (_frame, { startupDelayMs }) =>
    startupDelayMs === null ? null : secondsFigure(startupDelayMs),
};

export const STALLS: LaneFigure = {
  name: 'stalls',
  title: () => say('lanes.figures.stalls'),
  value: (_frame, { stallCount, stallTotalMs }) => stallsFigure(stallCount, stallTotalMs),
  tone: (_frame, { stallCount }) => (stallCount ? 'bad' : 'plain'),
};

/** What lies in the client buffer, in bytes. */
export const BUFFER: LaneFigure = {
  name: 'buffer',
  title: () => say('lanes.figures.buffer'),
  value: ({ bufferedBytes }, _at, { unit }) => `${level(bufferedBytes, unit)} ${unit.name}`,
  tone: ({ state }) => (state === 'rebuffering' ? 'bad' : 'plain'),
};
