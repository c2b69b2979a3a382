import { stringify } from 'yaml';
import { formatSteps } from '../link/spec/steps';
import { baseMethod } from '../delivery/rules';
import { METHODS } from '../delivery/types';
import { DEFAULT_SETTINGS, settingsProblems, STREAMING_CHUNKS } from '../delivery/settings';
import type { Mark } from '../run/marks';
import type { DownTime, LoggedCurve, RunLog } from '../run/schema';
import { formatBytes, formatDurationMs, formatRate } from '../units';
import { writtenLive } from './live-settings';
import { MAX_CAPTION_CHARS, MAX_STEPS, type ScenarioText } from './schema';

/** Words without which a scenario that is made from a run would have none. */
export interface FromRunWords {
  title: string;
  /** Of the file's first line, a comment. */
  head: string;
  /** Where the delivered file is, as a scenario names it. */
  media: string;
}

/** A step as the file writes it. */
type WrittenStep = Record<string, unknown>;

/**
 * The text of a scenario that runs a logged run again: its settings, its link and seed, what a hand cut, and what was
 * marked in it by a person or by a scenario. The captions of the rules come by themselves.
 */
export function scenarioOfRun(log: RunLog, { title, head, media }: FromRunWords): string {
  const { settings, link, lanes, marks } = log;
  const cuts = link.outages.filter(({ byHand }) => byHand);
  const timed = [
    ...cuts.map((cut) => ({ atMs: cut.fromMs, step: cutStep(cut) })),
    ...marks.flatMap((mark) => {
      const step = markStep(mark);
      return step ? [{ atMs: mark.tMs, step }] : [];
    }),
  ].sort((a, b) => a.atMs - b.atMs);
  const steps: WrittenStep[] = timed
    .slice(0, MAX_STEPS - 1)
    .map(({ atMs, step }) => ({ at: time(atMs), ...step }));
  const allOver = lanes.every(({ state }) => state === 'ended' || state === 'failed');
  if (!allOver || steps.length === 0) steps.push({ at: time(log.lengthMs), end: true });
  const languages = languagesOf(marks);
  const text = stringify(
    {
      title: languages.length > 1 ? { [languages[0] ?? 'en']: title } : title,
      ...(languages.length > 1 && { languages }),
      media,
      methods: METHODS.filter((method) => lanes.some((lane) => baseMethod(lane.method) === method)),
      settings: writtenSettings(settings),
      link: writtenLink(link),
      seed: link.seed,
      steps,
    },
    { lineWidth: 100, aliasDuplicateObjects: false },
  );
  return `# ${head.replace(/\s+/g, ' ')}\n${text}`;
}

function writtenSettings(settings: RunLog['settings']): Record<string, unknown> {
  const { resumeBytes, streamingAheadBytes, speed, verify, live } = settings;
  const size = (bytes: number): string => formatBytes(bytes).replace(' ', '');
  // Sizes that go together with a short source alone are taken as they are only where they are fitted to it.
  const fit = settingsProblems(settings).length > 0;
  const streaming = streamingAheadBytes ?? STREAMING_CHUNKS * settings.chunkBytes;
  return {
    ...(fit && { fit }),
    chunk: size(settings.chunkBytes),
    prefetch: size(settings.prefetchBytes),
    ...(resumeBytes !== null && { resume: size(resumeBytes) }),
    'max-ahead': size(settings.maxAheadBytes),
    ...((fit || streamingAheadBytes !== null) && { 'streaming-ahead': size(streaming) }),
    ...(settings.readAheadChunks !== DEFAULT_SETTINGS.readAheadChunks && {
      'read-ahead': settings.readAheadChunks,
    }),
    ...(settings.backpressureOff !== null && {
      'backpressure-off': settings.backpressureOff,
      'read-rate': formatRate(settings.readRate).replace(' ', ''),
      'memory-cap': size(settings.memoryCapBytes),
    }),
    'consume-rate': formatRate(settings.consumeRate).replace(' ', ''),
    ...(speed !== 1 && { speed }),
    ...(verify && { verify }),
    ...(live && writtenLive(live, time)),
  };
}

/** A trace is a file of somebody else's; what the run used of it is written as steps. */
function writtenLink({ spec, curve, latencyMs }: RunLog['link']): string {
  if (!curve || !/^\s*trace\s*:/.test(spec)) return spec;
  return `steps:${formatSteps(columnsOf(curve))};latency=${time(latencyMs)}`;
}

const columnsOf = ({ fromMs, rate }: LoggedCurve): Parameters<typeof formatSteps>[0] => ({
  fromMs: Float64Array.from(fromMs),
  rate: Float64Array.from(rate),
  periodMs: Infinity,
});

const cutStep = ({ fromMs, toMs, lasts }: DownTime): WrittenStep => ({
  cut: lasts ? true : time(rounded(toMs) - rounded(fromMs)),
});

/** The languages of what was marked; first the one that every text of several languages has. */
function languagesOf(marks: readonly Mark[]): string[] {
  const texts = marks.filter(({ from }) => from !== 'rule').map(({ text }) => Object.keys(text));
  const tags = [...new Set(texts.flat())];
  const several = texts.filter(({ length }) => length > 1);
  const first = tags.find((tag) => several.every((text) => text.includes(tag)));
  return first === undefined ? tags : [first, ...tags.filter((tag) => tag !== first)];
}

/** What a person or a scenario marked; null for what the rules say by themselves. */
function markStep({ kind, text, from, chapter, stage, note, pause }: Mark): WrittenStep | null {
  if (from === 'rule') return null;
  const written: WrittenStep = {
    ...(kind === 'caption' && textOf('caption', text, MAX_CAPTION_CHARS)),
    ...(kind === 'note' && textOf('note', text)),
    ...(kind === 'chapter' && textOf('chapter', chapter === undefined ? text : { en: chapter })),
    ...(note && textOf('note', note)),
    ...((pause || kind === 'breakpoint') && { pause: true }),
    ...(stage?.highlight !== undefined && { highlight: stage.highlight ?? 'none' }),
    ...(stage?.zoom !== undefined && { zoom: stage.zoom ?? 'none' }),
    ...(stage?.prediction !== undefined && { prediction: stage.prediction ? 'show' : 'hide' }),
  };
  return Object.keys(written).length > 0 ? written : null;
}

/** A text of one language stands alone; the file's first language is that of the first text. */
function textOf(
  key: string,
  texts: Readonly<Record<string, string>>,
  most = 1000,
): Record<string, ScenarioText> {
  const all = Object.entries(texts).map(([tag, text]) => [tag, text.slice(0, most)] as const);
  const [first] = all;
  if (!first?.[1]) return {};
  return { [key]: all.length === 1 ? first[1] : Object.fromEntries(all) };
}

/** To the microsecond, as links have it. */
const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;

function time(ms: number): string {
  return formatDurationMs(rounded(ms)).replace(' ', '');
}
