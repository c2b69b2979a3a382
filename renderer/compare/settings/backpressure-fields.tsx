import { NumberInput, Switch } from '@mantine/core';
import { HELD_METHODS, type HeldMethod } from '../../../model/delivery/types';
import { rateFigure } from '../../../model/figures';
import { session, useSession } from '../../session/session';
import { DefaultButton } from '../../ui/default-button';
import { say } from '../../ui/words';
import { SizeSettingField } from './size-setting-field';

/** Backpressure, of each method whose server waits: one of them can be run without it, beside itself with it. */
export function BackpressureFields() {
  const off = useSession((s) => s.settings.backpressureOff);
  return (
    <>
      <h3>{say('backpressure.settings.title')}</h3>
      {HELD_METHODS.map((method) => (
        <MethodSwitch key={method} method={method} on={off !== method} />
      ))}
      {off !== null && (
        <>
          <ReadRateField />
          <SizeSettingField field="memoryCapBytes" idle={null} />
        </>
      )}
    </>
  );
}

function MethodSwitch({ method, on }: { method: HeldMethod; on: boolean }) {
  const name = say(`lanes.methods.${method}`);
  return (
    <Switch
      label={`${name}: ${say(`backpressure.${on ? 'on' : 'off'}`)}`}
      aria-label={`${say('backpressure.name')}: ${name}`}
      description={on ? undefined : say('backpressure.settings.about', { method: name })}
      checked={on}
      onChange={() => session.getState().setSettings({ backpressureOff: on ? method : null })}
    />
  );
}

/** How fast a server that does not wait reads. */
function ReadRateField() {
  const rate = useSession((s) => s.settings.readRate);
  const standard = useSession((s) => s.fit.sizes.readRate);
  const set = (readRate: number): void => session.getState().setSettings({ readRate });
  return (
    <div className="run-field">
      <NumberInput
        label={say('backpressure.settings.readRate')}
        description={say('backpressure.settings.aboutReadRate')}
        value={rate / 1e6}
        onChange={(value) => typeof value === 'number' && value > 0 && set(value * 1e6)}
        min={0.000_001}
        max={1000}
        decimalScale={6}
        clampBehavior="blur"
      />
      <DefaultButton
        word={say('backpressure.settings.defaultReadRate', { rate: rateFigure(standard) })}
        off={rate === standard}
        onClick={() => set(standard)}
      />
    </div>
  );
}
