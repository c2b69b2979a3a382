import { rateFigure, sizeFigure } from '../../../model/figures';
import { BYTES, TEXT } from '../../../model/source/consumed/kinds';
import type { KindPlaying } from '../../live/kind-playing';
import { BytesPlayer } from '../../player/bytes-player';
import { FILE_REPORT } from '../../report/file-report';
import type { KindWords } from '../../source/kind-words';
import { say } from '../../ui/words';
import type { SourceKindView } from '../source-kind-view';
import { BYTES_DRAWN, TEXT_DRAWN } from './drawn';

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
  report: FILE_REPORT,
  Settings: null,
} as const;

/** A text in the window. */
export const TEXT_VIEW: SourceKindView = {
  ...VIEW,
  ...TEXT_DRAWN,
  playing: playing(true),
  words: words(TEXT.id),
};

/** Any other file in the window: of it the bytes are counted. */
export const BYTES_VIEW: SourceKindView = {
  ...VIEW,
  ...BYTES_DRAWN,
  playing: playing(false),
  words: words(BYTES.id),
};
