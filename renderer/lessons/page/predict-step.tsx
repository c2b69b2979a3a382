import { useState } from 'react';
import { secondsFigure } from '../../../model/figures';
import { curveOf } from '../../../model/lesson/figures';
import { isWhole, msAt, pointsOf, type PenLine } from '../../../model/lesson/pen';
import type { Answer, LessonRecord } from '../../../model/lesson/record';
import type { Lesson, LessonQuestion } from '../../../model/lesson/types';
import { Glyph } from '../../ui/glyph';
import { LANE_KEY } from '../../ui/lane-style';
import { say } from '../../ui/words';
import { DrawBoard } from '../draw/draw-board';
import { PenNumbers } from '../draw/pen-numbers';
import { commit, unanswered } from '../state/lessons-store';
import { Footer } from './footer';
import { LessonText } from './lesson-text';
import { usePage, type StepOf } from './page-context';
import { ChooseQuestion, NumberQuestion } from './questions';
import { useGoOn } from './simple-steps';
import { plannedOutages, runNamed } from './planned';

/** What the learner says will happen: committed before anything runs, and never changed. */
export function PredictStep({ step }: { step: StepOf<'predict'> }) {
  const { id, record, forward } = usePage();
  const goOn = useGoOn();
  const open = unanswered(step, record);
  const [draft, setDraft] = useState<Record<string, Answer | null>>({});
  const committed = open.length === 0;
  const answered = open.every((question) => draft[question]);
  const lockIn = (): void => {
    const made = Object.entries(draft).flatMap(([key, answer]) => (answer ? [[key, answer]] : []));
    commit(id, Object.fromEntries(made) as Record<string, Answer>);
    forward();
  };
  const drawn = step.questions.find((question) => question.kind === 'draw');
  const answerOf = (question: string): Answer | null =>
    record.predictions[question]?.answer ?? draft[question] ?? null;
  const set = (question: string) => (answer: Answer | null) =>
    setDraft((before) => ({ ...before, [question]: answer }));
  const primary = committed ? goOn : { word: say('lessons.lockIn'), act: lockIn };
  const reason = committed || answered ? null : say('lessons.answerFirst');
  if (drawn) {
    const answer = answerOf(drawn.id);
    return (
      <DrawStep
        step={step}
        question={drawn}
        answer={answer}
        onAnswer={committed ? null : set(drawn.id)}
        primary={primary}
      />
    );
  }
  return (
    <>
      <div className="lesson-say">
        <LessonText blocks={step.text} />
      </div>
      <section className="panel lesson-ask" aria-label={step.title}>
        <p className="small">{say(committed ? 'lessons.committed' : 'lessons.yourPrediction')}</p>
        {step.questions.map((question) => {
          const answer = answerOf(question.id);
          const onAnswer = committed ? null : set(question.id);
          if (question.kind === 'choose') {
            return <ChooseQuestion key={question.id} {...{ question, answer, onAnswer }} />;
          }
          if (question.kind !== 'number') return null;
          return <NumberQuestion key={question.id} {...{ question, answer, onAnswer }} />;
        })}
      </section>
      <Footer primary={primary} reason={reason} />
    </>
  );
}

interface DrawStepProps {
  step: StepOf<'predict'>;
  question: Extract<LessonQuestion, { kind: 'draw' }>;
  answer: Answer | null;
  onAnswer: ((answer: Answer | null) => void) | null;
  primary: { word: string; act: () => void } | null;
}

function DrawStep({ step, question, answer, onAnswer, primary }: DrawStepProps) {
  const { lesson, record } = usePage();
  const { from: fromMs, to: toMs, top: topBytes, lane } = question;
  const kept = answer?.kind === 'draw' ? answer.points.map(({ bytes }) => bytes) : [];
  const [line, setLine] = useState<PenLine>({ fromMs, toMs, topBytes, values: kept });
  const [asNumbers, setAsNumbers] = useState(false);
  const change = (next: PenLine): void => {
    if (!onAnswer) return;
    setLine(next);
    onAnswer(isWhole(next) ? { kind: 'draw', points: pointsOf(next) } : null);
  };
  const measured = measuredBefore(lesson, record, question);
  const run = runNamed(lesson, question.run);
  const endsMs = line.values.length === 0 ? fromMs : msAt(line, line.values.length - 1);
  const reason =
    !onAnswer || isWhole(line)
      ? null
      : say('lessons.draw.unfinished', {
          at: secondsFigure(endsMs),
          to: secondsFigure(toMs),
        });
  return (
    <>
      <div className="lesson-say">
        <p>{question.ask}</p>
        <LessonText blocks={step.text} />
      </div>
      <section className="panel lesson-board" data-lane={LANE_KEY[lane]} aria-label={step.title}>
        <h2>
          <Glyph method={lane} /> {say(`lanes.methods.${lane}`)}{' '}
          <small>{say('lessons.draw.axis')}</small>
          <small className="lesson-keys">
            <kbd>←</kbd> <kbd>→</kbd> {say('lessons.draw.keyTime')} <kbd>↑</kbd> <kbd>↓</kbd>{' '}
            {say('lessons.draw.keyLevel')}
          </small>
        </h2>
        <DrawBoard
          {...{ lane, fromMs, toMs, topBytes, measured, line }}
          outages={run ? plannedOutages(run, toMs) : []}
          onChange={change}
        />
        {asNumbers && <PenNumbers line={line} onChange={change} locked={onAnswer === null} />}
      </section>
      <Footer primary={primary} reason={reason}>
        {onAnswer && (
          <button
            className="btn"
            disabled={line.values.length === 0}
            onClick={() => change({ ...line, values: [] })}
          >
            {say('lessons.draw.clear')} <kbd>Del</kbd>
          </button>
        )}
        <button className="btn" aria-pressed={asNumbers} onClick={() => setAsNumbers(!asNumbers)}>
          {say('lessons.draw.asNumbers')}
        </button>
      </Footer>
    </>
  );
}

/** What a run before this one has shown of the same lane, up to where the line begins. */
function measuredBefore(
  lesson: Lesson,
  record: LessonRecord,
  { lane, run, from }: Extract<LessonQuestion, { kind: 'draw' }>,
) {
  const earlier = lesson.steps.flatMap((step) => (step.kind === 'hook' ? [step.run.name] : []));
  const own = [run, ...earlier].map((name) => curveOf(record, name, lane));
  const curve = own.find((points) => (points.at(-1)?.tMs ?? 0) >= from) ?? [];
  return curve.filter(({ tMs }) => tMs <= from);
}
