import { BadArgument, choiceOf, textOf, valueOf, readFlags } from '../../flags/flag-value';
import { WORKER_MODELS, type ServerConfig } from '../../ipc/server-port';
import { say } from '../../words';

/** What the command line asks of `serve`. */
export interface ServeRequest extends Pick<
  ServerConfig,
  'port' | 'model' | 'seats' | 'queueLimit'
> {
  media: string | undefined;
  text: string | undefined;
  /** Undefined for the media when there is some. */
  feed: (typeof FEEDS)[number] | undefined;
}

/** Only a window has a camera. */
const FEEDS = ['media', 'test'] as const;

const FLAGS = {
  help: { type: 'boolean' },
  port: { type: 'string' },
  media: { type: 'string' },
  text: { type: 'string' },
  model: { type: 'string' },
  seats: { type: 'string' },
  queue: { type: 'string' },
  feed: { type: 'string' },
} as const;

/** Reads the command line; null when help is asked for. Throws BadArgument. */
export function readServeRequest(args: readonly string[]): ServeRequest | null {
  const { values, positionals } = readFlags(args, FLAGS);
  if (values.help) return null;
  const [extra] = positionals;
  if (extra !== undefined) throw new BadArgument(say('cli.unknown', { argument: extra }));
  return {
    port: valueOf(values, 'port', wholeNumber(0, 65535), 0),
    seats: valueOf(values, 'seats', wholeNumber(1, 64), 4),
    queueLimit: valueOf(values, 'queue', wholeNumber(0, 1000), 50),
    model: choiceOf(values, 'model', WORKER_MODELS, 'sync'),
    feed: values.feed === undefined ? undefined : choiceOf(values, 'feed', FEEDS, 'test'),
    media: textOf(values, 'media'),
    text: textOf(values, 'text'),
  };
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= most) return number;
    throw new Error(say('serve.wholeNumber', { least, most, text }));
  };
}
