import { clockFigure } from '../../../model/figures';
import { MEDIA } from '../../../model/source/media/kind';
import { FILE_PICTURE } from '../../apparatus/file-picture';
import type { KindPicture } from '../../apparatus/kind-picture';
import { FILE_CAPTIONS } from '../../captions/file-captions';
import { say } from '../../ui/words';
import type { DrawnKind } from '../drawn-kind';

const picture: KindPicture = {
  ...FILE_PICTURE,
  what: ({ media }) => say(`lanes.legend.what.${(media?.hasVideo ?? true) ? 'video' : 'sound'}`),
  hasPicture: ({ media }) => media?.hasVideo ?? true,
  playing({ positionS }, { media }) {
    if (!media || media.hasVideo || media.cover !== null) return null;
    return { big: clockFigure(positionS), small: say('lanes.player.soundOnly') };
  },
};

/** A media file as it is drawn. */
export const MEDIA_DRAWN: DrawnKind = {
  id: MEDIA.id,
  picture,
  captions: FILE_CAPTIONS,
  charts: async () => (await import('../../charts/file-charts')).FILE_CHARTS,
};
