import { useEffect, useState } from 'react';
import { figureOf, isSo } from '../../../model/lesson/figures';
import { dimensionOf, type Condition } from '../../../model/lesson/measure';
import { formatLinkSpec, parseLinkSpec } from '../../../model/link/spec/spec';
import type { RunSettings } from '../../../model/run/schema';
import { formatBytes } from '../../../model/units';
import { Choice } from '../../ui/choice';
import type { KeyBinding } from '../../ui/key-bindings';
import { say } from '../../ui/words';
import { setCut, setRun, startOrPause, useRunner, type OwnSettings } from '../state/lesson-runner';
import { goToStep, missingPrediction } from '../state/lessons-store';
import { measuredWord, measureWord } from '../words';
import { Beside } from './beside';
import { Footer } from './footer';
import { LessonText } from './lesson-text';
import { usePage, type StepOf } from './page-context';
import { RUN_KEYS, useGoOn } from './simple-steps';
import { LaneStage } from './stage';
import { useRunPhase } from './use-run-phase';

const KIB = 1024;
const MB = 1e6;
/** Sizes worth trying, bytes. */
const SIZES = {
  prefetch: [1, 2, 4, 6, 8, 10, 12].map((mb) => mb * MB),
  chunk: [16 * KIB, 100_000, 250_000, 500_000, MB, 2 * MB, 10 * MB],
  'streaming-ahead': [2, 3, 5, 8, 12, 20].map((mb) => mb * MB),
} as const;
const FIELD = {
  prefetch: 'prefetchBytes',
  chunk: 'chunkBytes',
  'streaming-ahead': 'streamingAheadBytes',
} as const satisfies Record<keyof typeof SIZES, keyof RunSettings>;
/** Links worth trying besides the step's own. */
const LINKS = ['constant:0.9MB/s', 'constant:1.3MB/s', 'constant:2MB/s', 'constant:4MB/s'];

const KEYS: readonly KeyBinding[] = [
  ...RUN_KEYS,
  {
    key: 'c',
    help: 'cut',
    act: () => setCut(true),
    release: () => setCut(false),
  },
];

/** Something to try by oneself, with a goal that the log of the run can check. */
export function TryStep({ step }: { step: StepOf<'try'> }) {
  const { id, lesson, record, step: index } = usePage();
  const goOn = useGoOn();
  const phase = useRunPhase();
  const preparing = useRunner((s) => s.preparing);
  const [own, setOwn] = useState<OwnSettings>({});
  const { run, goal, controls } = step;
  const missing = missingPrediction(lesson, record, index);
  useEffect(() => {
    if (missing === null) void setRun(run, { start: false, keep: true, own });
  }, [run, own, missing]);
  const reached = Object.hasOwn(record.reached, run.name);
  const running = phase === 'running' || phase === 'paused';
  const primary =
    missing !== null
      ? { word: say('lessons.predictFirst'), act: () => goToStep(id, missing) }
      : reached && !running
        ? goOn
        : { word: say(WORDS[phase]), act: startOrPause };
  const fields = controls.filter((control): control is keyof typeof SIZES => control in SIZES);
  return (
    <>
      <div className="lesson-say">
        <LessonText blocks={step.text} />
      </div>
      <LaneStage />
      <section className="panel lesson-try lesson-scroll" tabIndex={0} aria-label={step.title}>
        {fields.map((control) => (
          <SizeChoice key={control} control={control} own={own} run={run} onChange={setOwn} />
        ))}
        {controls.includes('link') && <LinkChoice own={own} run={run} onChange={setOwn} />}
        {controls.includes('cut') && <p className="small">{say('lessons.try.cut')}</p>}
        <Goal conditions={goal} />
        <p role="status">
          {Object.hasOwn(record.ran, run.name) &&
            !running &&
            !preparing &&
            say(
              goal.every((each) => isSo(record, each) === true)
                ? 'lessons.try.reached'
                : 'lessons.try.notYet',
            )}
        </p>
        <Beside measures={step.beside} />
      </section>
      <Footer primary={primary} keys={KEYS}>
        {!reached && (
          <button className="btn" onClick={goOn.act}>
            {goOn.word}
          </button>
        )}
        {reached && !running && missing === null && (
          <button className="btn" onClick={startOrPause}>
            {say('shell.runAgain')}
          </button>
        )}
      </Footer>
    </>
  );
}

const WORDS = {
  preparing: 'shell.run',
  ready: 'shell.run',
  running: 'shell.pause',
  paused: 'shell.continue',
  ended: 'shell.runAgain',
} as const;

interface ControlProps {
  own: OwnSettings;
  run: StepOf<'try'>['run'];
  onChange: (own: OwnSettings) => void;
}

function SizeChoice({
  control,
  own,
  run,
  onChange,
}: ControlProps & { control: keyof typeof SIZES }) {
  const field = FIELD[control];
  const standard = run.scenario?.settings[field] ?? null;
  const value = own.settings?.[field] ?? standard;
  const sizes = SIZES[control];
  return (
    <div className="lesson-control">
      <span>{say(`lessons.try.${control}`)}</span>
      <Choice
        label={say(`lessons.try.${control}`)}
        value={value === null ? null : String(value)}
        options={sizes.map((size) => ({ value: String(size), label: formatBytes(size) }))}
        onChange={(size) =>
          onChange({ ...own, settings: { ...own.settings, [field]: Number(size) } })
        }
      />
    </div>
  );
}

function LinkChoice({ own, run, onChange }: ControlProps) {
  const standard = run.scenario?.link ?? '';
  const specs = [standard, ...LINKS.filter((spec) => spec !== standard)];
  const value = own.link ? formatLinkSpec(own.link) : standard;
  const shown = specs.find((spec) => formatLinkSpec(parseLinkSpec(spec)) === value) ?? standard;
  return (
    <div className="lesson-control">
      <span>{say('lessons.try.link')}</span>
      <Choice
        label={say('lessons.try.link')}
        value={shown}
        options={specs.map((spec) => ({ value: spec, label: spec.replace('constant:', '') }))}
        onChange={(spec) => onChange({ ...own, link: parseLinkSpec(spec) })}
      />
    </div>
  );
}

function Goal({ conditions }: { conditions: readonly Condition[] }) {
  const { record } = usePage();
  return (
    <dl className="lesson-goal" aria-label={say('lessons.try.goal')}>
      {conditions.map((condition, i) => {
        const value = figureOf(record, condition.left);
        return (
          <div key={i}>
            <dt>{measureWord(condition.left)}</dt>
            <dd>
              {wanted(condition)}
              {value !== undefined && (
                <b>{say('lessons.try.was', { figure: measuredWord(condition.left, value) })}</b>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** "at most 5.0 s" */
export function wanted({ left, operator, right }: Condition): string {
  const figure =
    'value' in right ? measuredWord({ name: left.name }, right.value) : measureWord(right);
  const exact = dimensionOf(left) === 'count' && operator === '=';
  return say(`lessons.try.is.${exact ? 'exactly' : OPERATOR[operator]}`, { figure });
}

const OPERATOR = {
  '<': 'under',
  '<=': 'most',
  '>': 'over',
  '>=': 'least',
  '=': 'exactly',
  '~': 'about',
} as const;
