import { liveSettingsSchema, type LiveSettings } from '../../../model/camera/types';
import { say } from '../../ui/words';

/** What may be set of a run of a camera, in the order in which it is shown. */
export const LIVE_FIELDS = ['recordS', 'reserveS'] as const satisfies (keyof LiveSettings)[];
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
