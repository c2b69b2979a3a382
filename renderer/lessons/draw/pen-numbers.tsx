import { useId } from 'react';
import { secondsFigure } from '../../../model/figures';
import { isWhole, movedTo, msAt, wholeLength, type PenLine } from '../../../model/lesson/pen';
import { say } from '../../ui/words';

interface PenNumbersProps {
  line: PenLine;
  locked: boolean;
  onChange: (line: PenLine) => void;
}

/** So many moments of a line are given as numbers. */
const MOMENTS = 9;
const MB = 1e6;

/** The same line as numbers: a level at a few moments, straight between two of them. */
export function PenNumbers({ line, locked, onChange }: PenNumbersProps) {
  const id = useId();
  const last = wholeLength(line) - 1;
  const places = [
    ...new Set(Array.from({ length: MOMENTS }, (_, i) => Math.round((i / (MOMENTS - 1)) * last))),
  ];
  const before = (place: number): number | null => places.findLast((each) => each < place) ?? null;
  const set = (place: number, typed: string): void => {
    const bytes = Number(typed.replace(',', '.')) * MB;
    if (typed.trim() === '' || !Number.isFinite(bytes)) return;
    onChange(movedTo(line, before(place), place, bytes));
  };
  return (
    <div className="pen-numbers" role="group" aria-label={say('lessons.draw.asNumbers')}>
      {places.map((place) => (
        <label key={place} htmlFor={`${id}${String(place)}`}>
          {secondsFigure(msAt(line, place))}
          <input
            id={`${id}${String(place)}`}
            inputMode="decimal"
            disabled={locked || (place > 0 && line.values.length === 0 && !isWhole(line))}
            // Typed freely, taken when it is left: a line that is drawn meanwhile shows its own.
            key={line.values[place] ?? 'none'}
            defaultValue={
              line.values[place] === undefined ? '' : (line.values[place] / MB).toFixed(1)
            }
            onBlur={({ currentTarget }) => set(place, currentTarget.value)}
            onKeyDown={({ key, currentTarget }) => {
              if (key === 'Enter') set(place, currentTarget.value);
            }}
          />
        </label>
      ))}
    </div>
  );
}
