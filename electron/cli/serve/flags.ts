import { parseArgs } from 'node:util';
import { WORKER_MODELS, type ServerConfig } from '../../ipc/server-port';
import { say } from '../../words';

/** What the command line asks of `serve`. */
export interface ServeFlags extends Pick<ServerConfig, 'port' | 'model' | 'seats' | 'queueLimit'> {
  media: string | undefined;
  text: string | undefined;
  feed: ServerConfig['feedSource'] | undefined;
}

/** An argument that cannot be meant; the message is one sentence. */
export class BadFlag extends Error {
  override readonly name = 'BadFlag';
}

const VALUES = ['port', 'media', 'text', 'model', 'seats', 'queue', 'feed'] as const;
type Value = (typeof VALUES)[number];

const FEEDS = ['media', 'test'] as const;

/** Reads the command line; null when help is asked for. Throws BadFlag. */
export function serveFlags(args: readonly string[]): ServeFlags | null {
  const given = parsed(args);
  if (given.help) return null;
  const whole = (flag: Value, least: number, most: number, fallback: number): number => {
    const asked = given.values[flag];
    if (asked === undefined) return fallback;
    const number = /^\d{1,9}$/.test(asked) ? Number(asked) : NaN;
    if (number >= least && number <= most) return number;
    throw new BadFlag(say('serve.flag.number', { flag, least, most, asked }));
  };
  const word = <T extends string>(flag: Value, words: readonly T[]): T | undefined => {
    const asked = given.values[flag];
    const found = words.find((each) => each === asked);
    if (asked === undefined || found !== undefined) return found;
    throw new BadFlag(say('serve.flag.word', { flag, words: words.join(', '), asked }));
  };
  return {
    port: whole('port', 0, 65535, 0),
    seats: whole('seats', 1, 64, 4),
    queueLimit: whole('queue', 0, 1000, 50),
    model: word('model', WORKER_MODELS) ?? 'sync',
    feed: word('feed', FEEDS),
    media: given.values.media,
    text: given.values.text,
  };
}

function parsed(args: readonly string[]): {
  help: boolean;
  values: Partial<Record<Value, string>>;
} {
  const options = Object.fromEntries(VALUES.map((flag) => [flag, { type: 'string' as const }]));
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...options, help: { type: 'boolean' } },
    strict: false,
    tokens: true,
  });
  const values: Partial<Record<Value, string>> = {};
  let help = false;
  for (const token of tokens) {
    const flag = token.kind === 'option' ? VALUES.find((each) => each === token.name) : undefined;
    if (token.kind === 'option' && token.name === 'help') help = true;
    else if (token.kind !== 'option' || !flag) {
      const argument = token.kind === 'option' ? token.rawName : (args[token.index] ?? '');
      throw new BadFlag(say('serve.flag.unknown', { argument }));
    } else if (token.value === undefined) throw new BadFlag(say('serve.flag.value', { flag }));
    else values[flag] = token.value;
  }
  return { help, values };
}
