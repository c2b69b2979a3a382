import { useEffect, useMemo, useRef } from 'react';
import {
  questionsOfClass,
  sentencesOfClass,
  type ClassQuestion,
  type Learner,
} from '../../../model/lesson/result/class';
import type { Lesson } from '../../../model/lesson/types';
import { Glyph } from '../../ui/glyph';
import { useKeyBindings, type KeyBinding } from '../../ui/key-bindings';
import { LANE_KEY } from '../../ui/lane-style';
import { say, useLanguage } from '../../ui/words';
import { runNamed } from '../page/planned';
import { showPath } from '../state/lessons-store';
import { measureWord } from '../words';
import { ClassChart } from './class-chart';
import {
  chooseResults,
  classView,
  clearClass,
  useClassView,
  useReadClass,
  type NotRead,
} from './class-store';
import { answerOf, headline, learnerWord, problemWord } from './class-words';
import { Dots, Options, spreadUnit } from './spread';

const choose = (learner: number): void =>
  classView.setState((now) => ({ learner: now.learner === learner ? null : learner }));

const toggleNames = (): void => classView.setState(({ named }) => ({ named: !named }));

/** What a class predicted, over what was measured: counts, never ranks. */
export function ClassPage() {
  useLanguage();
  const { group, notRead } = useReadClass();
  const files = useClassView((s) => s.files.length);
  const named = useClassView((s) => s.named);
  const index = useClassView((s) => s.question);
  const asked = useMemo(
    () => (group ? questionsOfClass(group.lesson, group.learners) : []),
    [group],
  );
  const at = Math.min(index, asked.length - 1);
  const learners = group?.learners;
  const keys = useMemo(() => keysOf(learners ?? [], asked.length), [learners, asked.length]);
  useKeyBindings('room', keys);
  const shown = asked[at];
  return (
    <main className="page">
      <header className="topbar">
        <h1>{say('rooms.lessons')}</h1>
        <span className="chip">
          <b>{say('classView.title')}</b> {group?.lesson.title}
        </span>
        <span className="grow" />
        {files > 0 && (
          <span className="small" role="status">
            {say('classView.read', { count: learners?.length ?? 0, files })}
          </span>
        )}
        <button className={group ? 'btn' : 'btn primary'} onClick={() => void chooseResults()}>
          {say('classView.add')} <kbd>O</kbd>
        </button>
        {group && (
          <button className="btn" aria-pressed={named} onClick={toggleNames}>
            {say('classView.names')} <kbd>N</kbd>
          </button>
        )}
        {files > 0 && (
          <button className="btn bare" onClick={clearClass}>
            {say('classView.clear')}
          </button>
        )}
        <button className="btn bare" onClick={showPath}>
          {say('classView.leave')} <kbd>{say('shell.keys.caps.Escape')}</kbd>
        </button>
      </header>
      {group && shown ? (
        <div className="class-body">
          <Head asked={shown} />
          <div className="class-left">
            <Questions asked={asked} at={at} lesson={group.lesson} />
            <Answers asked={shown} lesson={group.lesson} learners={group.learners} named={named} />
          </div>
          <div className="class-right">
            <Sentences
              asked={shown}
              lesson={group.lesson}
              learners={group.learners}
              named={named}
            />
            {notRead.length > 0 && <NotReadList notRead={notRead} />}
          </div>
        </div>
      ) : (
        <div className="class-none">
          <p className="caption" role="status">
            {say(files === 0 ? 'classView.none' : 'classView.noneRead')}
          </p>
          <p>{say('classView.how')}</p>
          {notRead.length > 0 && <NotReadList notRead={notRead} />}
        </div>
      )}
    </main>
  );
}

function keysOf(learners: readonly Learner[], questions: number): KeyBinding[] {
  const step = (by: number) => (): void => {
    const now = learners.findIndex(({ number }) => number === classView.getState().learner);
    const next = now < 0 ? (by > 0 ? 0 : learners.length - 1) : now + by;
    const learner = learners[Math.min(learners.length - 1, Math.max(0, next))];
    if (learner) classView.setState({ learner: learner.number });
  };
  const ask = (by: number) => (): void =>
    classView.setState(({ question }) => ({
      question: Math.min(questions - 1, Math.max(0, Math.min(question, questions - 1) + by)),
    }));
  return [
    { key: 'o', help: 'classAdd', act: () => void chooseResults() },
    { key: 'n', help: 'classNames', act: toggleNames },
    { key: 'ArrowDown', help: 'classLearner', repeats: true, act: step(1) },
    { key: 'ArrowUp', help: 'classLearner', repeats: true, act: step(-1) },
    { key: 'ArrowLeft', help: 'classQuestion', act: ask(-1) },
    { key: 'ArrowRight', help: 'classQuestion', act: ask(1) },
    { key: 'Escape', help: 'classLeave', leaves: ['overlay'], act: showPath },
  ];
}

