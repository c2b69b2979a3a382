import { ownValue } from '../../../model/own-value';
import type { StreamColour, StreamFacts } from '../ffmpeg/ffmpeg-streams';

/** From this height on a picture that names no colours is high definition, px. */
const HD_HEIGHT = 720;

/** The matrix of a picture that names none: BT.601 in standard definition, BT.709 in high definition. */
const usualMatrix = (height: number) => (height < HD_HEIGHT ? 'smpte170m' : 'bt709');

/**
 * Primaries and transfer of a picture that names none: those of the screen, so that nothing is converted. Chromium
 * heeds a matrix and a range only when primaries and transfer are named beside them (measured, Chromium 130).
 */
const UNNAMED = 'bt709';

/** ffmpeg prints some transfers by another name than its options take. */
const TRANSFER_OPTIONS: Record<string, string> = { bt470m: 'gamma22', bt470bg: 'gamma28' };

/** Names that ffmpeg of 2018 takes as options; a newer one is left out. */
const PRIMARIES = new Set(
  'bt709 bt470m bt470bg smpte170m smpte240m film bt2020 smpte428 smpte431 smpte432'.split(' '),
);
const TRANSFERS = new Set(
  (
    'bt709 gamma22 gamma28 smpte170m smpte240m linear log100 log316 iec61966-2-4 bt1361e iec61966-2-1 ' +
    'bt2020-10 bt2020-12 smpte2084 smpte428 arib-std-b67'
  ).split(' '),
);
const MATRICES = new Set('bt709 fcc bt470bg smpte170m smpte240m ycgco bt2020nc bt2020c'.split(' '));

/**
 * The colours of a stream once it is encoded as 4:2:0 luma and chroma: its own. A picture in RGB and one that names
 * no matrix get the matrix of their size.
 */
export function encodedColour({ colour, pixels, height }: StreamFacts): StreamColour {
  const rgb = isRgb(pixels);
  const transfer = ownValue(TRANSFER_OPTIONS, colour.transfer) ?? colour.transfer;
  return {
    range: colour.range === 'pc' && !rgb ? 'pc' : 'tv',
    matrix: !rgb && MATRICES.has(colour.matrix) ? colour.matrix : usualMatrix(height),
    primaries: PRIMARIES.has(colour.primaries) ? colour.primaries : UNNAMED,
    transfer: TRANSFERS.has(transfer) ? transfer : UNNAMED,
  };
}

/** What the scaler is told, so that it changes neither range nor matrix; RGB it turns into what is tagged. */
export function scaledColour({ pixels }: StreamFacts, { range, matrix }: StreamColour): string {
  return isRgb(pixels)
    ? `out_color_matrix=${matrix === 'bt709' ? 'bt709' : 'bt601'}:out_range=tv`
    : `out_range=${range}`;
}

/** The names written into the encoded stream. */
export function colourTags({ range, matrix, primaries, transfer }: StreamColour): string[] {
  return [
    ...['-color_range', range, '-colorspace', matrix],
    ...['-color_primaries', primaries, '-color_trc', transfer],
  ];
}

const isRgb = (pixels: string) => /^(rgb|bgr|gbr|argb|abgr|0rgb|0bgr|pal8|x2rgb)/.test(pixels);
