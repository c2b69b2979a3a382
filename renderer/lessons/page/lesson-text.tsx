import type { Block } from '../../../model/lesson/markdown';
import { figureOf } from '../../../model/lesson/figures';
import { LessonBlocks, type InlineFigure } from '../lesson-blocks';
import { measuredWord, ownLanguage } from '../words';
import { usePage } from './page-context';

/** A lesson's text; figures in it are those of the learner's own runs, or the usual ones before there are any. */
export function LessonText({ blocks }: { blocks: readonly Block[] }) {
  const { lesson, record } = usePage();
  const figure = ({ measure, usual }: InlineFigure) => {
    const value = figureOf(record, measure);
    return <b>{value === undefined ? usual : measuredWord(measure, value)}</b>;
  };
  return <LessonBlocks blocks={blocks} lang={ownLanguage(lesson)} figureOf={figure} />;
}
