import { formatDurationMs, parseDurationMs } from '../../units';
import type { LinkSpec } from '../types';
import { messageOf } from '../../message-of';

type Kind = LinkSpec['kind'];

/** The options in the order in which they are written, each with its example. */
const EXAMPLES = {
  latency: 'latency=80ms',
  jitter: 'jitter=20ms',
  later: 'later=5s',
  longer: 'longer=2.6s',
  repeat: 'repeat=60s',
} as const;
type Option = keyof typeof EXAMPLES;

const optionsOf = (kind: Kind): Option[] => [
  'latency',
  'jitter',
  ...(kind === 'dropouts' ? (['later', 'longer'] as const) : []),
  ...(kind === 'steps' ? (['repeat'] as const) : []),
];

/**
 * A SPEC as its shape and its options. The shape of a trace or a profile ends with a name in which any
 * character may stand, so that its options are read from the end, each once; the others are split at
 * every semicolon.
 */
export function splitOptions(text: string): { shape: string; options: string[] } {
  const named = /^\s*(?:trace|profile)\s*:/.exec(text);
  if (!named) {
    const [shape = '', ...options] = text.split(';').map((part) => part.trim());
    return { shape, options };
  }
  let shape = text.trimStart();
  const options: string[] = [];
  const seen = new Set<string>();
  for (;;) {
    const [ending, option = '', name = ''] =
      /;\s*((latency|jitter)\s*=\s*[\d.]*\s*[A-Za-z]*\s*)$/.exec(shape) ?? [];
    if (ending === undefined || seen.has(name)) return { shape, options };
    seen.add(name);
    options.unshift(option.trim());
    shape = shape.slice(0, -ending.length);
  }
}

/** The trace (by its path) or the profile (by its name) that a SPEC asks for; null when it asks for neither. */
export function namedIn(text: string): { kind: 'trace' | 'profile'; name: string } | null {
  const [, kind, name = ''] = /^(trace|profile)\s*:(.*)$/s.exec(splitOptions(text).shape) ?? [];
  return kind === 'trace' || kind === 'profile' ? { kind, name } : null;
}

/** Reads the options of a link of a kind, ms by name; throws LinkSpecError. */
export function parseOptions(
  options: readonly string[],
  kind: Kind,
): Partial<Record<Option, number>> {
  const known = optionsOf(kind);
  const found: Partial<Record<Option, number>> = {};
  for (const option of options) {
    const [nameText = '', value, ...more] = option.split('=').map((part) => part.trim());
    const name = known.find((each) => each === nameText);
    if (name === undefined || value === undefined || more.length > 0) {
      throw new LinkSpecError(`Link option "${option}": expected ${choice(known)}.`);
    }
    if (found[name] !== undefined) {
      throw new LinkSpecError(`Link option "${name}" is given twice.`);
    }
    found[name] = withContext(`Link option "${name}"`, () => parseDurationMs(value));
  }
  return found;
}

/** The options of a link as parseOptions reads them, each with its semicolon; empty when none is needed. */
export function formatOptions(spec: LinkSpec): string {
  const named = spec.kind === 'trace' || spec.kind === 'profile';
  // A curve has a latency of its own, which a missing option would bring back.
  const write = (name: Option, ms: number, needed = ms > 0): string =>
    needed ? `;${name}=${formatDurationMs(ms).replace(' ', '')}` : '';
  const periodMs = spec.kind === 'steps' ? (spec.curve?.periodMs ?? Infinity) : Infinity;
  // A name that ends like an option would lose its end, did the real one not stand behind it.
  const jitterNeeded = named && /;\s*jitter\s*=/.test(spec.name);
  return [
    write('latency', spec.latencyMs, named || spec.latencyMs > 0),
    write('jitter', spec.jitterMs, jitterNeeded || spec.jitterMs > 0),
    write('later', spec.laterMs),
    write('longer', spec.longerMs),
    write('repeat', periodMs, periodMs !== Infinity),
  ].join('');
}

function choice(options: readonly Option[]): string {
  const examples = options.map((option) => EXAMPLES[option]);
  return `${examples.slice(0, -1).join(', ')} or ${examples.at(-1) ?? ''}`;
}

/** A link SPEC that cannot be read; the message is one sentence: what, where, what is expected. */
export class LinkSpecError extends Error {
  override name = 'LinkSpecError';
}

/** What `read` gives; its error becomes a LinkSpecError that says first what was read. */
export function withContext<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new LinkSpecError(`${what}: ${messageOf(error)}`);
  }
}

/** Milliseconds of a text in seconds, to the microsecond, so that 0.1 s is 100 ms and reads back. */
export function millisecondsOf(seconds: string | undefined): number {
  return Math.round(Number(seconds) * 1e6) / 1000;
}

/** Milliseconds as seconds that millisecondsOf reads back, without an exponent, such as "15.5". */
export function formatSeconds(ms: number): string {
  const text = String(ms / 1000);
  return text.includes('e') ? (ms / 1000).toFixed(6) : text;
}
