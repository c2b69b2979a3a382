import { useState } from 'react';
import { bufferFigure, secondsFigure } from '../../../model/figures';
import { curveOf } from '../../../model/lesson/figures';
import { drawnRemark, type DrawnRemark } from '../../../model/lesson/drawn';
import { MAX_SENTENCE_CHARS, type LessonRecord } from '../../../model/lesson/record';
import type { Lesson, LessonQuestion } from '../../../model/lesson/types';
import { Glyph } from '../../ui/glyph';
import { LANE_KEY } from '../../ui/lane-style';
import { say } from '../../ui/words';
import { ResultBoard } from '../draw/draw-board';
import { setSentence } from '../state/lessons-store';
import { Beside } from './beside';
import { Footer } from './footer';
import { LessonText } from './lesson-text';
import { usePage, type StepOf } from './page-context';
import { useGoOn } from './simple-steps';
import { Stage } from './stage';

/** Why it was so: the learner's own sentence first, then ours. */
export function WhyStep({ step }: { step: StepOf<'why'> }) {
  const { id, lesson, record, step: index } = usePage();
  const goOn = useGoOn();
  const said = record.sentences[String(index)];
  const [text, setText] = useState(said?.text ?? '');
  const shown = said !== undefined;
  const result = drawnResult(lesson, record, index);
  const saySo = (own: string): void => setSentence(id, index, own.trim());
  const primary = shown
    ? goOn
    : text.trim() === ''
      ? { word: say('lessons.why.skip'), act: () => saySo('') }
      : { word: say('lessons.why.say'), act: () => saySo(text) };
  return (
    <>
      <div className="lesson-say">
        {result && <p>{remarkSentence(result.remark)}</p>}
        {!result && <p>{step.ask}</p>}
      </div>
      {result ? <DrawnResultBoard result={result} /> : <Stage />}
      <div className="lesson-scroll" tabIndex={0} role="region" aria-label={step.title}>
        <section className="panel lesson-why">
          {shown ? (
            <>
              {said.text !== '' && (
                <p className="own">
                  {say('lessons.why.yours')} {said.text}
                </p>
              )}
              <LessonText blocks={step.text} />
            </>
          ) : (
            <label>
              {step.ask}
              <textarea
                value={text}
                rows={2}
                maxLength={MAX_SENTENCE_CHARS}
                onChange={({ currentTarget }) => setText(currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.shiftKey) return;
                  event.preventDefault();
                  saySo(text);
                }}
              />
            </label>
          )}
        </section>
        {shown && <Beside measures={step.beside} />}
      </div>
      <Footer primary={primary} />
    </>
  );
}

interface DrawnResult {
  question: Extract<LessonQuestion, { kind: 'draw' }>;
  drawn: { tMs: number; bytes: number }[];
  measured: readonly { tMs: number; bytes: number }[];
  outages: { fromMs: number; toMs: number }[];
  remark: DrawnRemark;
}

/** The line that was drawn last before a step, beside what was measured; null without a line or a run. */
function drawnResult(lesson: Lesson, record: LessonRecord, before: number): DrawnResult | null {
  const asked = lesson.steps
    .slice(0, before)
    .flatMap((step) => (step.kind === 'predict' ? step.questions : []));
  const question = asked.findLast((each) => each.kind === 'draw');
  const answer = question && record.predictions[question.id]?.answer;
  if (!question || answer?.kind !== 'draw') return null;
  const measured = curveOf(record, question.run, question.lane);
  if (measured.length === 0) return null;
  const { from: fromMs, to: toMs, top: topBytes } = question;
  const outages = record.ran[question.run]?.outages ?? [];
  const drawn = answer.points;
  const remark = drawnRemark(drawn, { measured, outages, fromMs, toMs, topBytes });
  return { question, drawn, measured, outages, remark };
}

function DrawnResultBoard({ result }: { result: DrawnResult }) {
  const { question, drawn, measured, outages, remark } = result;
  const { lane, from: fromMs, to: toMs, top: topBytes } = question;
  return (
    <section className="panel lesson-board" data-lane={LANE_KEY[lane]} aria-label={question.ask}>
      <h2>
        <Glyph method={lane} /> {say(`lanes.methods.${lane}`)}{' '}
        <small>{say('lessons.draw.axis')}</small>
      </h2>
      <ResultBoard
        {...{ lane, fromMs, toMs, topBytes, measured, outages, drawn }}
        atMs={momentOf(remark)}
      />
    </section>
  );
}

/** The moment of which a remark speaks, ms; null for none. */
function momentOf(remark: DrawnRemark): number | null {
  switch (remark.code) {
    case 'together':
      return null;
    case 'emptyOtherwise':
      return remark.drawnMs;
    case 'filledWhileDown':
      return remark.toMs;
    case 'neverEmpty':
      return remark.leastMs;
    case 'emptied':
    case 'parted':
      return remark.atMs;
  }
}

/** A property in which the drawn line differs, as a sentence. */
export function remarkSentence(remark: DrawnRemark): string {
  const figures = Object.entries(remark).flatMap(([key, value]) =>
    typeof value === 'number'
      ? [[key, key.endsWith('Ms') ? secondsFigure(value) : bufferFigure(value)]]
      : [],
  );
  const gaps = Object.fromEntries(figures) as Record<string, string>;
  if (remark.code !== 'parted') return say(`lessons.drawn.${remark.code}`, gaps);
  const side = remark.drawnBytes > remark.measuredBytes ? 'partedHigh' : 'partedLow';
  return say(`lessons.drawn.${side}`, gaps);
}
