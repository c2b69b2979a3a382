import type { CurveOf } from '../../../model/link/types';
import { DEFAULT_LINK, formatLinkSpec, parseLinkSpec } from '../../../model/link/spec/spec';
import type { RunSettings } from '../../../model/run/schema';
import { parseDurationMs, parseRate } from '../../../model/units';
import { BadArgument, notAmong, textOf, valueOf, type FlagValues } from '../../flags/flag-value';
import { checkTogether, givenFields, readDelivery } from '../../flags/delivery-flags';
import type { HeadlessRequest } from '../../ipc/contract';
import { say } from '../../words';
import type { Flag } from './flags';

/** Seeds have 32 bits. */
const MAX_SEED = 0xffff_ffff;
const SPEEDS = [0.5, 1, 2, 4] as const;

/**
 * The run that the flags describe, every flag with its default; throws BadArgument. Without curveOf no
 * trace and no profile can be asked for. Sizes are held against those of a source, where it is known.
 */
export function readSettings(
  values: FlagValues<Flag>,
  curveOf?: CurveOf,
  sourceBytes?: number,
): { request: HeadlessRequest; out: string } {
  const link = textOf(values, 'link') ?? formatLinkSpec(DEFAULT_LINK);
  valueOf(values, 'link', (text) => parseLinkSpec(text, curveOf), null);
  const settings: RunSettings = {
    ...readDelivery(values),
    speed: valueOf(values, 'speed', readSpeed, 1),
    untilMs: valueOf(values, 'until', parseDurationMs, null),
    verify: values.verify === true,
    consumeRate: valueOf(values, 'consume-rate', parseRate, 1e6),
  };
  // Sizes that are to be fitted are not known before the file is.
  if (values.fit !== true) checkTogether(settings, sourceBytes);
  return {
    request: {
      settings,
      link,
      seed: valueOf(values, 'seed', readInteger, 1),
      fit: values.fit === true ? givenFields(values) : null,
      scenario: null,
    },
    out: textOf(values, 'out') ?? 'out',
  };
}

function readSpeed(text: string): RunSettings['speed'] {
  const speed = SPEEDS.find((each) => String(each) === text);
  if (speed === undefined) throw notAmong('speed', SPEEDS, text);
  return speed;
}

function readInteger(text: string): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > MAX_SEED) {
    throw new BadArgument(say('cli.integer', { flag: 'seed', value: text }));
  }
  return Number(text);
}
