import { secondsFigure } from '../../model/figures';
import type { Mark } from '../../model/run/marks';
import { textOf } from '../ui/words';
import { px } from './plot';

/** Room that a sign takes to its right, px; a caption closer to the sign before is not drawn. */
export const SIGN_PX = 15;

const SIGN: Record<Mark['kind'], string> = {
  caption: 'M1 1H13V10H7L4 13V10H1Z',
  note: 'M1 1H13V10H7L4 13V10H1Z',
  breakpoint: 'M7 1A5.5 5.5 0 1 1 6.99 1Z',
  chapter: 'M2 1H12L9.5 4.5L12 8H3.5V13H2Z',
  step: 'M2 2H12V12H2Z',
};

interface MarkSignsProps {
  marks: readonly Mark[];
  /** px of a moment, ms. */
  x: (tMs: number) => number;
  /** What is drawn lies between these, px. */
  left: number;
  right: number;
  /** Upper edge of the row, px. */
  top: number;
  /** Shows a moment; null while none but the newest is shown. */
  jump: ((tMs: number) => void) | null;
}

/** Marks in one row over the time of a run, whoever set them; each can be pressed. */
export function MarkSigns({ marks, x, left, right, top, jump }: MarkSignsProps) {
  const seen = marks.filter(({ tMs }) => x(tMs) >= left && x(tMs) <= right);
  return (
    <g className="mark-signs" data-jumps={jump !== null}>
      {apart(seen, x).map((mark, i) => (
        <path
          key={`${String(mark.tMs)} ${String(i)}`}
          d={SIGN[mark.kind]}
          transform={`translate(${px(x(mark.tMs))} ${px(top)})`}
          data-kind={mark.kind}
          onPointerDown={(event) => {
            event.stopPropagation();
            jump?.(mark.tMs);
          }}
        >
          <title>{`${secondsFigure(mark.tMs)}: ${markText(mark)}`}</title>
        </path>
      ))}
    </g>
  );
}

/** The marks that have room; what a person, a scenario or a lesson set always has. */
function apart(marks: readonly Mark[], x: (tMs: number) => number): Mark[] {
  const drawn: Mark[] = [];
  for (const mark of marks) {
    const before = drawn.at(-1);
    const close = before !== undefined && x(mark.tMs) - x(before.tMs) < SIGN_PX;
    if (mark.kind !== 'caption' || !close) drawn.push(mark);
  }
  return drawn;
}

/** A mark's text in the window's language, else in any it has. */
export const markText = ({ text }: Mark): string => textOf(text);
