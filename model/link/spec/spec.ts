import { formatRate, parseRate } from '../../units';
import { sameCurve } from '../rate-curve';
import { LINK_KINDS, type CurveOf, type LinkSpec } from '../types';
import { formatOutages, parseOutages } from '../outages';
import { DEFAULT_OUTAGES, resolvedSpec, LINK_PRESETS, stepsSpec } from './presets';
import {
  withContext,
  LinkSpecError,
  formatOptions,
  parseOptions,
  splitOptions,
} from './spec-options';
import { formatSteps, parseSteps } from './steps';
import { messageOf } from '../../message-of';
export { LinkSpecError } from './spec-options';
export {
  DEFAULT_LINK,
  DEFAULT_OUTAGES,
  DEFAULT_RATE,
  LINK_PRESETS,
  type LinkPreset,
} from './presets';

const FORMS =
  'unlimited, constant:RATE, dropouts:RATE@FROM-TO,FROM-TO, unstable:RATE, steps:0=RATE,SECOND=RATE, trace:FILE or profile:NAME';

/**
 * Reads a link SPEC such as "dropouts:1.3MB/s@12-17,30-37;latency=80ms"; throws LinkSpecError. A trace
 * or a profile needs curveOf, whose error becomes the sentence.
 */
export function parseLinkSpec(text: string, curveOf?: CurveOf): LinkSpec {
  const { shape, options } = splitOptions(text);
  const [, name = '', rest] = /^([^:@]*)(?::(.*))?$/s.exec(shape) ?? [];
  const kind = LINK_KINDS.find((each) => each === name.trim());
  if (kind === undefined) throw new LinkSpecError(`Link "${shape}": expected ${FORMS}.`);
  const spec = parseShape(kind, shape, rest, curveOf);
  const { latency, jitter, later, longer, repeat } = parseOptions(options, kind);
  spec.latencyMs = latency ?? spec.latencyMs;
  spec.jitterMs = jitter ?? 0;
  spec.laterMs = later ?? 0;
  spec.longerMs = longer ?? 0;
  return repeat === undefined ? spec : repeated(spec, repeat);
}

/** The SPEC that parseLinkSpec reads back as the same link, such as "constant:1.3MB/s;latency=80ms". */
export function formatLinkSpec(spec: LinkSpec): string {
  // Dropouts without an outage would read back with the default ones.
  if (spec.kind === 'dropouts' && spec.outages.length === 0) {
    return formatLinkSpec({ ...spec, kind: 'constant', laterMs: 0, longerMs: 0 });
  }
  return formatShape(spec) + formatOptions(spec);
}

/** True when two links are the same, curve and all. */
export function sameLink(one: LinkSpec, two: LinkSpec): boolean {
  if (one === two) return true;
  if (formatLinkSpec({ ...one, curve: null }) !== formatLinkSpec({ ...two, curve: null }))
    return false;
  return one.curve && two.curve ? sameCurve(one.curve, two.curve) : one.curve === two.curve;
}

function parseShape(
  kind: LinkSpec['kind'],
  shape: string,
  rest: string | undefined,
  curveOf: CurveOf | undefined,
): LinkSpec {
  switch (kind) {
    case 'unlimited':
      if (rest !== undefined) throw new LinkSpecError(`Link "${shape}": unlimited takes no rate.`);
      return LINK_PRESETS.unlimited();
    case 'trace':
    case 'profile':
      return parseKnown(kind, shape, rest ?? '', curveOf);
    case 'steps':
      if (rest === undefined) {
        throw new LinkSpecError(`Link "${shape}": expected steps, as in steps:0=1.3MB/s,10=0.`);
      }
      return stepsSpec(parseSteps(rest));
    case 'constant':
    case 'dropouts':
    case 'unstable':
      return parseRated(kind, shape, rest);
  }
}

function parseKnown(
  kind: 'trace' | 'profile',
  shape: string,
  name: string,
  curveOf: CurveOf | undefined,
): LinkSpec {
  if (name === '') {
    const example = kind === 'trace' ? 'trace:bus.log' : 'profile:train';
    throw new LinkSpecError(`Link "${shape}": expected a name, as in ${example}.`);
  }
  if (!curveOf) throw new LinkSpecError(`Link "${shape}": a ${kind} cannot be read here.`);
  try {
    return resolvedSpec(kind, name, curveOf(kind, name));
  } catch (error) {
    throw new LinkSpecError(messageOf(error));
  }
}

function parseRated(
  kind: 'constant' | 'dropouts' | 'unstable',
  shape: string,
  rest: string | undefined,
): LinkSpec {
  if (rest === undefined) {
    throw new LinkSpecError(`Link "${shape}": expected a rate, as in ${kind}:1.3MB/s.`);
  }
  const [rateText = '', list, ...more] = rest.split('@');
  if (more.length > 0 || (list !== undefined && kind !== 'dropouts')) {
    throw new LinkSpecError(`Link "${shape}": outages behind one @ belong to dropouts only.`);
  }
  const rate = withContext('Link rate', () => parseRate(rateText));
  if (rate <= 0) throw new LinkSpecError(`Link rate "${rateText}": expected more than 0.`);
  if (kind === 'constant') return LINK_PRESETS.steady(rate);
  if (kind === 'unstable') return LINK_PRESETS.unstable(rate);
  const outages = list === undefined ? DEFAULT_OUTAGES : parseOutages(list);
  return { ...LINK_PRESETS.dropouts(rate), outages };
}

function formatShape(spec: LinkSpec): string {
  const { kind, curve } = spec;
  switch (kind) {
    case 'unlimited':
      return kind;
    case 'trace':
    case 'profile':
      return `${kind}:${spec.name}`;
    case 'steps':
      return `${kind}:${curve ? formatSteps(curve) : '0=0'}`;
    case 'constant':
    case 'dropouts':
    case 'unstable': {
      const outages = spec.outages.length > 0 ? `@${formatOutages(spec.outages)}` : '';
      return `${kind}:${formatRate(spec.rate).replace(' ', '')}${outages}`;
    }
  }
}

function repeated(spec: LinkSpec, periodMs: number): LinkSpec {
  const { curve } = spec;
  if (!curve) return spec;
  if (!Number.isInteger(periodMs) || periodMs <= (curve.fromMs.at(-1) ?? 0)) {
    throw new LinkSpecError(
      `Link option "repeat": expected whole milliseconds behind the last step.`,
    );
  }
  const { latencyMs, jitterMs } = spec;
  return { ...stepsSpec({ ...curve, periodMs }), latencyMs, jitterMs };
}
