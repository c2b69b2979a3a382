import type { Method } from '../../delivery/types';
import {
  bufferFigure,
  growthFigure,
  rateFigure,
  secondsFigure,
  signedFigure,
  sizeFigure,
  stallsFigure,
} from '../../figures';
import { formatBytes } from '../../units';
import type { ComparedLane, Limit, TwoRuns, Verdict } from './compare-two';
import { otherSide, type Difference, type Side } from './differences';
import type { Figure, LaneFigures } from './lane-figures';
import type { Setting, SettingValue } from './settings';

/** Who writes the words of two runs: the window or the command line. */
export interface Words {
  say: (key: string, gaps?: Record<string, string | number>) => string;
  /** "Buffering and Streaming". */
  list: (items: readonly string[]) => string;
}

/** What is said of two runs: what leads, and all that has to be known besides, each a sentence. */
export function verdictWords(
  { verdict, limits, toleranceMs }: Pick<TwoRuns, 'verdict' | 'limits' | 'toleranceMs'>,
  words: Words,
): { lead: string; rest: string[] } {
  const rest = limits.map((limit) => limitWords(limit, words));
  if (verdict.says !== 'differ') {
    const tolerance = secondsFigure(toleranceMs);
    return { lead: words.say(`twoRuns.lead.${verdict.says}`, { tolerance }), rest };
  }
  const same = verdict.same.map((method) => words.say(`lanes.methods.${method}`));
  if (same.length > 0) {
    const gaps = { count: same.length, methods: words.list(same) };
    rest.unshift(words.say('twoRuns.sameLanes', gaps));
  }
  return { lead: leadWords(verdict, words), rest };
}

function leadWords(
  { method, first, then }: Extract<Verdict, { says: 'differ' }>,
  words: Words,
): string {
  const how = then === null ? 'first' : then.by === first.by ? 'then' : 'other';
  return words.say(`twoRuns.lead.${how}`, {
    method: words.say(`lanes.methods.${method}`),
    by: sideWord(first.by, words),
    first: doesWords(first, words),
    ...(then && { other: sideWord(then.by, words), then: doesWords(then, words) }),
  });
}

/** "A" or "B". */
export const sideWord = (side: Side, { say }: Words): string => say(`twoRuns.${side}`);

function doesWords(difference: Difference, words: Words): string {
  const other = sideWord(otherSide(difference.by), words);
  if (difference.event === 'figure') {
    const { figure, more } = difference;
    return words.say(`twoRuns.does.figure.${figure}`, { more: FIGURE_WORDS[figure](more) });
  }
  const { event, atMs } = difference;
  const gaps = {
    other,
    at: secondsFigure(atMs),
    ...('lessMs' in difference && { less: secondsFigure(difference.lessMs) }),
    ...('moreMs' in difference && { more: secondsFigure(difference.moreMs) }),
  };
  const way = event === 'stalls-alone' ? `.${difference.other}` : '';
  return words.say(`twoRuns.does.${event}${way}`, gaps);
}

/** A size of a figure without its sign. */
const FIGURE_WORDS: Record<Figure, (value: number) => string> = {
  startup: secondsFigure,
  stalls: secondsFigure,
  least: bufferFigure,
  ends: secondsFigure,
  memory: sizeFigure,
};

function limitWords(limit: Limit, words: Words): string {
  const { say, list } = words;
  switch (limit.limit) {
    case 'no-method':
      return say('twoRuns.limits.no-method');
    case 'only': {
      const methods = limit.methods.map((method: Method) => say(`lanes.methods.${method}`));
      const gaps = { of: sideWord(limit.of, words), methods: list(methods) };
      return say('twoRuns.limits.only', gaps);
    }
    case 'stretch': {
      const gaps = { of: sideWord(limit.of, words), at: secondsFigure(limit.untilMs) };
      return say('twoRuns.limits.stretch', gaps);
    }
    case 'kinds':
    case 'files': {
      const isKinds = limit.limit === 'kinds';
      const named = (what: string): string =>
        isKinds ? say(`twoRuns.kinds.${what}`, { defaultValue: what }) : what;
      const figures = list(limit.figures.map((figure) => say(`twoRuns.unnamed.${figure}`)));
      const gaps = { a: named(limit.a), b: named(limit.b), figures };
      const all = isKinds ? 'kindsAll' : 'sameRate';
      return say(`twoRuns.limits.${limit.figures.length > 0 ? limit.limit : all}`, gaps);
    }
  }
}

/** A figure of one run as people read it; empty where there is none. */
export function figureWord(figures: LaneFigures, figure: Figure): string {
  const value = figures[figure];
  if (value === null) return '';
  if (figure === 'stalls') return stallsFigure(figures.stallCount, value);
  return figure === 'memory' ? growthFigure(value) : FIGURE_WORDS[figure](value);
}

/** "−4.6 s", "same", or empty where the two cannot be compared. */
export function lessWord(lane: ComparedLane, figure: Figure, { say }: Words): string {
  const less = lane.less[figure];
  if (less === null) return '';
  return lane.same[figure] ? say('twoRuns.same') : signedFigure(less, FIGURE_WORDS[figure]);
}

/** What a run was set to, as people read it; empty where it has no use for the setting. */
export function settingWord(
  setting: Setting,
  value: SettingValue | undefined,
  { say, list }: Words,
): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return say(`twoRuns.values.${value ? 'yes' : 'no'}`);
  if (value === null) return say(NULL_WORDS[setting] ?? 'twoRuns.values.no');
  if (setting === 'methods') {
    const methods = String(value).split(' ');
    return list(methods.map((method) => say(`lanes.methods.${method}`)));
  }
  if (setting === 'backpressureOff') return say(`lanes.methods.${value}`);
  if (typeof value === 'string') return value;
  switch (setting) {
    case 'chunkBytes':
    case 'prefetchBytes':
    case 'resumeBytes':
    case 'maxAheadBytes':
    case 'streamingAheadBytes':
    case 'memoryCapBytes':
      return formatBytes(value);
    case 'consumeRate':
    case 'readRate':
      return rateFigure(value);
    case 'untilMs':
      return secondsFigure(value);
    case 'reserveS':
    case 'recordS':
      return secondsFigure(value * 1000);
    case 'speed':
      return say('twoRuns.values.times', { speed: value });
    case 'readAheadChunks':
      return say('twoRuns.values.chunks', { count: value });
    case 'turn':
      return say('twoRuns.values.degrees', { degrees: value });
    case 'media':
    case 'link':
    case 'seed':
    case 'picture':
    case 'pictureRate':
    case 'codec':
    case 'keepPictures':
    case 'cuts':
    case 'verify':
      return String(value);
  }
}

/** What a setting means that was left open. */
const NULL_WORDS: Partial<Record<Setting, string>> = {
  resumeBytes: 'twoRuns.values.wholePrefetch',
  streamingAheadBytes: 'twoRuns.values.twoChunks',
  untilMs: 'twoRuns.values.toEnd',
};
