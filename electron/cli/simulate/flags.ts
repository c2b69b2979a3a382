import { join } from 'node:path';
import type { BaseMethod, DeliverySettings } from '../../../model/delivery/types';
import type { LinkSpec } from '../../../model/link/types';
import { parseDurationMs, parseRate } from '../../../model/units';
import { flagLines } from '../../flags/flag-help';
import {
  BadArgument,
  choiceOf,
  readFlags,
  textOf,
  valueOf,
  withStandards,
} from '../../flags/flag-value';
import { DELIVERY_FLAGS, givenFields, readDelivery } from '../../flags/delivery-flags';
import { LinkCache } from '../../main/links/link-cache';
import { UserProfiles } from '../../main/links/user-profiles';
import { say } from '../../words';
import { userFolder } from '../../user-folder';

const WAYS = ['auto', 'bytes'] as const;

const FLAGS = {
  media: { type: 'string', value: 'FILE' },
  as: { type: 'string', value: WAYS.join('|'), standard: 'auto' },
  'consume-rate': { type: 'string', value: 'RATE', standard: '1MB/s' },
  bitrate: { type: 'string', value: 'RATE' },
  duration: { type: 'string', value: 'TIME' },
  link: { type: 'string', value: 'SPEC' },
  ...DELIVERY_FLAGS,
  fit: { type: 'boolean' },
  seeds: { type: 'string', value: 'LIST', standard: '1' },
  json: { type: 'boolean' },
  log: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** What `simulate --help` prints. */
export const simulateHelp = (): string =>
  say('simulateCli.help', { flags: flagLines(FLAGS, 'simulateCli') });

/** What is delivered: a file, or so many even bytes. Rates in bytes per second. */
export type SimulatedSource =
  | { kind: 'file'; path: string; as: 'auto' | 'bytes'; consumeRate: number }
  | { kind: 'even'; rate: number; durationMs: number };

/** What a person asked of `simulate`. */
export interface SimulateRequest {
  source: SimulatedSource;
  settings: DeliverySettings & { methods: BaseMethod[] };
  /** A link, its SPEC as it was written, and what its trace was read as. */
  link: { spec: LinkSpec; text: string; note: string | null };
  seeds: Seeds;
  /** Fit sizes and link to the source, except for what is named here; null leaves them as they are. */
  fit: readonly string[] | null;
  output: 'table' | 'json' | 'log';
}

/** Reads the arguments of `simulate`; null when help is asked for. Throws BadArgument. */
export function readRequest(args: readonly string[]): SimulateRequest | null {
  const { values: given, positionals } = readFlags(args, FLAGS);
  if (given.help) return null;
  const [extra] = positionals;
  if (extra !== undefined) throw new BadArgument(say('cli.unknown', { argument: extra }));
  const values = withStandards(given, FLAGS);
  const link = valueOf(values, 'link', readLink, null);
  if (!link) throw new BadArgument(say('simulateCli.noLink'));
  return {
    source: readSource(values),
    settings: readDelivery(values),
    link,
    seeds: valueOf(values, 'seeds', readSeeds),
    fit: given.fit === true ? givenFields(given) : null,
    output: values.log ? 'log' : values.json ? 'json' : 'table',
  };
}

function readSource(values: ReturnType<typeof readFlags<keyof typeof FLAGS>>['values']) {
  const path = textOf(values, 'media');
  const rate = valueOf(values, 'bitrate', readPositiveRate, null);
  const durationMs = valueOf(values, 'duration', parseDurationMs, null);
  if ((path === undefined) === (rate === null) || (durationMs === null) !== (rate === null)) {
    throw new BadArgument(say('simulateCli.oneSource'));
  }
  if (rate !== null && durationMs !== null) return { kind: 'even', rate, durationMs } as const;
  const as = choiceOf(values, 'as', WAYS);
  const consumeRate = valueOf(values, 'consume-rate', readPositiveRate);
  return { kind: 'file', path: path ?? '', as, consumeRate } as const;
}

function readLink(text: string): SimulateRequest['link'] {
  // Nothing is removed here, so nothing can go to the trash.
  const own = new UserProfiles(join(userFolder(), 'links'), () => Promise.resolve());
  const cache = new LinkCache(own);
  return { spec: cache.resolve(text), text, note: cache.noteOf(text) };
}

function readPositiveRate(text: string): number {
  const rate = parseRate(text);
  if (rate <= 0) throw new Error(say('simulateCli.aboveZero', { text }));
  return rate;
}

/** Seeds in the order in which they are run, without a list of them: there may be a million. */
export interface Seeds {
  count: number;
  [Symbol.iterator](): Iterator<number>;
}

/** Reads seeds such as "7", "1-100" or "1,5,20-29"; throws an Error whose message says what is expected. */
export function readSeeds(text: string): Seeds {
  const ranges = text.split(',').map((part) => {
    const found = /^\s*(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?$/.exec(part);
    const first = Number(found?.[1]);
    const last = Number(found?.[2] ?? found?.[1]);
    if (!found || last < first) throw new Error(say('simulateCli.seeds', { text }));
    return { first, last };
  });
  return {
    count: ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0),
    *[Symbol.iterator]() {
      for (const { first, last } of ranges) for (let seed = first; seed <= last; seed++) yield seed;
    },
  };
}
