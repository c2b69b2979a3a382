import { formatDurationMs, formatRate, parseDurationMs, parseRate } from '../units';
import { formatOutages, parseOutages } from './outages';
import { LinkSpecError } from './spec-error';
import type { LinkSpec, Outage } from './types';

export { LinkSpecError } from './spec-error';

/** Outages of a dropouts link that names none: two, as the sample run is told. */
export const DEFAULT_OUTAGES: readonly Outage[] = [
  { fromMs: 12_000, toMs: 17_000 },
  { fromMs: 30_000, toMs: 37_000 },
];

const KINDS = ['unlimited', 'constant', 'dropouts', 'unstable'] as const;
const FORMS = 'unlimited, constant:RATE, dropouts:RATE@FROM-TO,FROM-TO or unstable:RATE';

/** The links that one key chooses, each at a rate in bytes per second. */
export const LINK_PRESETS = {
  steady: (rate: number): LinkSpec => plain('constant', rate, []),
  unstable: (rate: number): LinkSpec => plain('unstable', rate, []),
  dropouts: (rate: number): LinkSpec => plain('dropouts', rate, DEFAULT_OUTAGES),
  unlimited: (): LinkSpec => plain('unlimited', Infinity, []),
} as const;

/** Name of a preset link. */
export type LinkPreset = keyof typeof LINK_PRESETS;

/** Reads a link SPEC such as "dropouts:1.3MB/s@12-17,30-37;latency=80ms"; throws LinkSpecError. */
export function parseLinkSpec(text: string): LinkSpec {
  const [shape = '', ...options] = text.split(';').map((part) => part.trim());
  const spec = parseShape(shape);
  const seen = new Set<string>();
  for (const option of options) {
    const [name = '', value, ...more] = option.split('=').map((part) => part.trim());
    if ((name !== 'latency' && name !== 'jitter') || value === undefined || more.length > 0) {
      throw new LinkSpecError(`Link option "${option}": expected latency=80ms or jitter=20ms.`);
    }
    if (seen.has(name)) throw new LinkSpecError(`Link option "${name}" is given twice.`);
    seen.add(name);
    const ms = asked(`Link option "${name}"`, () => parseDurationMs(value));
    if (name === 'latency') spec.latencyMs = ms;
    else spec.jitterMs = ms;
  }
  return spec;
}

/** The SPEC that parseLinkSpec reads back as the same link, such as "constant:1.3MB/s;latency=80ms". */
export function formatLinkSpec(spec: LinkSpec): string {
  const compact = (text: string): string => text.replace(' ', '');
  // Dropouts without an outage would read back with the default ones.
  const none = spec.kind === 'dropouts' && spec.outages.length === 0;
  let text: string = none ? 'constant' : spec.kind;
  if (spec.kind !== 'unlimited') text += `:${compact(formatRate(spec.rate))}`;
  if (spec.outages.length > 0) text += `@${formatOutages(spec.outages)}`;
  if (spec.latencyMs > 0) text += `;latency=${compact(formatDurationMs(spec.latencyMs))}`;
  if (spec.jitterMs > 0) text += `;jitter=${compact(formatDurationMs(spec.jitterMs))}`;
  return text;
}

function parseShape(shape: string): LinkSpec {
  const [, name = '', rest] = /^([^:@]*)(?::(.*))?$/.exec(shape) ?? [];
  const kind = KINDS.find((each) => each === name.trim());
  if (kind === undefined) throw new LinkSpecError(`Link "${shape}": expected ${FORMS}.`);
  if (kind === 'unlimited') {
    if (rest !== undefined) throw new LinkSpecError(`Link "${shape}": unlimited takes no rate.`);
    return LINK_PRESETS.unlimited();
  }
  if (rest === undefined) {
    throw new LinkSpecError(`Link "${shape}": expected a rate, as in ${kind}:1.3MB/s.`);
  }
  const [rateText = '', list, ...more] = rest.split('@');
  if (more.length > 0 || (list !== undefined && kind !== 'dropouts')) {
    throw new LinkSpecError(`Link "${shape}": outages behind one @ belong to dropouts only.`);
  }
  const rate = asked('Link rate', () => parseRate(rateText));
  if (rate <= 0) throw new LinkSpecError(`Link rate "${rateText}": expected more than 0.`);
  if (kind !== 'dropouts') return plain(kind, rate, []);
  return plain(kind, rate, list === undefined ? DEFAULT_OUTAGES : parseOutages(list));
}

function plain(kind: LinkSpec['kind'], rate: number, outages: readonly Outage[]): LinkSpec {
  return {
    kind,
    rate,
    curve: null,
    name: '',
    outages,
    laterMs: 0,
    longerMs: 0,
    latencyMs: 0,
    jitterMs: 0,
  };
}

function asked<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new LinkSpecError(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
