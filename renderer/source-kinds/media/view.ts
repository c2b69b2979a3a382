import { clockFigure, sizeFigure } from '../../../model/figures';
import { MEDIA } from '../../../model/source/media/kind';
import { FILE_PICTURE } from '../../apparatus/file-picture';
import type { KindPicture } from '../../apparatus/kind-picture';
import { FILE_CAPTIONS } from '../../captions/file-captions';
import { MsePlayer } from '../../player/mse-player';
import { FILE_REPORT } from '../../report/file-report';
import type { KindWords } from '../../source/kind-words';
import { lengthWord } from '../../source/source-words';
import { say } from '../../ui/words';
import type { SourceKindView } from '../source-kind-view';

const picture: KindPicture = {
  ...FILE_PICTURE,
  what: ({ media }) => say(`lanes.legend.what.${(media?.hasVideo ?? true) ? 'video' : 'sound'}`),
  hasPicture: ({ media }) => media?.hasVideo ?? true,
  playing({ positionS }, { media }) {
    if (!media || media.hasVideo || media.cover !== null) return null;
    return { big: clockFigure(positionS), small: say('lanes.player.soundOnly') };
  },
};

const words: KindWords = {
  facts({ deliveredBytes, durationS, prepared }) {
    const { how, losses = [] } = prepared ?? {};
    const lost = losses.map((loss) => say(`source.losses.${loss}`));
    const made = how ? [say(`source.${how}`)] : [];
    return [sizeFigure(deliveredBytes), lengthWord(durationS), ...made, ...lost].join(', ');
  },
  note({ container, codecs, prepared }) {
    const made = say('source.made', { container, codecs: codecs.join(', ') });
    return `${made} ${prepared ? prepared.note : say('source.asItIs')}`;
  },
  whyNotPredicted: () => '',
};

/** A media file in the window. */
export const MEDIA_VIEW: SourceKindView = {
  id: MEDIA.id,
  picture,
  captions: FILE_CAPTIONS,
  charts: async () => (await import('../../charts/file-charts')).FILE_CHARTS,
  report: FILE_REPORT,
  playing: {
    createPlayer: ({ media, nowMs, events }) => new MsePlayer(media, nowMs, events),
  },
  words,
  Settings: null,
};
