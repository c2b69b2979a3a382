import { DEFAULT_SETTINGS, settingsProblems } from '../../../model/delivery/settings';
import { METHODS, type Method } from '../../../model/delivery/types';
import { parseLinkSpec } from '../../../model/link/spec';
import type { RunSettings } from '../../../model/run/schema';
import { parseBytes, parseDurationMs, parseRate } from '../../../model/units';
import type { HeadlessRequest } from '../../ipc/contract';
import { say } from '../../words';
import type { FlagValues } from './command-line';
import type { Flag } from './flags';

/** An argument that cannot be used; the message is the sentence for the user. */
export class BadArgument extends Error {
  override name = 'BadArgument';
}

const DEFAULT_LINK = 'dropouts:1.3MB/s@12-17,30-37';
const SPEEDS = [0.5, 1, 2, 4] as const;

/** The run that the flags describe, every flag with its default; throws BadArgument. */
export function readSettings(values: FlagValues): { request: HeadlessRequest; out: string } {
  const text = (flag: Flag): string | undefined => {
    const value = values[flag];
    return typeof value === 'string' ? value : undefined;
  };
  const read = <T, F>(flag: Flag, parse: (text: string) => T, fallback: F): T | F => {
    const value = text(flag);
    if (value === undefined) return fallback;
    try {
      return parse(value);
    } catch (error) {
      if (error instanceof BadArgument) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new BadArgument(say('cli.badValue', { flag, reason }));
    }
  };
  const link = text('link') ?? DEFAULT_LINK;
  read('link', parseLinkSpec, null);
  const settings: RunSettings = {
    methods: read('methods', readMethods, [...METHODS]),
    chunkBytes: read('chunk', parseBytes, DEFAULT_SETTINGS.chunkBytes),
    prefetchBytes: read('prefetch', parseBytes, DEFAULT_SETTINGS.prefetchBytes),
    resumeBytes: read('resume', parseBytes, DEFAULT_SETTINGS.resumeBytes),
    maxAheadBytes: read('max-ahead', parseBytes, DEFAULT_SETTINGS.maxAheadBytes),
    streamingAheadBytes: read('streaming-ahead', parseBytes, DEFAULT_SETTINGS.streamingAheadBytes),
    speed: read('speed', readSpeed, 1),
    untilMs: read('until', parseDurationMs, null),
    verify: values.verify === true,
    consumeRate: read('consume-rate', parseRate, 1e6),
  };
  const problem = settingsProblems(settings)[0];
  if (problem) {
    const reason = say(`settings.problems.${problem.code}`, problem.params);
    throw new BadArgument(say('cli.combine', { reason }));
  }
  return {
    request: { settings, link, seed: read('seed', readInteger, 1) },
    out: text('out') ?? 'out',
  };
}

function readMethods(text: string): Method[] {
  const wanted = text.split(',').map((word) => word.trim());
  const wrong = wanted.find((word) => !(METHODS as readonly string[]).includes(word));
  if (wrong !== undefined) {
    throw new BadArgument(
      say('cli.choice', { flag: 'methods', choices: METHODS.join(', '), value: wrong }),
    );
  }
  return METHODS.filter((method) => wanted.includes(method));
}

function readSpeed(text: string): RunSettings['speed'] {
  const speed = SPEEDS.find((each) => String(each) === text);
  if (speed === undefined) {
    throw new BadArgument(
      say('cli.choice', { flag: 'speed', choices: SPEEDS.join(', '), value: text }),
    );
  }
  return speed;
}

function readInteger(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new BadArgument(say('cli.integer', { flag: 'seed', value: text }));
  }
  return Number(text);
}
