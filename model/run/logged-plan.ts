import { baseMethod } from '../delivery/rules';
import { METHODS } from '../delivery/types';
import { createLink } from '../link/link';
import { parseLinkSpec } from '../link/spec/spec';
import type { LinkSpec, RateCurve } from '../link/types';
import type { MediaIndex } from '../media/index-map';
import type { MediaInfo } from '../media/types';
import { kindOf } from '../source/kinds';
import { rulesOfLane } from './logged-rules';
import type { RunPlan } from './run-plan';
import type { LoggedCurve, RunLog } from './schema';

/** More points of an index tell a picture nothing. */
const MAX_INDEX_POINTS = 1000;

/** More steps of a curve than this are joined two by two. */
const MAX_CURVE_STEPS = 20_000;

/** What a log holds of a source; MediaInfo is one. */
export type LoggableMedia = Pick<
  MediaInfo,
  | 'name'
  | 'bytes'
  | 'kind'
  | 'durationS'
  | 'container'
  | 'codecs'
  | 'prepared'
  | 'deliveredBytes'
  | 'index'
> &
  Partial<
    Pick<
      MediaInfo,
      | 'hasVideo'
      | 'hasAudio'
      | 'camera'
      | 'picture'
      | 'sourcePath'
      | 'sourceChangedMs'
      | 'deliveredPath'
      | 'deliveredChangedMs'
    >
  >;

/** The source of a run as its log holds it; `recorded` is what a camera came to. */
export function loggedMedia(
  media: LoggableMedia,
  deliveredSha256: string | null,
  recorded: { bytes: number; seconds: number } | null = null,
): RunLog['media'] {
  const { deliveredPath, deliveredChangedMs, sourcePath, sourceChangedMs, camera, picture } = media;
  const source =
    sourcePath && sourceChangedMs !== undefined
      ? { path: sourcePath, changedMs: sourceChangedMs }
      : null;
  const deliveredBytes = recorded?.bytes ?? media.deliveredBytes;
  return {
    name: media.name,
    kind: media.kind,
    hasVideo: media.hasVideo ?? false,
    hasAudio: media.hasAudio ?? false,
    ...(camera && { camera }),
    ...(picture && { picture }),
    file:
      deliveredPath && deliveredChangedMs !== undefined
        ? {
            path: deliveredPath,
            bytes: deliveredBytes,
            changedMs: deliveredChangedMs,
            ...(source && { source }),
          }
        : null,
    index: thinIndex(media.index),
    bytes: recorded?.bytes ?? media.bytes,
    durationS: recorded?.seconds ?? media.durationS,
    container: media.container,
    codecs: media.codecs,
    prepared: media.prepared?.note ?? null,
    deliveredBytes,
    deliveredSha256,
  };
}

/** Every so many points of an index, its last, and the one that is furthest from even. */
export function thinIndex(index: MediaIndex): MediaInfo['index'] {
  const last = index.length - 1;
  const end = index[last];
  if (!end || index.length <= MAX_INDEX_POINTS) return [...index];
  const stride = Math.ceil(last / (MAX_INDEX_POINTS - 2));
  const uneven = ({ bytes, seconds }: MediaIndex[number]): number =>
    Math.abs(bytes / end.bytes - seconds / end.seconds);
  const furthest = index.reduce((most, point) => (uneven(point) > uneven(most) ? point : most));
  return index.filter((point, i) => i % stride === 0 || i === last || point === furthest);
}

/** The curve of a trace or a profile as far as a run of this length has used it, ms; null for other links. */
export function loggedCurve(spec: LinkSpec, untilMs: number): LoggedCurve | null {
  if (!spec.curve || (spec.kind !== 'trace' && spec.kind !== 'profile')) return null;
  const { periodMs } = spec.curve;
  let steps = stepsUntil(spec.curve, Math.min(periodMs, untilMs));
  while (steps.fromMs.length > MAX_CURVE_STEPS) steps = joinedSteps(steps);
  return { ...steps, periodMs: periodMs === Infinity ? null : periodMs, meanRate: spec.rate };
}

type Steps = Pick<LoggedCurve, 'fromMs' | 'rate'>;

function stepsUntil({ fromMs, rate }: RateCurve, untilMs: number): Steps {
  const beyond = fromMs.findIndex((from) => from > untilMs);
  const count = beyond === -1 ? fromMs.length : beyond;
  return { fromMs: [...fromMs.subarray(0, count)], rate: [...rate.subarray(0, count)] };
}

/** Two neighbours as one that carries as much; the last stays as it is. */
function joinedSteps({ fromMs, rate }: Steps): Steps {
  const joined: Steps = { fromMs: [], rate: [] };
  for (let i = 0; i < fromMs.length; i += 2) {
    const [from = 0, middle = from, end = middle] = fromMs.slice(i, i + 3);
    const [first = 0, second = first] = rate.slice(i, i + 2);
    const bytes = first * (middle - from) + second * (end - middle);
    joined.fromMs.push(from);
    joined.rate.push(end > from ? bytes / (end - from) : second);
  }
  return joined;
}

/** The plan of a run as its log tells it: what drew the run draws the log. */
export function planOfLog(log: RunLog): RunPlan {
  const methods = METHODS.filter((method) =>
    log.lanes.some((lane) => baseMethod(lane.method) === method),
  );
  const settings = { ...log.settings, methods };
  const kind = kindOf(log.media);
  return {
    media: kind.sized(mediaOfLog(log), settings),
    settings: kind.settings(settings),
    rules: log.lanes.map(rulesOfLane),
    link: createLink(specOfLog(log), log.link.seed),
  };
}

function mediaOfLog(log: RunLog): MediaInfo {
  const { name, camera, picture, file, prepared, ...media } = log.media;
  return {
    id: '',
    name,
    sourcePath: file?.path ?? '',
    deliveredPath: file?.path ?? '',
    mime: '',
    kind: media.kind,
    hasVideo: media.hasVideo,
    hasAudio: media.hasAudio,
    bytes: media.bytes,
    durationS: media.durationS,
    // What plays a file by its address counts from the file's first frame, as positions do.
    startS: 0,
    cover: null,
    container: media.container,
    codecs: media.codecs,
    prepared: prepared === null ? null : { how: 'transcoded', note: prepared, losses: [] },
    deliveredBytes: media.deliveredBytes,
    index: media.index,
    ...(camera && { camera }),
    ...(picture && { picture }),
  };
}

/** The link of a log; one without limits stands for a trace or a profile whose curve the log does not hold. */
function specOfLog({ link: { spec: text, curve, latencyMs } }: RunLog): LinkSpec {
  try {
    const spec = parseLinkSpec(text, () => {
      if (!curve) throw new Error('The log does not hold the curve.');
      return { curve: rateCurveOf(curve), latencyMs };
    });
    return curve ? { ...spec, rate: curve.meanRate } : spec;
  } catch {
    return parseLinkSpec('unlimited');
  }
}

function rateCurveOf({ fromMs, rate, periodMs }: LoggedCurve): RateCurve {
  return {
    fromMs: Float64Array.from(fromMs),
    rate: Float64Array.from(rate),
    periodMs: periodMs ?? Infinity,
  };
}
