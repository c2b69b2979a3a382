import {
  DEFAULT_LIVE,
  liveSettingsSchema,
  type CameraChoice,
  type LiveSettings,
} from '../../../model/camera/types';
import { formatDurationMs, parseDurationMs } from '../../../model/units';
import { BadArgument, textOf, valueOf, type FlagValues } from '../../flags/flag-value';
import { say } from '../../words';
import type { Flag } from './flags';

const PREFIX = 'camera:';
const TEST = 'test';

/** The camera that a word such as "camera:test" names, null for a file; throws BadArgument when it names none. */
export function cameraIn(word: string | null): CameraChoice | null {
  if (!word?.startsWith(PREFIX)) return null;
  const name = word.slice(PREFIX.length).trim();
  if (name === '') throw new BadArgument(say('cli.camera.unnamed'));
  return name === TEST ? { kind: 'test' } : { kind: 'device', name };
}

/** What --record and --reserve say, each with its default; null when neither is there. Throws BadArgument. */
export function readLive(values: FlagValues<Flag>): LiveSettings | null {
  const { record, reserve } = values;
  if (record === undefined && reserve === undefined) return null;
  return {
    recordS: seconds(values, 'record', 'recordS'),
    reserveS: seconds(values, 'reserve', 'reserveS'),
  };
}

/** Throws BadArgument for flags that make no sense with a camera, or with a file. */
export function checkCamera(values: FlagValues<Flag>, camera: CameraChoice | null): void {
  const refuse = (key: string, gaps: Record<string, string> = {}): never => {
    throw new BadArgument(say(`cli.camera.${key}`, gaps));
  };
  if (!camera) {
    const flag = (['record', 'reserve'] as const).find((each) => values[each] !== undefined);
    // In a window a camera may still be chosen by hand.
    if (flag && values.headless) refuse('onlyCamera', { flag });
    return;
  }
  const speed = textOf(values, 'speed') ?? '1';
  if (values.verify) refuse('verify');
  if (speed !== '1') refuse('speed', { speed });
  if (values.as === 'bytes') refuse('bytes');
  if (values['sample-seconds'] !== undefined) refuse('sample');
  if (values.headless && values.until === undefined) refuse('endless');
}

function seconds(
  values: FlagValues<Flag>,
  flag: 'record' | 'reserve',
  field: keyof LiveSettings,
): number {
  const range = liveSettingsSchema.shape[field];
  return valueOf(
    values,
    flag,
    (text) => {
      const value = parseDurationMs(text) / 1000;
      if (range.safeParse(value).success) return value;
      const [least, most] = [range.minValue, range.maxValue].map((end) =>
        formatDurationMs((end ?? 0) * 1000),
      );
      throw new BadArgument(
        say('cli.camera.range', { flag, least: least ?? '', most: most ?? '', value: text }),
      );
    },
    DEFAULT_LIVE[field],
  );
}