function Head({ asked }: { asked: ClassQuestion }) {
  const { measured, foreseen } = headline(asked);
  return (
    <p className="caption class-head" role="status">
      <b>{measured}</b> {foreseen}
    </p>
  );
}

interface QuestionsProps {
  asked: readonly ClassQuestion[];
  at: number;
  lesson: Lesson;
}

/** Every question of the lesson, each a button. */
function Questions({ asked, at, lesson }: QuestionsProps) {
  return (
    <nav className="class-questions" aria-label={say('classView.questions')}>
      {asked.map(({ question, step }, i) => (
        <button
          key={question.id}
          className="btn"
          aria-current={i === at ? 'true' : undefined}
          title={question.ask}
          onClick={() => classView.setState({ question: i })}
        >
          {asked.filter((each) => each.step === step).length > 1
            ? question.ask
            : lesson.steps[step]?.title}
        </button>
      ))}
    </nav>
  );
}

interface PartProps {
  asked: ClassQuestion;
  lesson: Lesson;
  learners: readonly Learner[];
  named: boolean;
}

function Answers({ asked, lesson, learners, named }: PartProps) {
  const chosen = useClassView((s) => s.learner);
  if (asked.kind === 'choose') {
    return (
      <section className="panel class-answers" aria-label={asked.question.ask}>
        <h2>
          {asked.question.ask} <small>{say('classView.dotIsLearner')}</small>
        </h2>
        <Options asked={asked} chosen={chosen} onChoose={choose} />
      </section>
    );
  }
  const learner = learners.find(({ number }) => number === chosen);
  const dots = (
    <section className="panel class-spread">
      <h2>
        {asked.kind === 'draw' ? say('classView.leastTitle') : measureWord(asked.question.measure)}{' '}
        <span>{spreadUnit(asked)}</span> <small>{say('classView.dotIsLearner')}</small>
      </h2>
      <Dots asked={asked} chosen={chosen} onChoose={choose} />
    </section>
  );
  if (asked.kind === 'number') {
    return (
      <div className="class-answers" data-kind="number">
        <p className="class-ask">{asked.question.ask}</p>
        {dots}
      </div>
    );
  }
  const { lane, run } = asked.question;
  return (
    <div className="class-answers" data-kind="draw">
      <section className="panel class-lines" data-lane={LANE_KEY[lane]}>
        <h2>
          <Glyph method={lane} /> {say(`lanes.methods.${lane}`)}{' '}
          <span>{say('lessons.draw.axis')}</span>{' '}
          <small>{say('classView.lineKinds', { count: asked.lines.length })}</small>
        </h2>
        <ClassChart
          drawn={asked}
          run={runNamed(lesson, run)}
          chosen={learner ? { learner: learner.number, word: learnerWord(learner, named) } : null}
          onChoose={choose}
        />
      </section>
      {dots}
    </div>
  );
}

/** What learners said, to be read; each with the answer to the question that is shown. */
function Sentences({ asked, lesson, learners, named }: PartProps) {
  const chosen = useClassView((s) => s.learner);
  const list = useRef<HTMLUListElement>(null);
  const step = lesson.steps.findIndex((each, i) => i > asked.step && each.kind === 'why');
  const why = lesson.steps[step];
  const said = useMemo(() => sentencesOfClass(learners), [learners]);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, asked]);
  const own = said.filter((each) => each.step === step);
  return (
    <section className="panel class-sentences">
      <h2>
        {why?.kind === 'why' ? why.ask : say('classView.answers')}{' '}
        <small>{say('classView.said', { so: own.length, count: learners.length })}</small>
      </h2>
      <p className="small">{say('classView.notScored')}</p>
      <ul ref={list} tabIndex={0} aria-label={say('classView.answers')}>
        {learners.map((learner) => {
          const { number } = learner;
          const text = own.find((each) => each.learner === number)?.text;
          return (
            <li key={number} aria-current={number === chosen ? 'true' : undefined}>
              <button onClick={() => choose(number)}>
                <span className="class-who">
                  {named ? learnerWord(learner, named) : String(number)}
                </span>
                <span className="class-text">{text ?? say('classView.nothingSaid')}</span>
                <span className="class-answer">{answerOf(asked, number)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function NotReadList({ notRead }: { notRead: readonly NotRead[] }) {
  return (
    <section className="panel class-not-read" role="region" aria-label={say('classView.notRead')}>
      <h2>
        {say('classView.notRead')}{' '}
        <small>{say('classView.others', { count: notRead.length })}</small>
      </h2>
      <ul tabIndex={0} aria-label={say('classView.notRead')}>
        {notRead.map(({ file, problem }) => (
          <li key={file}>
            <b>{file.replace(/\.bufferresult$/i, '')}</b> <span>{problemWord(problem)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
