import { NumberInput } from '@mantine/core';
import { say } from '../../ui/words';
import './picker.css';
import { liveSettingsSchema } from '../../../model/camera/types';
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

/** The lengths that may be set of a run of a camera, in the order in which they are shown. */
export const LIVE_FIELDS = ['recordS', 'reserveS'] as const;
export type LiveField = (typeof LIVE_FIELDS)[number];

/** Least and most that a field takes, seconds. */
export function rangeOf(field: LiveField): { least: number; most: number } {
  const { minValue, maxValue } = liveSettingsSchema.shape[field];
  return { least: minValue ?? 0, most: maxValue ?? Infinity };
}

/** What was typed into a field, seconds, or why it cannot be taken, one sentence. */
export type ReadSeconds = { seconds: number; problem: null } | { seconds: null; problem: string };

/** Reads what was typed: a number, with a comma or a point, with or without its unit. */
export function readSeconds(field: LiveField, typed: string | number): ReadSeconds {
  const { least, most } = rangeOf(field);
  const text = String(typed).trim();
  const seconds = Number(text.replace(/\s*s$/i, '').replace(',', '.'));
  const gaps = { typed: text, least, most, what: say(`cameraUi.settings.what.${field}`) };
  if (text === '' || !Number.isFinite(seconds)) {
    const key = text === '' ? 'empty' : 'notNumber';
    return { seconds: null, problem: say(`cameraUi.settings.${key}`, gaps) };
  }
  if (!liveSettingsSchema.shape[field].safeParse(seconds).success) {
    const problem = say('cameraUi.settings.range', { ...gaps, typed: seconds });
    return { seconds: null, problem };
  }
  return { seconds, problem: null };
}
