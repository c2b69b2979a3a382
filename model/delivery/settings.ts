import { formatBytes } from '../units';
import type { DeliverySettings } from './types';

/** What a run is set to before anybody changes it; sizes in bytes. */
export const DEFAULT_SETTINGS: Readonly<DeliverySettings> = {
  chunkBytes: 1_000_000,
  prefetchBytes: 10_000_000,
  resumeBytes: null,
  maxAheadBytes: 20_000_000,
  streamingAheadBytes: null,
  readAheadChunks: 0,
  backpressureOff: null,
  readRate: 12_000_000,
  memoryCapBytes: 300_000_000,
};

/** Least chunk of a source of a hundred of them or more, and largest chunk, bytes. */
export const CHUNK_MIN = 1024;
export const CHUNK_MAX = 16 * 1024 * 1024;

/** The least chunk of a source of this many bytes: a short one may be cut into a hundred all the same. */
export function chunkMin(sourceBytes: number): number {
  return Math.max(1, Math.min(CHUNK_MIN, Math.floor(sourceBytes / 100)));
}

/** Chunk sizes worth choosing from, bytes, ascending; the default is one of them. */
export const CHUNK_STEPS: readonly number[] = [
  CHUNK_MIN,
  4096,
  16_384,
  65_536,
  262_144,
  500_000,
  1_000_000,
  2_000_000,
  4_000_000,
  8_000_000,
  CHUNK_MAX,
];

/** Streaming needs one chunk to play from and one on the link. */
export const STREAMING_CHUNKS = 2;

/** The most chunks that can be read ahead. */
export const READ_AHEAD_MAX = 1000;

/** A memory cap lies between what a small process takes at rest and what a computer can miss, bytes. */
export const MEMORY_CAP_MIN = 50_000_000;
export const MEMORY_CAP_MAX = 4_000_000_000;

/** Why settings cannot go together; each code has its sentence in words, "settings.problems". */
export type SettingsProblemCode =
  | 'not-a-size'
  | 'chunk-range'
  | 'read-ahead-range'
  | 'read-rate-range'
  | 'memory-cap-range'
  | 'ahead-below-chunk'
  | 'prefetch-does-not-fit'
  | 'resume-does-not-fit'
  | 'streaming-below-two-chunks';

/** One setting that has to change, and the sizes (as text) that its sentence names. */
export interface SettingsProblem {
  field: keyof DeliverySettings;
  code: SettingsProblemCode;
  params: Record<string, string>;
}

/**
 * What cannot combine, empty when all is well. With the size of the source (bytes), limits that the
 * whole source fits below are not held against the settings.
 */
export function settingsProblems(
  settings: DeliverySettings,
  sourceBytes = Infinity,
): SettingsProblem[] {
  const broken = FIELDS.filter((field) => !isSize(settings[field]));
  if (broken.length > 0) {
    return broken.map((field) => ({ field, code: 'not-a-size', params: {} }));
  }
  const { chunkBytes: chunk } = settings;
  const least = chunkMin(sourceBytes);
  if (chunk < least || chunk > CHUNK_MAX) {
    const params = sizes({ chunk, least, most: CHUNK_MAX });
    return [{ field: 'chunkBytes', code: 'chunk-range', params }];
  }
  if (!Number.isInteger(settings.readAheadChunks) || settings.readAheadChunks > READ_AHEAD_MAX) {
    const params = { chunks: String(settings.readAheadChunks), most: String(READ_AHEAD_MAX) };
    return [{ field: 'readAheadChunks', code: 'read-ahead-range', params }];
  }
  if (settings.readRate < 1) return [{ field: 'readRate', code: 'read-rate-range', params: {} }];
  const { memoryCapBytes: cap } = settings;
  if (cap < MEMORY_CAP_MIN || cap > MEMORY_CAP_MAX) {
    const params = sizes({ cap, least: MEMORY_CAP_MIN, most: MEMORY_CAP_MAX });
    return [{ field: 'memoryCapBytes', code: 'memory-cap-range', params }];
  }
  return [...bufferingProblems(settings, sourceBytes), ...streamingProblems(settings, sourceBytes)];
}

const FIELDS = [
  'chunkBytes',
  'prefetchBytes',
  'resumeBytes',
  'maxAheadBytes',
  'streamingAheadBytes',
  'readAheadChunks',
  'readRate',
  'memoryCapBytes',
] as const;

function isSize(value: number | null): boolean {
  return value === null || (Number.isSafeInteger(value) && value >= 0);
}

/**
 * Only whole chunks count as received, so of the bytes sent ahead up to one chunk may not count yet:
 * a threshold is certain to be reached only when it leaves room for one chunk.
 */
function bufferingProblems(settings: DeliverySettings, sourceBytes: number): SettingsProblem[] {
  const { chunkBytes: chunk, prefetchBytes: prefetch, resumeBytes: resume } = settings;
  const ahead = settings.maxAheadBytes;
  if (sourceBytes <= ahead) return [];
  if (ahead < chunk) {
    const params = sizes({ ahead, chunk });
    return [{ field: 'maxAheadBytes', code: 'ahead-below-chunk', params }];
  }
  const problems: SettingsProblem[] = [];
  if (prefetch + chunk > ahead) {
    const params = sizes({ prefetch, chunk, ahead, least: prefetch + chunk });
    problems.push({ field: 'prefetchBytes', code: 'prefetch-does-not-fit', params });
  }
  if (resume !== null && resume + chunk > ahead) {
    const params = sizes({ resume, chunk, ahead, least: resume + chunk });
    problems.push({ field: 'resumeBytes', code: 'resume-does-not-fit', params });
  }
  return problems;
}

function streamingProblems(settings: DeliverySettings, sourceBytes: number): SettingsProblem[] {
  const { chunkBytes: chunk, streamingAheadBytes: ahead } = settings;
  const least = STREAMING_CHUNKS * chunk;
  if (ahead === null || ahead >= least || sourceBytes <= ahead) return [];
  const params = sizes({ ahead, chunk, least });
  return [{ field: 'streamingAheadBytes', code: 'streaming-below-two-chunks', params }];
}

function sizes(params: Record<string, number>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, bytes]) => [name, formatBytes(bytes)]),
  );
}
