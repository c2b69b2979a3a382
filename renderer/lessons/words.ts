import {
  bufferFigure,
  growthFigure,
  secondsFigure,
  secondsUnit,
  shortFigure,
} from '../../model/figures';
import { dimensionOf, MEASURES, type Measure } from '../../model/lesson/measure';
import type { Lesson } from '../../model/lesson/types';
import { say, words } from '../ui/words';

/** The language of a lesson's words where it is not the one that is spoken: what is shown of it says so. */
export const ownLanguage = ({ language }: Pick<Lesson, 'language'>): string | undefined =>
  language === words.language ? undefined : language;

/** A figure of a measure for people: "5.0 s", "10.0 MB", "3"; what never happened is said in a word. */
export function measuredWord(measure: Pick<Measure, 'name'>, value: number | null): string {
  if (value === null) return say('lessons.never');
  if (measure.name === 'over-rest') return growthFigure(value);
  switch (dimensionOf(measure)) {
    case 'time':
      return secondsFigure(value);
    case 'size':
      return value < 100_000 ? `${shortFigure(value / 1000, 3)} kB` : bufferFigure(value);
    case 'count':
      return String(value);
  }
}

/** What a measure is, with its lane or client and its moments: "Startup delay, Streaming". */
export function measureWord({ name, subject, momentsMs }: Measure): string {
  const who =
    MEASURES[name].of === 'lane'
      ? say(`lanes.methods.${subject}`)
      : say('lessons.client', { name: subject.toUpperCase() });
  const [from = 0, to = 0] = momentsMs.map((ms) => ms / 1000);
  return say('lessons.measured', { what: say(`lessons.measures.${name}`, { from, to }), who });
}

/** The unit in which a number is typed, and how much one of it is, ms or bytes. */
export function typedUnit(
  measure: Pick<Measure, 'name'>,
  max: number,
): { word: string; size: number } {
  switch (dimensionOf(measure)) {
    case 'time':
      return { word: secondsUnit(), size: 1000 };
    case 'size':
      return max < 1e6 ? { word: 'kB', size: 1000 } : { word: 'MB', size: 1e6 };
    case 'count':
      return { word: '', size: 1 };
  }
}
