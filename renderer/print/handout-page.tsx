import type { Handout } from '../../electron/ipc/print-requests';
import { figureOf, isSo, runsOf } from '../../model/lesson/figures';
import type { KnownMeasure, LessonQuestion, LessonStep } from '../../model/lesson/types';
import { wanted } from '../lessons/page/try-step';
import { measuredWord, measureWord, ownLanguage, typedUnit } from '../lessons/words';
import { say } from '../ui/words';
import { HandoutCurve } from './handout-curve';
import { HandoutText } from './handout-text';

/** Lines that are left for a sentence. */
const LINES = [1, 2, 3, 4];

/** A lesson on paper: to be filled in, as a learner has filled it in, or with what the teacher knows. */
export function HandoutPage(handout: Handout) {
  const { kind, lesson, record, foreseen } = handout;
  const lang = ownLanguage(lesson);
  return (
    <article data-kind={kind}>
      <header>
        <p className="kind">
          {say(`handout.kinds.${kind}`)}
          {kind === 'key' && foreseen && ` ${say('handout.foreseen')}`}
        </p>
        <h1 lang={lang}>{lesson.title}</h1>
        <p lang={lang}>{lesson.question}</p>
        {kind === 'blank' && (
          <p className="who">
            {say('handout.name')} <i /> {say('handout.date')} <i />
          </p>
        )}
        {kind === 'filled' && (
          <p className="who">
            {say('handout.begun', {
              date: new Date(record.startedMs).toLocaleDateString(document.documentElement.lang),
            })}
          </p>
        )}
      </header>
      {lesson.steps.map((step, i) => (
        <Step key={i} step={step} number={i + 1} handout={handout} />
      ))}
      {lesson.words.length > 0 && (
        <section>
          <h2>{say('handout.words')}</h2>
          <dl lang={lang}>
            {lesson.words.map(({ term, means }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </article>
  );
}

interface StepProps {
  step: LessonStep;
  number: number;
  handout: Handout;
}

/** Steps whose text says what was to be found out: a blank handout leaves it out. */
const TELLS: readonly LessonStep['kind'][] = ['see', 'why', 'end'];

function Step({ step, number, handout }: StepProps) {
  const { kind, record } = handout;
  const lang = ownLanguage(handout.lesson);
  const said = record.sentences[String(number - 1)]?.text ?? '';
  return (
    <section>
      <h2 lang={lang}>
        {number} {step.title}
      </h2>
      {!(kind === 'blank' && TELLS.includes(step.kind)) && step.kind !== 'why' && (
        <HandoutText blocks={step.text} handout={handout} />
      )}
      {'questions' in step &&
        step.questions.map((question) => (
          <Question key={question.id} {...{ question, step, handout }} />
        ))}
      {step.kind === 'why' && (
        <>
          <div className="question">
            <p className="ask" lang={lang}>
              {step.ask}
            </p>
            {kind === 'blank' && LINES.map((line) => <div key={line} className="line" />)}
            {kind === 'filled' && <p className="own">{said || say('handout.noSentence')}</p>}
          </div>
          {kind !== 'blank' && <HandoutText blocks={step.text} handout={handout} />}
        </>
      )}
      {step.kind === 'try' && (
        <ul>
          {step.goal.map((condition, i) => (
            <li key={i}>
              {measureWord(condition.left)}: {wanted(condition)}
            </li>
          ))}
        </ul>
      )}
      {'beside' in step && step.beside.length > 0 && (
        <Beside measures={step.beside} handout={handout} />
      )}
    </section>
  );
}

interface QuestionProps {
  question: LessonQuestion;
  step: LessonStep;
  handout: Handout;
}

function Question({ question, step, handout }: QuestionProps) {
  const { kind, record } = handout;
  const ask = (
    <p className="ask" lang={ownLanguage(handout.lesson)}>
      {question.ask}
    </p>
  );
  const answers = step.kind === 'see' ? record.seen : record.predictions;
  const given = Object.hasOwn(answers, question.id) ? answers[question.id]?.answer : undefined;
  const own = kind === 'filled' ? given : undefined;
  const tells = kind !== 'blank';
  switch (question.kind) {
    case 'choose':
      return (
        <div className="question">
          {ask}
          <ul className="options">
            {question.options.map(({ id, words, check }) => (
              <li key={id} data-chosen={own?.kind === 'choose' && own.option === id}>
                <span className="box" /> <span lang={ownLanguage(handout.lesson)}>{words}</span>
                {tells && check && isSo(record, check) === true && (
                  <b> {say('handout.asMeasured')}</b>
                )}
              </li>
            ))}
          </ul>
        </div>
      );
    case 'number': {
      const unit = typedUnit(question.measure, question.max).word;
      const measured = tells ? figureOf(record, question.measure) : undefined;
      return (
        <div className="question">
          {ask}
          <p>
            {own?.kind === 'number' ? (
              <span className="own">{measuredWord(question.measure, own.value)}</span>
            ) : (
              kind !== 'key' && (
                <>
                  <i className="gap" /> {unit}
                </>
              )
            )}
            {measured !== undefined && (
              <b>
                {' '}
                {say('handout.measured', { figure: measuredWord(question.measure, measured) })}
              </b>
            )}
          </p>
        </div>
      );
    }
    case 'draw':
      return (
        <div className="question">
          {ask}
          <HandoutCurve
            {...{ question, lesson: handout.lesson, record }}
            own={own?.kind === 'draw' ? own.points : null}
            measured={tells}
          />
        </div>
      );
  }
}

function Beside({ measures, handout }: { measures: readonly KnownMeasure[]; handout: Handout }) {
  const { kind, lesson, record } = handout;
  // As on the screen: of which run a figure is, where they have names.
  const titles = new Map(runsOf(lesson).map(({ name, title }) => [name, title]));
  return (
    <table>
      <tbody>
        {measures.map((measure) => {
          const value = kind === 'blank' ? undefined : figureOf(record, measure);
          return (
            <tr key={`${measure.run} ${measureWord(measure)}`}>
              <th scope="row">
                {measureWord(measure)} <small>{titles.get(measure.run)}</small>
              </th>
              <td>{value === undefined ? '' : measuredWord(measure, value)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
