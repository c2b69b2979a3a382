import { figureOf, isSo, runsOf } from '../../../model/lesson/figures';
import type { LessonRecord } from '../../../model/lesson/record';
import type { KnownMeasure, Lesson, LessonQuestion } from '../../../model/lesson/types';
import { say } from '../../ui/words';
import { measuredWord, measureWord } from '../words';
import { usePage } from './page-context';
import { answerWords } from './questions';

/** Figures of the learner's runs; nothing before there are any. */
export function Beside({ measures }: { measures: readonly KnownMeasure[] }) {
  const { lesson, record } = usePage();
  // A figure says of which run it is where they have names.
  const titles = new Map(runsOf(lesson).map(({ name, title }) => [name, title]));
  const known = measures.flatMap((measure) => {
    const value = figureOf(record, measure);
    return value === undefined ? [] : [{ measure, value }];
  });
  if (known.length === 0) return null;
  return (
    <dl className="panel lesson-beside">
      {known.map(({ measure, value }) => (
        <div key={measureWord(measure) + measure.run}>
          <dt>
            {measureWord(measure)} <small>{titles.get(measure.run)}</small>
          </dt>
          <dd>{measuredWord(measure, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What of a question the learner's runs say, in words; null as long as they do not. */
export function measuredAnswer(question: LessonQuestion, record: LessonRecord): string | null {
  if (question.kind === 'number') {
    const value = figureOf(record, question.measure);
    return value === undefined ? null : measuredWord(question.measure, value);
  }
  if (question.kind !== 'choose') return null;
  const so = question.options.filter(({ check }) => check && isSo(record, check) === true);
  return so.length === 0 ? null : so.map(({ words }) => words).join('; ');
}

/** Every prediction that was committed before a step, beside what was measured; nothing is marked right or wrong. */
export function predictionRows(
  lesson: Lesson,
  record: LessonRecord,
  before = Infinity,
): { ask: string; own: string; measured: string }[] {
  const asked = lesson.steps
    .slice(0, before)
    .flatMap((step) => (step.kind === 'predict' ? step.questions : []));
  return asked.flatMap((question) => {
    const made = Object.hasOwn(record.predictions, question.id) && record.predictions[question.id];
    if (!made) return [];
    const measured = measuredAnswer(question, record) ?? say('lessons.seeTheLine');
    return [{ ask: question.ask, own: answerWords(question, made.answer), measured }];
  });
}

/** The learner's own predictions beside what was measured. */
export function Predictions({ rows }: { rows: ReturnType<typeof predictionRows> }) {
  if (rows.length === 0) return null;
  return (
    <table className="panel lesson-predictions">
      <thead>
        <tr>
          <th scope="col">{say('lessons.asked')}</th>
          <th scope="col">{say('lessons.yours')}</th>
          <th scope="col">{say('lessons.wasMeasured')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ ask, own, measured }) => (
          <tr key={ask}>
            <th scope="row">{ask}</th>
            <td className="own">{own}</td>
            <td>{measured}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
