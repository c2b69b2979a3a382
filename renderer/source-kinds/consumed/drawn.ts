import { rateFigure } from '../../../model/figures';
import { BYTES, TEXT } from '../../../model/source/consumed/kinds';
import { FILE_PICTURE } from '../../apparatus/file-picture';
import type { KindPicture } from '../../apparatus/kind-picture';
import { level } from '../../apparatus/size-unit';
import { FILE_CAPTIONS } from '../../captions/file-captions';
import { say } from '../../ui/words';
import type { DrawnKind } from '../drawn-kind';

/** What is consumed has no picture; a text is shown as it is read. */
const picture: KindPicture = {
  ...FILE_PICTURE,
  what: () => say('lanes.legend.what.reading'),
  hasPicture: () => false,
  playing: () => null,
};

const DRAWN = {
  captions: FILE_CAPTIONS,
  charts: async () => (await import('../../charts/file-charts')).FILE_CHARTS,
} as const;

/** A text as it is drawn. */
export const TEXT_DRAWN: DrawnKind = { ...DRAWN, id: TEXT.id, picture };

/** Any other file as it is drawn: of it the bytes are counted. */
export const BYTES_DRAWN: DrawnKind = {
  ...DRAWN,
  id: BYTES.id,
  picture: {
    ...picture,
    playing({ playedBytes }, { unit, settings }) {
      const big = `${level(playedBytes, unit)} ${unit.name}`;
      return { big, small: say('lanes.player.taken', { rate: rateFigure(settings.consumeRate) }) };
    },
  },
};
