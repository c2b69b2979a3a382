import { lanesOf } from '../delivery/rules';
import { DEFAULT_SETTINGS, settingsProblems } from '../delivery/settings';
import { METHODS, type BaseMethod, type Method } from '../delivery/types';
import { DEFAULT_LINK, formatLinkSpec, parseLinkSpec } from '../link/spec/spec';
import type { CurveOf, LinkSpec } from '../link/types';
import { messageOf } from '../message-of';
import type { StageChange } from '../run/marks';
import { SAMPLE_FIT } from '../run/fit';
import type { RunSettings } from '../run/schema';
import { isServerEvent, methodOf } from './events';
import { takesRateSteps, withRateSteps, type RateStep } from '../link/rate-steps';
import { liveSettingsOf } from './live-settings';
import type { ScenarioFile, ScenarioFileStep, ScenarioText } from './schema';
import type { Scenario, ScenarioProblem, ScenarioStep, Texts } from './types';

interface Context {
  /** Where the value at a path stands in the file. */
  at: (path: readonly PropertyKey[]) => { line: number; column: number };
  curveOf: CurveOf;
}

/** What a file's schema cannot say of it: which of its parts go together. The scenario, or every problem at once. */
export function compile(
  file: ScenarioFile,
  context: Context,
): { scenario: Scenario } | { problems: ScenarioProblem[] } {
  const problems: ScenarioProblem[] = [];
  const refuse: Refuse = (path, code, params = {}) =>
    problems.push({ ...context.at(path), code, params });
  const languages = file.languages ?? ['en'];
  const [language = 'en'] = languages;
  const texts = (text: ScenarioText, path: readonly PropertyKey[]): Texts => {
    if (typeof text === 'string') return { [language]: text };
    for (const tag of Object.keys(text)) {
      if (!languages.includes(tag)) {
        refuse([...path, tag], 'language', { tag, languages: languages.join(', ') });
      }
    }
    if (text[language] === undefined) refuse(path, 'noFirstLanguage', { language });
    return text;
  };
  const methods = METHODS.filter((method) => file.methods?.includes(method) ?? true);
  const settings = settingsOf(file, methods, refuse);
  const seed = file.seed ?? 1;
  const steps = file.steps.map((step, i) => compiledStep(step, i, { context, texts }));
  checkOrder(file.steps, refuse);
  checkLanes(file.steps, lanesOf(settings), refuse);
  checkRoom(file, refuse);
  const link = linkOf(file, seed, context.curveOf, refuse);
  const endless = !file.steps.some(({ end }) => end) && settings.untilMs === null;
  const media = file.media ?? { kind: 'sample', seconds: 100 };
  if (media.kind === 'camera') {
    if (endless) refuse(['media'], 'endless');
    if (settings.speed !== 1 || settings.verify) refuse(['settings'], 'camera');
  }
  const title = texts(file.title, ['title']);
  if (problems.length > 0 || !link) return { problems };
  const fit = file.settings?.fit === true ? givenFields(file) : null;
  const stage = file.stage ?? 'room';
  const server = serverOf(file);
  return { scenario: { title, languages, media, settings, fit, link, seed, stage, server, steps } };
}

type Refuse = (
  path: readonly PropertyKey[],
  code: ScenarioProblem['code'],
  params?: Record<string, string>,
) => void;

function settingsOf(
  { settings = {}, steps }: ScenarioFile,
  methods: BaseMethod[],
  refuse: Refuse,
): Scenario['settings'] {
  const ends = steps.map(({ at, end }) => (at !== undefined && end ? at : Infinity));
  const endMs = Math.min(settings.until ?? Infinity, ...ends);
  const given = {
    chunkBytes: settings.chunk,
    prefetchBytes: settings.prefetch,
    resumeBytes: settings.resume,
    maxAheadBytes: settings['max-ahead'],
    streamingAheadBytes: settings['streaming-ahead'],
    readAheadChunks: settings['read-ahead'],
    backpressureOff: settings['backpressure-off'],
    readRate: settings['read-rate'],
    memoryCapBytes: settings['memory-cap'],
    consumeRate: settings['consume-rate'],
  };
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  const all: RunSettings = {
    ...DEFAULT_SETTINGS,
    consumeRate: SAMPLE_FIT.sizes.consumeRate,
    ...Object.fromEntries(named),
    methods,
    speed: settings.speed ?? 1,
    untilMs: endMs < Infinity ? endMs : null,
    verify: settings.verify === true,
  };
  const live = liveSettingsOf(settings, refuse);
  if (live) all.live = live;
  if (settings.fit !== true) {
    for (const { field, code, params } of settingsProblems(all)) {
      refuse(['settings', KEY_OF[field]], 'settings', { code, ...params });
    }
  }
  return all;
}

const KEY_OF = {
  chunkBytes: 'chunk',
  prefetchBytes: 'prefetch',
  resumeBytes: 'resume',
  maxAheadBytes: 'max-ahead',
  streamingAheadBytes: 'streaming-ahead',
  readAheadChunks: 'read-ahead',
  backpressureOff: 'backpressure-off',
  readRate: 'read-rate',
  memoryCapBytes: 'memory-cap',
  consumeRate: 'consume-rate',
} as const;

/** What a fit leaves as the file says it. */
function givenFields({ settings = {}, link }: ScenarioFile): string[] {
  const fields = Object.entries(KEY_OF).filter(([, key]) => settings[key] !== undefined);
  return [...fields.map(([field]) => field), ...(link === undefined ? [] : ['link'])];
}

