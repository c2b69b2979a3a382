import { bufferFigure } from '../../../model/figures';
import {
  linesRemark,
  numbersRemark,
  type ClassQuestion,
  type Learner,
} from '../../../model/lesson/result/class';
import type { ResultProblem } from '../../../model/lesson/result/read';
import { say } from '../../ui/words';
import { measuredWord } from '../words';

/** What stands out in the answers of a class: what was measured, and how many foresaw what. */
export function headline(asked: ClassQuestion): { measured: string; foreseen: string } {
  switch (asked.kind) {
    case 'draw': {
      const remark = linesRemark(asked);
      const count = asked.lines.length;
      if (remark) {
        const { left, empty, full, fullBytes } = remark;
        return {
          measured: say('classView.left', { left: bufferFigure(left) }),
          foreseen: say('classView.lines', { count, empty, full, over: bufferFigure(fullBytes) }),
        };
      }
      if (asked.measuredValue === null) return { measured: say('classView.noRun'), foreseen: '' };
      const least = bufferFigure(asked.measuredValue);
      return { measured: say('classView.least', { least }), foreseen: '' };
    }
    case 'number': {
      const remark = numbersRemark(asked);
      if (!remark) return { measured: say('classView.noRun'), foreseen: '' };
      const figure = measuredWord(asked.question.measure, asked.measuredValue);
      return {
        measured: say('classView.measuredIs', { figure }),
        foreseen: say('classView.numbers', { ...remark, count: asked.values.length }),
      };
    }
    case 'choose': {
      const measured = measuredOption(asked);
      const count = asked.options.reduce((sum, { learners }) => sum + learners.length, 0);
      if (!measured) return { measured: say('classView.noRun'), foreseen: '' };
      return {
        measured: say('classView.logsSay', { option: measured.words }),
        foreseen: say('classView.chose', { so: measured.learners.length, count }),
      };
    }
  }
}

/** The option that most logs say; null while none does. */
export function measuredOption({ options }: Extract<ClassQuestion, { kind: 'choose' }>) {
  const most = Math.max(0, ...options.map(({ so }) => so));
  return most === 0 ? null : (options.find(({ so }) => so === most) ?? null);
}

/** What a learner answered, in short; empty for no answer. */
export function answerOf(asked: ClassQuestion, learner: number): string {
  if (asked.kind === 'choose') {
    return asked.options.find(({ learners }) => learners.includes(learner))?.words ?? '';
  }
  const found = asked.values.find((each) => each.learner === learner);
  if (!found) return '';
  return asked.kind === 'number'
    ? measuredWord(asked.question.measure, found.value)
    : bufferFigure(found.value);
}

/** How a learner is called on the screen: by number, or by name where names are shown. */
export function learnerWord({ number, result }: Learner, named: boolean): string {
  return named && result.name !== null ? result.name : say('classView.learner', { number });
}

/** Why a file is not shown, as a sentence. */
export const problemWord = ({ code, params }: ResultProblem): string =>
  say(`classView.problems.${code}`, params);
