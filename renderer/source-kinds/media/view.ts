import { sizeFigure } from '../../../model/figures';
import { MsePlayer } from '../../player/mse-player';
import { FILE_REPORT } from '../../report/file-report';
import type { KindWords } from '../../source/kind-words';
import { lengthWord } from '../../source/source-words';
import { say } from '../../ui/words';
import type { SourceKindView } from '../source-kind-view';
import { MEDIA_DRAWN } from './drawn';

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
  ...MEDIA_DRAWN,
  report: FILE_REPORT,
  playing: {
    createPlayer: ({ media, nowMs, events }) => new MsePlayer(media, nowMs, events),
  },
  words,
  Settings: null,
};
