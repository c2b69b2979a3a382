import { baseMethod } from '../../model/delivery/rules';
import { secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import { TubeScaleMarks } from './buffer-ruler';
import type { KindPicture, PlayerNote } from './kind-picture';
import { BUFFER, STALLS, STARTUP } from './lane-figures';
import type { LaneView } from './lane-view';
import { chosenSize, level, size } from './size-unit';
import { FileStage } from './source-stage';
import { legendWords } from './tile-words';

/** The picture of a file; each kind of file says what its seconds are and what is seen of it. */
export const FILE_PICTURE = {
  sourceTitle: () => say('lanes.columns.file'),
  presenterTitle: (lanes) => say(`shell.presenterTitle.${String(lanes)}`),
  Source: FileStage,
  isFile: true,
  how: ({ method, rules }) =>
    say(`lanes.how.${baseMethod(method)}`, { start: chosenSize(rules.startBytes) }),
  legend: legendWords,
  held(bytes, { rules }) {
    if (bytes === 0) return say('lanes.held.other');
    if (rules.bufferWhole) return say('lanes.held.whole');
    if (rules.readsOn) return say('backpressure.heldUnsent');
    return say('lanes.held.chunks', { count: Math.ceil(bytes / rules.chunkBytes) });
  },
  comesSingly: false,
  linkNote({ link, chunkNumber, chunkShare, readBytes }, { rules, totalBytes }, running) {
    if (link === 'done') {
      return say('lanes.note.done', { count: Math.ceil(totalBytes / rules.chunkBytes) });
    }
    if (link !== 'idle' && chunkNumber > 0) {
      const percent = Math.round(chunkShare * 100);
      return say('lanes.note.chunk', { number: chunkNumber, percent });
    }
    const reading = running && rules.bufferWhole && readBytes < totalBytes;
    return say(reading ? 'lanes.note.reading' : 'lanes.note.idle');
  },
  bufferScale({ scale, maxBufferBytes }) {
    const { cols, tileBytes } = scale.tube;
    return {
      cols,
      room: maxBufferBytes / tileBytes,
      tiles: ({ bufferedBytes }) => bufferedBytes / tileBytes,
    };
  },
  BufferMarks: TubeScaleMarks,
  most: ({ known, maxBufferBytes, unit }) =>
    known ? say('lanes.of', { most: size(maxBufferBytes, unit) }) : '',
  waiting: waitingNote,
  notShown: () => say('lanes.player.noFile'),
  Prompt: null,
  bar({ positionS, bufferedS }, { durationS }) {
    const share = (seconds: number) =>
      durationS > 0 ? Math.min(100, (100 * seconds) / durationS) : 0;
    return { played: share(positionS), received: share(positionS + bufferedS) };
  },
  barLabel({ positionS, bufferedS }, { durationS }) {
    const seconds = (value: number) => secondsFigure(value * 1000);
    return say('lanes.aria.bar', {
      played: seconds(positionS),
      received: seconds(positionS + bufferedS),
      total: seconds(durationS),
    });
  },
  figures: [STARTUP, STALLS, BUFFER],
} as const satisfies Partial<KindPicture>;

function waitingNote(
  { receivedBytes }: { receivedBytes: number },
  view: Pick<LaneView, 'method' | 'rules' | 'unit' | 'totalBytes'>,
): PlayerNote {
  const { rules, unit, totalBytes } = view;
  const { bufferWhole } = rules;
  const start = bufferWhole ? totalBytes : Math.min(rules.startBytes, totalBytes);
  const write = bufferWhole ? size : level;
  const need = `${size(start, unit)} ${unit.name}`;
  const big = say('lanes.player.progress', { here: write(receivedBytes, unit), need });
  if (bufferWhole) return { big, small: say('lanes.player.startsAll') };
  if (baseMethod(view.method) === 'streaming')
    return { big, small: say('lanes.player.startsFirst') };
  return { big, small: say('lanes.player.startsAt', { need }) };
}
