import { z } from 'zod';
import type { LaneRules, PlayerState } from '../delivery/types';
import { CAMERA } from '../source/camera/kind';
import { kindOf, SOURCE_KINDS } from '../source/kinds';
import { loggedRules } from './logged-rules';
import {
  laneLogSchema,
  RUN_SCHEMA,
  runLogSchema,
  type LaneLog,
  type RunEvent,
  type RunLog,
  type Sample,
  type StateChange,
} from './schema';

const laneLog1Schema = laneLogSchema.omit({
  rules: true,
  sourceBytes: true,
  states: true,
  chunks: true,
});
type LaneLog1 = z.infer<typeof laneLog1Schema>;

/** The log as it was written before: the picture needed what stood beside it. */
const runLog1Schema = runLogSchema
  .omit({ schema: true, lengthMs: true, ended: true, marks: true })
  .extend({
    media: runLogSchema.shape.media.omit({
      kind: true,
      hasVideo: true,
      hasAudio: true,
      camera: true,
      file: true,
      index: true,
    }),
    link: runLogSchema.shape.link.omit({ latencyMs: true, curve: true }),
    lanes: z.array(laneLog1Schema),
  });
type RunLog1 = z.infer<typeof runLog1Schema>;

/** Why a text is no run log, one sentence. */
export class RunLogError extends Error {
  override readonly name = 'RunLogError';
}

/** Reads a run log of this version or of the one before; throws RunLogError. `json` is what JSON.parse made of it. */
export function parseRunLog(json: unknown): RunLog {
  const version = z.object({ schema: z.string() }).safeParse(json);
  if (!version.success) throw new RunLogError('This is no run log: it names no "schema".');
  const { schema } = version.data;
  if (schema === RUN_SCHEMA) return ofKnownKind(checked(runLogSchema, json));
  if (schema === 'bufferscope.run/1') return migrated(checked(runLog1Schema, json));
  throw new RunLogError(
    `This is no run log that can be read here: its schema is "${schema.slice(0, 60)}", not ${RUN_SCHEMA}.`,
  );
}

function checked<T>(schema: z.ZodType<T>, json: unknown): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.').slice(0, 80) ?? '';
  throw new RunLogError(`This run log is broken at "${where}": ${issue?.message ?? 'unknown'}.`);
}

/** The log under the name of its kind: a camera's was at first called media. Throws RunLogError for one unknown here. */
function ofKnownKind(log: RunLog): RunLog {
  const kind = log.media.camera ? CAMERA.id : log.media.kind;
  if (!SOURCE_KINDS.has(kind)) {
    throw new RunLogError(
      `This run log cannot be drawn here: its source is of a kind, "${kind.slice(0, 60)}", that this version does not know.`,
    );
  }
  return kind === log.media.kind ? log : { ...log, media: { ...log.media, kind } };
}

const AUDIO_CODECS = /aac|mp3|opus|vorbis|flac|pcm|mp4a/i;

/** What /1 does not say is worked out from what it does: even pace through the file, states from events. */
function migrated(log: RunLog1): RunLog {
  const { media, settings } = log;
  const isCamera = log.lanes.some(({ liveDelayMs }) => liveDelayMs !== undefined);
  const { deliveredBytes: bytes, codecs } = media;
  const kind = isCamera ? CAMERA.id : codecs.length > 0 ? 'media' : 'bytes';
  const source = kindOf({ kind });
  const lengthMs = Math.max(0, ...log.lanes.map(lastMs));
  return {
    ...log,
    schema: RUN_SCHEMA,
    lengthMs,
    ended: true,
    media: {
      ...media,
      kind,
      hasVideo: codecs.some((codec) => !AUDIO_CODECS.test(codec)),
      hasAudio: codecs.some((codec) => AUDIO_CODECS.test(codec)),
      ...(isCamera && { camera: { kind: 'test' as const } }),
      file: null,
      index: [
        { bytes: 0, seconds: 0 },
        { bytes, seconds: media.durationS },
      ],
    },
    link: { ...log.link, latencyMs: 0, curve: null },
    marks: [],
    lanes: log.lanes.map((lane) => ({
      ...lane,
      rules: loggedRules(
        raised(source.rules(lane.method, settings, { bytes, largestStepBytes: 0 }), lane),
      ),
      sourceBytes: source.endless ? null : bytes,
      states: statesOf(lane.events),
      samples: withHeldBack(lane),
      chunks: [],
    })),
  };
}

/** A limit that had to be raised before the run began stands in its events. */
function raised(rules: LaneRules, { events }: LaneLog1): LaneRules {
  const raise = events.find(({ kind, tMs }) => kind === 'ahead-raised' && tMs === 0);
  if (raise?.bytes === undefined) return rules;
  return { ...rules, maxBufferBytes: raise.bytes, bufferLimitRaised: true };
}

const STATE_OF: Partial<Record<RunEvent['kind'], PlayerState>> = {
  start: 'playing',
  stall: 'rebuffering',
  resume: 'playing',
  pause: 'paused',
  end: 'ended',
  error: 'failed',
};

function statesOf(events: readonly RunEvent[]): StateChange[] {
  const states: StateChange[] = [{ tMs: 0, state: 'starting' }];
  let beneath: PlayerState = 'starting';
  for (const { tMs, kind } of events) {
    const state: PlayerState | undefined = kind === 'continue' ? beneath : STATE_OF[kind];
    if (!state) continue;
    if (state !== 'paused') beneath = state;
    states.push({ tMs, state });
  }
  return states;
}

/** Running out of credit was an event, told by the sample that followed it. */
function withHeldBack({ samples, events }: LaneLog1): Sample[] {
  const moments = events.filter(({ kind }) => kind === 'credit-exhausted').map(({ tMs }) => tMs);
  let next = 0;
  return samples.map((sample) => {
    let held = false;
    for (let at = moments[next]; at !== undefined && at <= sample.tMs; at = moments[++next]) {
      held = true;
    }
    return held ? { ...sample, heldBack: true as const } : sample;
  });
}

const lastMs = ({ samples, events }: Pick<LaneLog, 'samples' | 'events'>): number =>
  Math.max(samples.at(-1)?.tMs ?? 0, events.at(-1)?.tMs ?? 0);
