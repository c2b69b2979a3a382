import { WATCHDOG_MS } from '../../../model/server/watchdog';
import { flagLines } from '../../flags/flag-help';
import {
  BadArgument,
  choiceOf,
  readFlags,
  textOf,
  valueOf,
  withStandards,
} from '../../flags/flag-value';
import { BOX_WAYS, GATHER_BYTES } from '../../../model/box/gather';
import { parseBytes, parseDurationMs } from '../../../model/units';
import type { BoxSettings } from '../../ipc/box-port';
import { WORKER_MODELS, type ServerConfig } from '../../ipc/server-port';
import { say } from '../../words';

/** What the command line asks of `serve`. */
export interface ServeRequest extends Pick<
  ServerConfig,
  'port' | 'model' | 'seats' | 'queueLimit' | 'watchdogMs'
> {
  media: string | undefined;
  /** A box between, on a port of its own; null for none. */
  box: BoxSettings | null;
  text: string | undefined;
  /** Undefined for the media when there is some. */
  feed: (typeof FEEDS)[number] | undefined;
}

/** Only a window has a camera. */
const FEEDS = ['media', 'test'] as const;

const FLAGS = {
  port: { type: 'string', value: 'N', standard: '0' },
  media: { type: 'string', value: 'FILE' },
  text: { type: 'string', value: 'FILE' },
  model: { type: 'string', value: WORKER_MODELS.join('|'), standard: 'sync' },
  seats: { type: 'string', value: 'N', standard: '4' },
  watchdog: { type: 'string', value: 'TIME' },
  box: { type: 'string', value: BOX_WAYS.join('|') },
  gather: { type: 'string', value: 'SIZE', standard: '32kB' },
  'box-ignores': { type: 'boolean' },
  queue: { type: 'string', value: 'N', standard: '50' },
  feed: { type: 'string', value: FEEDS.join('|') },
  help: { type: 'boolean' },
} as const;

/** What `serve --help` prints. */
export const serveHelp = (): string => say('serve.help', { flags: flagLines(FLAGS, 'serve') });

/** Reads the command line; null when help is asked for. Throws BadArgument. */
export function readServeRequest(args: readonly string[]): ServeRequest | null {
  const { values: given, positionals } = readFlags(args, FLAGS);
  if (given.help) return null;
  const [extra] = positionals;
  if (extra !== undefined) throw new BadArgument(say('cli.unknown', { argument: extra }));
  const values = withStandards(given, FLAGS);
  return {
    port: valueOf(values, 'port', wholeNumber(0, 65535)),
    seats: valueOf(values, 'seats', wholeNumber(1, 64)),
    queueLimit: valueOf(values, 'queue', wholeNumber(0, 1000)),
    box:
      values.box === undefined
        ? null
        : {
            way: choiceOf(values, 'box', BOX_WAYS),
            gatherBytes: valueOf(values, 'gather', readGather),
            honours: values['box-ignores'] !== true,
          },
    watchdogMs: valueOf(values, 'watchdog', readWatchdog, null),
    model: choiceOf(values, 'model', WORKER_MODELS),
    feed: values.feed === undefined ? undefined : choiceOf(values, 'feed', FEEDS),
    media: textOf(values, 'media'),
    text: textOf(values, 'text'),
  };
}

function readWatchdog(text: string): number {
  const ms = parseDurationMs(text);
  const { min, max } = WATCHDOG_MS;
  if (ms >= min && ms <= max) return ms;
  throw new Error(say('serve.watchdogRange', { least: min / 1000, most: max / 1000, text }));
}

function readGather(text: string): number {
  const bytes = parseBytes(text);
  const { min: least, max: most } = GATHER_BYTES;
  if (bytes >= least && bytes <= most) return bytes;
  throw new Error(say('serve.wholeNumber', { least, most, text }));
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= most) return number;
    throw new Error(say('serve.wholeNumber', { least, most, text }));
  };
}
