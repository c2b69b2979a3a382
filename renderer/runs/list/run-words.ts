import { rateFigure, secondsFigure, secondsWith, sizeFigure } from '../../../model/figures';
import type { RunLog } from '../../../model/run/schema';
import type { RunSummary } from '../../../model/runs/summary';
import { ownValue } from '../../../model/own-value';
import { parseRate } from '../../../model/units';
import { LANGUAGE_TAG } from '../../../model/language';
import { say, spokenLanguage } from '../../ui/words';

type Named = Pick<RunSummary, 'name' | 'media' | 'link'>;

/** What a run is called: as a person has named it, else by its media and link. */
export function nameOf({ name, media, link }: Named): string {
  if (name !== '') return name;
  return say('runs.named', { media: mediaName(media), link: linkName(link.spec) });
}

/** The same of a run that has been opened. */
export function titleOf(name: string, { media, link }: RunLog): string {
  const camera = media.camera !== undefined;
  return nameOf({ name, media: { ...media, camera }, link: { ...link, cuts: 0 } });
}

/** The name of what was delivered. */
export const mediaName = ({ camera, name }: RunSummary['media']): string =>
  camera ? say('runs.camera') : name;

/** Size and length of what was delivered. */
export function mediaFacts({ media, lengthMs }: Pick<RunSummary, 'media' | 'lengthMs'>): string {
  if (media.camera) return say('runs.cameraLength', { seconds: secondsFigure(lengthMs) });
  const size = sizeFigure(media.deliveredBytes);
  if (media.kind !== 'media') return size;
  return say('runs.mediaSize', { size, seconds: secondsWith(media.durationS, 0) });
}

const SPEC = /^(\w+)(?::([^;@,]*))?/;

/** What people call the link of a run. */
export function linkName(spec: string): string {
  const [, kind = '', named = ''] = SPEC.exec(spec) ?? [];
  if (kind === 'profile') return say(`links.profiles.${named}.title`, { defaultValue: named });
  if (kind === 'trace') return named.split(/[\\/]/).at(-1) ?? say('runs.links.trace');
  return say(`runs.links.${kind}`, { defaultValue: kind });
}

/** Its rate, and what else makes one run of it differ from the next. */
export function linkFacts({ spec, seed, cuts }: RunSummary['link']): string {
  const rate = rateWords(spec);
  if (cuts > 0) return say('runs.linkCuts', { rate, count: cuts });
  const random = /^unstable|;(later|longer|jitter)=/.test(spec);
  return random ? say('runs.linkSeed', { rate, seed }) : rate;
}

function rateWords(spec: string): string {
  const [, kind = '', rate = ''] = SPEC.exec(spec) ?? [];
  const plain = ownValue(PLAIN, kind);
  if (plain !== undefined) return say(plain);
  try {
    return rateFigure(parseRate(rate));
  } catch {
    return '';
  }
}

const PLAIN: Readonly<Record<string, string>> = {
  unlimited: 'runs.noLimit',
  profile: 'runs.profile',
  trace: 'runs.links.trace',
  steps: 'runs.links.steps',
};

const DAY_MS = 24 * 3_600_000;

/** When a run began, as people say it: "Today, 09:42". */
export function whenWords(startedMs: number | null, nowMs: number): string {
  if (startedMs === null) return say('runs.imported');
  const started = new Date(startedMs);
  const time = formatted(started, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (sameDay(started, new Date(nowMs))) return say('runs.today', { time });
  if (sameDay(started, new Date(nowMs - DAY_MS))) return say('runs.yesterday', { time });
  const year = started.getFullYear() === new Date(nowMs).getFullYear() ? {} : YEAR;
  return `${formatted(started, { day: 'numeric', month: 'short', ...year })}, ${time}`;
}

const YEAR = { year: 'numeric' } as const;

/** Dates are written with the day before the month; an English of no country has it the American way. */
const DATES_OF = { ...LANGUAGE_TAG, en: 'en-GB' };

const formatted = (date: Date, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(DATES_OF[spokenLanguage()], how).format(date);

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();