/** The link's SPEC with the steps of its rate in it; null when it cannot be one. */
function linkOf(file: ScenarioFile, seed: number, curveOf: CurveOf, refuse: Refuse): string | null {
  const rates = file.steps.flatMap(({ at, rate }): RateStep[] =>
    at !== undefined && rate !== undefined ? [{ atMs: at, rate }] : [],
  );
  let spec: LinkSpec;
  try {
    spec = file.link === undefined ? DEFAULT_LINK : parseLinkSpec(file.link, curveOf);
  } catch (error) {
    refuse(['link'], 'link', { reason: messageOf(error) });
    return null;
  }
  const first = file.steps.findIndex(({ rate }) => rate !== undefined);
  if (first === -1) return file.link ?? formatLinkSpec(spec);
  if (!takesRateSteps(spec)) {
    refuse(['steps', first, 'rate'], 'rateNeedsLink');
    return null;
  }
  return rates.length > 0
    ? formatLinkSpec(withRateSteps(spec, seed, rates))
    : (file.link ?? formatLinkSpec(spec));
}

interface StepContext {
  context: Context;
  texts: (text: ScenarioText, path: readonly PropertyKey[]) => Texts;
}

function compiledStep(
  step: ScenarioFileStep,
  i: number,
  { context, texts }: StepContext,
): ScenarioStep {
  const path = ['steps', i];
  const { at, when, after, caption, note, chapter, cut, restore, rate } = step;
  const stage = stageOf(step);
  const { line } = context.at(path);
  return {
    line,
    begins: when ? { when, afterMs: after ?? 0 } : { atMs: at ?? 0 },
    ...(caption !== undefined && {
      caption: caption === 'none' ? null : texts(caption, [...path, 'caption']),
    }),
    ...(note !== undefined && { note: texts(note, [...path, 'note']) }),
    ...(chapter !== undefined && { chapter: texts(chapter, [...path, 'chapter']) }),
    ...(cut !== undefined && { cutMs: cut === true ? Infinity : cut }),
    ...(restore && { restore }),
    // At a time it is in the link already.
    ...(when && rate !== undefined && { rate }),
    ...(step.pause && { pause: true }),
    ...(step.room && { room: step.room }),
    ...(step.clients && { clients: clientsOf(step.clients) }),
    ...(stage && { stage }),
    ...(step.end && { end: true }),
  };
}

function stageOf({ highlight, zoom, prediction }: ScenarioFileStep): StageChange | null {
  const stage: StageChange = {
    ...(highlight !== undefined && { highlight: highlight === 'none' ? null : highlight }),
    ...(zoom !== undefined && { zoom: zoom === 'none' ? null : zoom }),
    ...(prediction !== undefined && { prediction: prediction === 'show' }),
  };
  return Object.keys(stage).length > 0 ? stage : null;
}

const clientsOf = (
  clients: NonNullable<ScenarioFileStep['clients']>,
): NonNullable<ScenarioStep['clients']> =>
  'add' in clients ? { ...clients, kind: clients.kind ?? 'normal' } : clients;

function serverOf({ server, media }: ScenarioFile): Scenario['server'] {
  if (!server) return null;
  const { model, seats = 4, feed = null } = server;
  return { model, seats, feed, opens: media !== undefined };
}

/** What a run of Compare has and the Server room has not. */
const OF_COMPARE = ['methods', 'settings', 'link', 'seed', 'stage'] as const;
const STEPS_OF_COMPARE = ['cut', 'restore', 'rate', 'highlight', 'zoom', 'prediction'] as const;

/** A scenario is of one of two rooms; what it says belongs to that one. */
function checkRoom(file: ScenarioFile, refuse: Refuse): void {
  const { server, steps } = file;
  const wrong = server ? OF_COMPARE.filter((key) => file[key] !== undefined) : [];
  for (const key of wrong) refuse([key], 'notInServer', { key });
  steps.forEach((step, i) => {
    if (step.when && isServerEvent(step.when) !== (server !== undefined)) {
      refuse(['steps', i, 'when'], server ? 'eventOfCompare' : 'eventOfServer');
    }
    if (!server && step.clients) refuse(['steps', i, 'clients'], 'needsServer');
    if (!server) return;
    for (const key of STEPS_OF_COMPARE) {
      if (step[key] !== undefined) refuse(['steps', i, key], 'notInServer', { key });
    }
  });
}

/** Times ascend, and nothing stands behind the end. */
function checkOrder(steps: readonly ScenarioFileStep[], refuse: Refuse): void {
  let latest = -1;
  let endMs = Infinity;
  steps.forEach(({ at, end }, i) => {
    if (at === undefined) return;
    if (at < latest) refuse(['steps', i, 'at'], 'outOfOrder');
    else if (at > endMs) refuse(['steps', i, 'at'], 'behindEnd');
    latest = Math.max(latest, at);
    if (end) endMs = Math.min(endMs, at);
  });
}

function checkLanes(
  steps: readonly ScenarioFileStep[],
  methods: readonly Method[],
  refuse: Refuse,
): void {
  steps.forEach(({ when, highlight }, i) => {
    const named = when ? methodOf(when) : null;
    if (named && !methods.includes(named)) {
      refuse(['steps', i, 'when'], 'laneOff', { lane: named });
    }
    const lane = typeof highlight === 'object' ? highlight.lane : undefined;
    if (lane && !methods.includes(lane)) {
      refuse(['steps', i, 'highlight'], 'laneOff', { lane });
    }
  });
}
