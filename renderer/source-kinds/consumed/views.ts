import { rateFigure, sizeFigure } from '../../../model/figures';
import { BYTES, TEXT } from '../../../model/source/consumed/kinds';
import { FILE_PICTURE } from '../../apparatus/file-picture';
import type { KindPicture } from '../../apparatus/kind-picture';
import { level } from '../../apparatus/size-unit';
import { FILE_CAPTIONS } from '../../captions/file-captions';
import type { KindPlaying } from '../../live/kind-playing';
import { BytesPlayer } from '../../player/bytes-player';
import { FILE_REPORT } from '../../report/file-report';
import type { KindWords } from '../../source/kind-words';
import { say } from '../../ui/words';
import type { SourceKindView } from '../source-kind-view';

/** What is consumed has no picture; a text is shown as it is read. */
const picture: KindPicture = {
  ...FILE_PICTURE,
  what: () => say('lanes.legend.what.reading'),
  hasPicture: () => false,
  playing: () => null,
};

const playing = (isText: boolean): KindPlaying => ({
  createPlayer: ({ settings: { consumeRate }, nowMs, events }) =>
    new BytesPlayer({ consumeRate, isText, nowMs }, events),
});

const words = (kind: string): KindWords => ({
  facts: ({ deliveredBytes }, consumeRate) =>
    say(`source.${kind}`, { size: sizeFigure(deliveredBytes), rate: rateFigure(consumeRate) }),
  note: () => say('source.noteBytes'),
  whyNotPredicted: () => '',
});

const VIEW = {
  captions: FILE_CAPTIONS,
  charts: async () => (await import('../../charts/file-charts')).FILE_CHARTS,
  report: FILE_REPORT,
  Settings: null,
} as const;

/** A text in the window. */
export const TEXT_VIEW: SourceKindView = {
  ...VIEW,
  id: TEXT.id,
  picture,
  playing: playing(true),
  words: words(TEXT.id),
};

/** Any other file in the window: of it the bytes are counted. */
export const BYTES_VIEW: SourceKindView = {
  ...VIEW,
  id: BYTES.id,
  picture: {
    ...picture,
    playing({ playedBytes }, { unit, settings }) {
      const big = `${level(playedBytes, unit)} ${unit.name}`;
      return { big, small: say('lanes.player.taken', { rate: rateFigure(settings.consumeRate) }) };
    },
  },
  playing: playing(false),
  words: words(BYTES.id),
};
