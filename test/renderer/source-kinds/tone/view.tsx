import { secondsFigure } from '../../../../model/figures';
import { FILE_PICTURE } from '../../../../renderer/apparatus/file-picture';
import type { LaneFigure } from '../../../../renderer/apparatus/kind-picture';
import { STALLS, STARTUP } from '../../../../renderer/apparatus/lane-figures';
import { caption, effect, linkDown } from '../../../../renderer/captions/sentences';
import { FILE_CHARTS } from '../../../../renderer/charts/file-charts';
import { BytesPlayer } from '../../../../renderer/player/bytes-player';
import { FILE_REPORT } from '../../../../renderer/report/file-report';
import type { SourceKindView } from '../../../../renderer/source-kinds/source-kind-view';
import { TONE, TONE_RATE } from './kind';

const HEARD: LaneFigure = {
  name: 'heard',
  title: () => 'Heard',
  value: ({ positionS }) => secondsFigure(positionS * 1000),
};

/** A tone in the window. */
export const TONE_VIEW: SourceKindView = {
  id: TONE.id,
  picture: {
    ...FILE_PICTURE,
    sourceTitle: () => 'Oscillator',
    Source: ({ view }) => <div className="c-file">{`${view.media?.name ?? ''} swings`}</div>,
    what: () => 'tone',
    hasPicture: () => false,
    playing: ({ positionS }) => ({ big: `${positionS.toFixed(1)} s`, small: 'of a hum' }),
    figures: [STARTUP, STALLS, HEARD],
  },
  captions: {
    rules: [
      linkDown,
      ({ lanes }) => {
        const hums = lanes.filter(({ event }) => event === 'playing' || event === 'safe');
        return caption('plain', 'running', `${String(hums.length)} lanes hum.`, []);
      },
    ],
    ready: () => [effect('Press Space and listen.')],
    none: () => 'Nothing hums.',
  },
  charts: () =>
    Promise.resolve({
      ...FILE_CHARTS,
      course: { ...FILE_CHARTS.course, title: () => 'Made and heard' },
    }),
  report: { ...FILE_REPORT, media: () => 'A sine of 440 Hz.', figures: () => 'Made, not read.' },
  playing: {
    createPlayer: ({ nowMs, events }) =>
      new BytesPlayer({ consumeRate: TONE_RATE, isText: false, nowMs }, events),
  },
  words: { facts: () => '440 Hz', note: () => 'Made by a function.', whyNotPredicted: () => '' },
  Settings: null,
};
