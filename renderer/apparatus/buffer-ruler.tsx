import { useTranslation } from 'react-i18next';
import { baseMethod } from '../../model/delivery/rules';
import type { LaneView } from './lane-view';
import { PITCH } from './tank';
import { ROWS } from './tile-scale';

/** Height of a tube, in SVG user units. */
export const H = ROWS * PITCH;

/** Lowest and highest baseline of the large seconds, and the room that they and a mark's word need. */
const SECONDS = { foot: H - 11, head: 20, above: 12, below: 22 };

/** Where a ruler's numbers begin beside its tube, how wide a digit is, and where words begin at the least. */
const NUMBERS = { left: 10, digit: 6, gap: 4, words: 27 };

/** Where words begin beside a tube that is `w` wide, behind the longest of its ruler's numbers. */
export function wordsX(w: number, numbers: readonly string[]): number {
  const { left, digit, gap, words } = NUMBERS;
  const longest = Math.max(...numbers.map(({ length }) => length));
  return w + Math.max(words, left + digit * longest + gap);
}

/** The lowest place for the seconds at which no mark's word is in their way. */
export function secondsY(marks: readonly number[]): number {
  const { foot, head, above, below } = SECONDS;
  for (let y = foot; y >= head; y -= 1) {
    if (marks.every((mark) => mark > y + above || mark < y - below)) return y;
  }
  return foot;
}

/** The ruler beside a tube, its prefetch bar, the most it may hold, and the seconds that it holds. */
export function TubeScaleMarks({ view }: { view: LaneView }) {
  const { t } = useTranslation();
  const { rules, scale, unit, maxBufferBytes } = view;
  const { tileBytes, cols } = scale.tube;
  const w = cols * PITCH;
  const yOf = (bytes: number) => H - (bytes / tileBytes / cols) * PITCH;
  const value = (rows: number) =>
    String(Number(((rows * cols * tileBytes) / unit.bytes).toFixed(2)));
  const top = H - ROWS * PITCH;
  const limit = yOf(maxBufferBytes);
  const start = yOf(Math.min(rules.startBytes, maxBufferBytes));
  const resume = yOf(Math.min(rules.resumeBytes, maxBufferBytes));
  const buffering = baseMethod(rules.method) === 'buffering';
  const resumes = buffering && Math.abs(resume - start) > PITCH;
  const limited = limit > top + 1 && !(buffering && Math.abs(limit - start) < PITCH);
  const numbers = [value(0), value(ROWS / 2), value(ROWS)] as const;
  const x = wordsX(w, numbers);
  const words = [
    ...(buffering ? [start] : []),
    ...(resumes ? [resume] : []),
    ...(limited ? [limit] : []),
  ];
  return (
    <>
      <Ruler w={w} words={numbers} />
      {buffering && <StartBar w={w} x={x} y={start} word={t('lanes.marks.prefetch')} />}
      {resumes && (
        <>
          <path
            d={`M-5 ${String(resume)}H${String(w + 5)}`}
            stroke="var(--ink)"
            strokeWidth="2"
            strokeDasharray="3 2"
          />
          <text x={x} y={resume + 4}>
            {t('lanes.marks.resume')}
          </text>
        </>
      )}
      {limited && (
        <>
          <path d={`M-5 ${String(limit)}H${String(w + 5)}`} stroke="var(--glass)" strokeWidth="2" />
          <text x={x} y={limit + 4}>
            {t('lanes.marks.most')}
          </text>
        </>
      )}
      <text className="ahead" data-part="seconds" x={x - 1} y={secondsY(words)} />
    </>
  );
}

/** The ruler beside a tube that is `w` wide: a word at its foot, its middle and its top. */
export function Ruler({ w, words }: { w: number; words: readonly [string, string, string] }) {
  return words.map((word, i) => {
    const y = H - (i * H) / 2;
    return (
      <g key={i}>
        <path d={`M${String(w + 1)} ${String(y)}h5`} stroke="var(--glass)" strokeWidth="1.5" />
        <text x={w + 10} y={y + 4}>
          {word}
        </text>
      </g>
    );
  });
}

/** Where playback starts: a bar across the tube, and its name at x. */
export function StartBar({ w, x, y, word }: { w: number; x: number; y: number; word: string }) {
  return (
    <>
      <path d={`M-8 ${String(y)}H${String(w + 7)}`} stroke="var(--ink)" strokeWidth="2.5" />
      <text className="mark" x={x} y={y + 4}>
        {word}
      </text>
    </>
  );
}
