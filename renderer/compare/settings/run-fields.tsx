import { Checkbox, NumberInput, Switch } from '@mantine/core';
import { DEFAULT_SETTINGS, READ_AHEAD_MAX } from '../../../model/delivery/settings';
import { rateFigure } from '../../../model/figures';
import { SAMPLE_FIT } from '../../../model/run/fit';
import { METHODS } from '../../../model/delivery/types';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { session, useSession } from '../../session/session';
import { toggled } from './settings-rules';
import { DefaultButton } from '../../ui/default-button';

const SPEEDS = [0.5, 1, 2, 4] as const;

/** Which methods take part; the last one stays. */
export function MethodsField() {
  const methods = useSession((s) => s.settings.methods);
  return (
    <fieldset className="methods-field">
      <legend>{say('settings.methods')}</legend>
      {METHODS.map((method) => {
        const next = toggled(methods, method, METHODS);
        return (
          <Checkbox
            key={method}
            label={say(`lanes.methods.${method}`)}
            checked={methods.includes(method)}
            disabled={next === null}
            description={next === null ? say('settings.lastMethod') : undefined}
            onChange={() => next && session.getState().setSettings({ methods: next })}
          />
        );
      })}
    </fieldset>
  );
}

/** Sizes and link that suit the file, or exactly those of the sample. */
export function FitField() {
  const on = useSession((s) => s.fit !== SAMPLE_FIT);
  const ready = useSession((s) => s.media !== null);
  return (
    <Switch
      label={say('settings.fit')}
      description={say('settings.about.fit')}
      checked={on}
      disabled={!ready}
      onChange={() => session.getState().setFit(!on)}
    />
  );
}

/** How many chunks the server reads before the one on the link has left. */
export function ReadAheadField({ idle }: { idle: boolean }) {
  const chunks = useSession((s) => s.settings.readAheadChunks);
  const set = (readAheadChunks: number): void =>
    session.getState().setSettings({ readAheadChunks });
  const standard = DEFAULT_SETTINGS.readAheadChunks;
  return (
    <div className="run-field">
      <NumberInput
        label={say('settings.readAheadChunks')}
        description={say('settings.about.readAheadChunks')}
        disabled={idle}
        value={chunks}
        onChange={(value) => typeof value === 'number' && set(value)}
        min={0}
        max={READ_AHEAD_MAX}
        allowDecimal={false}
        clampBehavior="strict"
      />
      <DefaultButton
        word={say('settings.default.readAheadChunks')}
        off={idle || chunks === standard}
        onClick={() => set(standard)}
      />
    </div>
  );
}

/** How fast clock, link and playback run, together. */
export function SpeedField() {
  const speed = useSession((s) => s.settings.speed);
  const set = (next: (typeof SPEEDS)[number]): void =>
    session.getState().setSettings({ speed: next });
  return (
    <div className="run-field">
      <span>{say('settings.speed')}</span>
      <DefaultButton
        word={say('settings.default.speed')}
        off={speed === 1}
        onClick={() => set(1)}
      />
      <Choice
        label={say('settings.speed')}
        value={String(speed)}
        options={SPEEDS.map((each) => ({
          value: String(each),
          label: say('settings.times', { speed: each }),
        }))}
        onChange={(value) => set(SPEEDS.find((each) => String(each) === value) ?? 1)}
      />
      <p className="small">{say('settings.about.speed')}</p>
    </div>
  );
}

/** How fast text and bytes are taken, as a player would. */
export function ConsumeField() {
  const rate = useSession((s) => s.settings.consumeRate);
  const standard = useSession((s) => s.fit.sizes.consumeRate);
  const set = (consumeRate: number): void => session.getState().setSettings({ consumeRate });
  return (
    <div className="run-field">
      <NumberInput
        label={say('settings.consumeRate')}
        description={say('settings.about.consumeRate')}
        value={rate / 1e6}
        onChange={(value) => typeof value === 'number' && value > 0 && set(value * 1e6)}
        min={0.000_001}
        max={50}
        step={0.1}
        decimalScale={6}
        clampBehavior="blur"
      />
      <DefaultButton
        word={say('settings.default.consumeRate', { rate: rateFigure(standard) })}
        off={rate === standard}
        onClick={() => set(standard)}
      />
    </div>
  );
}
