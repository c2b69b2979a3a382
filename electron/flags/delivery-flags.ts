import { DEFAULT_SETTINGS, settingsProblems } from '../../model/delivery/settings';
import {
  HELD_METHODS,
  METHODS,
  type BaseMethod,
  type DeliverySettings,
} from '../../model/delivery/types';
import { formatBytes, formatRate, parseBytes, parseRate } from '../../model/units';
import { say } from '../words';
import { BadArgument, choiceOf, notAmong, valueOf, type FlagValues } from './flag-value';

const size = (standard: number | null) => ({
  type: 'string' as const,
  value: 'SIZE',
  // As it would be typed: without a blank.
  ...(standard !== null && { standard: formatBytes(standard).replace(' ', '') }),
});

/** The flags for what is delivered how; the same wherever a run is described. */
export const DELIVERY_FLAGS = {
  methods: { type: 'string', value: 'LIST', standard: METHODS.join(',') },
  chunk: size(DEFAULT_SETTINGS.chunkBytes),
  prefetch: size(DEFAULT_SETTINGS.prefetchBytes),
  resume: size(DEFAULT_SETTINGS.resumeBytes),
  'max-ahead': size(DEFAULT_SETTINGS.maxAheadBytes),
  'streaming-ahead': size(DEFAULT_SETTINGS.streamingAheadBytes),
  'read-ahead': { type: 'string', value: 'N', standard: String(DEFAULT_SETTINGS.readAheadChunks) },
  'backpressure-off': { type: 'string', value: HELD_METHODS.join('|') },
  'read-rate': {
    type: 'string',
    value: 'RATE',
    standard: formatRate(DEFAULT_SETTINGS.readRate).replace(' ', ''),
  },
  'memory-cap': size(DEFAULT_SETTINGS.memoryCapBytes),
} as const;

/** The setting that each flag sets. */
const FIELD_OF = {
  chunk: 'chunkBytes',
  prefetch: 'prefetchBytes',
  resume: 'resumeBytes',
  'max-ahead': 'maxAheadBytes',
  'streaming-ahead': 'streamingAheadBytes',
  'read-ahead': 'readAheadChunks',
  'read-rate': 'readRate',
  'consume-rate': 'consumeRate',
  link: 'link',
} as const;

/** What the flags name of what a fit to the file would set: that stays as it is. */
export function givenFields(values: FlagValues): string[] {
  const flags = Object.keys(FIELD_OF) as (keyof typeof FIELD_OF)[];
  return flags.filter((flag) => values[flag] !== undefined).map((flag) => FIELD_OF[flag]);
}

/** Methods and sizes that the flags describe, every flag with its default; throws BadArgument. */
export function readDelivery(
  values: FlagValues<keyof typeof DELIVERY_FLAGS>,
): DeliverySettings & { methods: BaseMethod[] } {
  const bytes = <E>(flag: keyof typeof DELIVERY_FLAGS, fallback: E): number | E =>
    valueOf(values, flag, parseBytes, fallback);
  return {
    methods: valueOf(values, 'methods', readMethods, [...METHODS]),
    chunkBytes: bytes('chunk', DEFAULT_SETTINGS.chunkBytes),
    prefetchBytes: bytes('prefetch', DEFAULT_SETTINGS.prefetchBytes),
    resumeBytes: bytes('resume', DEFAULT_SETTINGS.resumeBytes),
    maxAheadBytes: bytes('max-ahead', DEFAULT_SETTINGS.maxAheadBytes),
    streamingAheadBytes: bytes('streaming-ahead', DEFAULT_SETTINGS.streamingAheadBytes),
    readAheadChunks: valueOf(values, 'read-ahead', readChunks, DEFAULT_SETTINGS.readAheadChunks),
    backpressureOff:
      values['backpressure-off'] === undefined
        ? null
        : choiceOf(values, 'backpressure-off', HELD_METHODS),
    readRate: valueOf(values, 'read-rate', parseRate, DEFAULT_SETTINGS.readRate),
    memoryCapBytes: bytes('memory-cap', DEFAULT_SETTINGS.memoryCapBytes),
  };
}

/** Throws BadArgument when settings cannot go together; with the source's size (bytes) as `settingsProblems` has it. */
export function checkTogether(settings: DeliverySettings, sourceBytes?: number): void {
  const [problem] = settingsProblems(settings, sourceBytes);
  if (!problem) return;
  const reason = say(`settings.problems.${problem.code}`, problem.params);
  throw new BadArgument(say('cli.combine', { reason }));
}

function readChunks(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new BadArgument(say('cli.integer', { flag: 'read-ahead', value: text }));
  }
  return Number(text);
}

function readMethods(text: string): BaseMethod[] {
  const wanted = text.split(',').map((word) => word.trim());
  const wrong = wanted.find((word) => !(METHODS as readonly string[]).includes(word));
  if (wrong !== undefined) throw notAmong('methods', METHODS, wrong);
  return METHODS.filter((method) => wanted.includes(method));
}
