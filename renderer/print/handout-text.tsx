import type { Handout } from '../../electron/ipc/print-requests';
import { figureOf } from '../../model/lesson/figures';
import type { Block } from '../../model/lesson/markdown';
import { LessonBlocks, type InlineFigure } from '../lessons/lesson-blocks';
import { measuredWord, ownLanguage } from '../lessons/words';

interface TextProps {
  blocks: readonly Block[];
  handout: Handout;
}

/** A lesson's text on paper; a figure is a gap in a blank handout, and what was measured in the others. */
export function HandoutText({ blocks, handout: { kind, lesson, record } }: TextProps) {
  const figure = ({ measure, usual }: InlineFigure) => {
    const value = kind === 'blank' ? undefined : figureOf(record, measure);
    if (value !== undefined) return <b>{measuredWord(measure, value)}</b>;
    // What is usual is told to the teacher alone: a learner who did not run it has a gap.
    return kind === 'key' ? <b>{usual}</b> : <i className="gap" />;
  };
  return <LessonBlocks blocks={blocks} lang={ownLanguage(lesson)} figureOf={figure} />;
}
