import type { Answer } from '../../../model/lesson/record';
import { hasSeen } from '../../../model/lesson/figures';
import type { LessonQuestion } from '../../../model/lesson/types';
import { say } from '../../ui/words';
import { setSeen } from '../state/lessons-store';
import { Beside, measuredAnswer } from './beside';
import { Footer } from './footer';
import { LessonText } from './lesson-text';
import { usePage, type StepOf } from './page-context';
import { ChooseQuestion, NumberQuestion } from './questions';
import { useGoOn } from './simple-steps';
import { Stage } from './stage';

/** "What did you see?", checked against the log of the run. */
export function SeeStep({ step }: { step: StepOf<'see'> }) {
  const { id, record } = usePage();
  const goOn = useGoOn();
  const answers = step.questions.map(({ id: key }) => record.seen[key]?.answer ?? null);
  const all = answers.every((answer) => answer !== null);
  return (
    <>
      <div className="lesson-say">
        <LessonText blocks={step.text} />
      </div>
      <Stage />
      <section className="panel lesson-ask" aria-label={step.title}>
        {step.questions.map((question, i) => {
          const answer = answers[i] ?? null;
          const onAnswer = (next: Answer | null): void => {
            if (next) setSeen(id, question.id, next);
          };
          return (
            <div key={question.id}>
              {question.kind === 'choose' && <ChooseQuestion {...{ question, answer, onAnswer }} />}
              {question.kind === 'number' && <NumberQuestion {...{ question, answer, onAnswer }} />}
              {answer && <Seen question={question} answer={answer} />}
            </div>
          );
        })}
        {all && <Beside measures={step.beside} />}
      </section>
      <Footer primary={goOn} reason={all ? null : say('lessons.sayFirst')} />
    </>
  );
}

/** What the log says of it: one observation in five is wrong, and nobody is the worse for it. */
function Seen({ question, answer }: { question: LessonQuestion; answer: Answer }) {
  const { record } = usePage();
  const measured = measuredAnswer(question, record);
  if (measured === null) return <p role="status">{say('lessons.notRun')}</p>;
  const same = hasSeen(record, question, answer);
  return <p role="status">{say(same ? 'lessons.logSame' : 'lessons.logOther', { measured })}</p>;
}
