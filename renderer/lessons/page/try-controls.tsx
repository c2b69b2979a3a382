import { useId } from 'react';
import { BOX_WAYS, GATHER_BYTES } from '../../../model/box/gather';
import { SERVER_MODELS } from '../../../model/lesson/schema';
import type { ServerRun } from '../../../model/lesson/types';
import { formatLinkSpec, parseLinkSpec } from '../../../model/link/spec/spec';
import type { RunSettings } from '../../../model/run/schema';
import { formatBytes } from '../../../model/units';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import type { OwnRun } from '../state/lesson-runner';
import type { StepOf } from './page-context';

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

/** Numbers of seats worth trying. */
const SEATS = [1, 2, 4, 8];

interface ControlProps {
  own: OwnRun;
  run: StepOf<'try'>['run'];
  onChange: (own: OwnRun) => void;
}

/** What of a run the learner may change. */
export function TryControls({
  step,
  ...props
}: Omit<ControlProps, 'run'> & { step: StepOf<'try'> }) {
  const { run, controls } = step;
  return controls.map((control) => {
    switch (control) {
      case 'prefetch':
      case 'chunk':
      case 'streaming-ahead':
        return <SizeChoice key={control} control={control} run={run} {...props} />;
      case 'link':
        return <LinkChoice key={control} run={run} {...props} />;
      case 'cut':
        return (
          <p key={control} className="small">
            {say('lessons.try.cut')}
          </p>
        );
      case 'path':
        return <PathChoice key={control} step={step} {...props} />;
      case 'model':
      case 'seats':
      case 'box':
        return <ServerChoice key={control} control={control} step={step} {...props} />;
    }
  });
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

/** What of a server, of what stands before it, or of what is asked of it may be changed. */
function ServerChoice({
  control,
  step,
  own,
  onChange,
}: Omit<ControlProps, 'run'> & {
  control: 'model' | 'seats' | 'box';
  step: StepOf<'try'>;
}) {
  const { server } = step.run;
  if (!server) return null;
  const now: ServerRun = { ...server, ...own.server };
  const change = (to: Partial<ServerRun>): void =>
    onChange({ ...own, server: { ...own.server, ...to } });
  return (
    <div className="lesson-control">
      <span>{say(`lessons.try.${control}`)}</span>
      <Choice label={say(`lessons.try.${control}`)} {...choiceOf(control, now, change)} />
    </div>
  );
}

function choiceOf(
  control: 'model' | 'seats' | 'box',
  { model, seats, box }: ServerRun,
  change: (to: Partial<ServerRun>) => void,
): Pick<Parameters<typeof Choice<string>>[0], 'value' | 'options' | 'onChange' | 'disabled'> {
  switch (control) {
    case 'model':
      return {
        value: model,
        options: SERVER_MODELS.map((value) => ({ value, label: say(`server.models.${value}`) })),
        onChange: (value) => {
          const chosen = SERVER_MODELS.find((each) => each === value);
          if (chosen) change({ model: chosen });
        },
      };
    case 'seats':
      return {
        value: String(seats),
        options: SEATS.map((count) => ({ value: String(count), label: String(count) })),
        onChange: (value) => change({ seats: Number(value) }),
        // Flask's own server has one, an event loop none.
        disabled: model === 'debug' || model === 'async',
      };
    case 'box':
      return {
        value: box?.way ?? 'none',
        options: ['none', ...BOX_WAYS].map((value) => ({
          ...{ value, label: say(`box.ways.${value}`) },
        })),
        onChange: (value) => {
          const way = BOX_WAYS.find((each) => each === value);
          const { gatherBytes = GATHER_BYTES.usual, honours = true } = box ?? {};
          change({ box: way ? { way, gatherBytes, honours } : null });
        },
      };
  }
}

/** What the first client asks for: paths are long, so they stand in rows. */
function PathChoice({ step, own, onChange }: Omit<ControlProps, 'run'> & { step: StepOf<'try'> }) {
  const name = useId();
  const [first, ...rest] = own.server?.clients ?? step.run.server?.clients ?? [];
  if (!first) return null;
  return (
    <fieldset className="lesson-question">
      <legend className="unseen">{say('lessons.try.path')}</legend>
      <div className="lesson-options">
        {step.paths.map((path) => (
          <label key={path} data-chosen={path === first.path}>
            <input
              type="radio"
              name={name}
              checked={path === first.path}
              onChange={() => {
                const clients = [{ ...first, path }, ...rest];
                onChange({ ...own, server: { ...own.server, clients } });
              }}
            />
            <code>{path}</code>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
