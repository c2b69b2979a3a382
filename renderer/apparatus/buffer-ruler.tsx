import { useTranslation } from 'react-i18next';
import type { LaneView } from './lane-view';
import { PITCH } from './paint-tank';
import { ROWS } from './tile-scale';
import { Ruler, StartBar, TUBE_H as H } from './tube-ruler';

/** Lowest and highest baseline of the large seconds, and the room that they and a mark's word need. */
const SECONDS = { foot: H - 11, head: 20, above: 12, below: 22 };

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
  const buffering = rules.method === 'buffering';
  const resumes = buffering && Math.abs(resume - start) > PITCH;
  const limited = limit > top + 1 && !(buffering && Math.abs(limit - start) < PITCH);
  const words = [
    ...(buffering ? [start] : []),
    ...(resumes ? [resume] : []),
    ...(limited ? [limit] : []),
  ];
  return (
    <>
      <Ruler w={w} words={[value(0), value(ROWS / 2), value(ROWS)]} />
      {buffering && <StartBar w={w} y={start} word={t('lanes.marks.prefetch')} />}
      {resumes && (
        <>
          <path
            d={`M-5 ${String(resume)}H${String(w + 5)}`}
            stroke="var(--ink)"
            strokeWidth="2"
            strokeDasharray="3 2"
          />
          <text x={w + 27} y={resume + 4}>
            {t('lanes.marks.resume')}
          </text>
        </>
      )}
      {limited && (
        <>
          <path d={`M-5 ${String(limit)}H${String(w + 5)}`} stroke="var(--glass)" strokeWidth="2" />
          <text x={w + 27} y={limit + 4}>
            {t('lanes.marks.most')}
          </text>
        </>
      )}
      <text className="ahead" data-part="seconds" x={w + 26} y={secondsY(words)} />
    </>
  );
}
