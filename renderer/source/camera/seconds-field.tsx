import { NumberInput } from '@mantine/core';
import { say } from '../../ui/words';
import { rangeOf, type LiveField } from './seconds';
import './seconds-field.css';

/** One press of an arrow, seconds. */
const STEP_S = { recordS: 1, reserveS: 0.5 };

interface SecondsFieldProps {
  field: LiveField;
  typed: string | number;
  /** Why what was typed cannot be taken; null when it can. */
  problem: string | null;
  onTyped: (typed: string | number) => void;
}

/** One of the two lengths of a camera's run, seconds; what is out of its range is said and not corrected. */
export function SecondsField({ field, typed, problem, onTyped }: SecondsFieldProps) {
  const { least, most } = rangeOf(field);
  return (
    <NumberInput
      className="seconds-field"
      label={say(`cameraUi.settings.${field}`)}
      description={say(`cameraUi.settings.about.${field}`)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={typed}
      error={problem}
      onChange={onTyped}
      min={least}
      max={most}
      step={STEP_S[field]}
      decimalScale={1}
      allowedDecimalSeparators={['.', ',']}
      allowNegative={false}
      clampBehavior="none"
    />
  );
}
