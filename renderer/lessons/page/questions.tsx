import { useId, useState } from 'react';
import type { Answer } from '../../../model/lesson/record';
import type { LessonQuestion } from '../../../model/lesson/types';
import { say } from '../../ui/words';
import { measuredWord, ownLanguage, typedUnit } from '../words';
import { usePage } from './page-context';

interface QuestionProps<K extends LessonQuestion['kind']> {
  question: Extract<LessonQuestion, { kind: K }>;
  answer: Answer | null;
  /** Null where nothing can be answered any more. */
  onAnswer: ((answer: Answer | null) => void) | null;
}

/** One of a few, by click, arrows or Tab. */
export function ChooseQuestion({ question, answer, onAnswer }: QuestionProps<'choose'>) {
  const name = useId();
  const lang = ownLanguage(usePage().lesson);
  const chosen = answer?.kind === 'choose' ? answer.option : null;
  return (
    <fieldset className="lesson-question" lang={lang} disabled={onAnswer === null}>
      <legend>{question.ask}</legend>
      <div className="lesson-options">
        {question.options.map(({ id, words }) => (
          <label key={id} data-chosen={chosen === id}>
            <input
              type="radio"
              name={name}
              checked={chosen === id}
              onChange={() => onAnswer?.({ kind: 'choose', option: id })}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A number with its unit. */
export function NumberQuestion({ question, answer, onAnswer }: QuestionProps<'number'>) {
  const id = useId();
  const lang = ownLanguage(usePage().lesson);
  const { measure, max, ask } = question;
  const unit = typedUnit(measure, max);
  const [typed, setTyped] = useState(
    answer?.kind === 'number' ? String(answer.value / unit.size) : '',
  );
  const value = Number(typed.replace(',', '.')) * unit.size;
  const wrong = typed !== '' && !(value >= 0 && value <= max);
  return (
    <div className="lesson-question">
      <label htmlFor={id} lang={lang}>
        {ask}
      </label>
      <span className="lesson-typed">
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          disabled={onAnswer === null}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-why` : undefined}
          onChange={({ currentTarget }) => {
            const text = currentTarget.value;
            setTyped(text);
            const next = Number(text.replace(',', '.')) * unit.size;
            const good = text.trim() !== '' && next >= 0 && next <= max;
            onAnswer?.(good ? { kind: 'number', value: Math.round(next) } : null);
          }}
        />
        {unit.word}
      </span>
      {wrong && (
        <span className="small" id={`${id}-why`} role="alert">
          {say('lessons.numberBetween', { max: measuredWord(measure, max) })}
        </span>
      )}
    </div>
  );
}

/** An answer in words, as it stands beside what was measured. */
export function answerWords(question: LessonQuestion, answer: Answer): string {
  if (answer.kind === 'choose' && question.kind === 'choose') {
    return question.options.find(({ id }) => id === answer.option)?.words ?? '';
  }
  if (answer.kind === 'number' && question.kind === 'number') {
    return measuredWord(question.measure, answer.value);
  }
  return say('lessons.aLine');
}
