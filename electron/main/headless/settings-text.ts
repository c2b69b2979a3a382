import { sizeText } from '../../../model/camera/picture';
import { codecOfLive, DEFAULT_LIVE, pictureOf } from '../../../model/camera/types';
import type { CurveOf } from '../../../model/link/types';
import { formatBytes, formatDurationMs, formatRate } from '../../../model/units';
import { BadArgument, readFlags, type FlagValues } from '../../flags/flag-value';
import { quoted, wordsOf } from '../../flags/shell-words';
import type { RunTerms, SettingChange } from '../../ipc/settings-requests';
import { say } from '../../words';
import { readLive } from './camera-flags';
import { behindRun, FLAGS, type Flag, type SettingFlag } from './flags';
import { readSettings } from './settings-from-flags';

/** A longer text is no settings, characters. */
const MAX_CHARS = 20_000;
/** So much of a hostile text stands in the sentence about it at most, characters. */
const MAX_SENTENCE = 300;

/** As it would be typed: without a blank. */
const tight = (text: string): string => text.replaceAll(' ', '');
const size = (bytes: number | null): string | null =>
  bytes === null ? null : tight(formatBytes(bytes));
const time = (ms: number | null): string | null =>
  ms === null ? null : tight(formatDurationMs(ms));

/** What each setting is as its flag takes it; null where the flag is left out. */
const WRITTEN: Record<SettingFlag, (terms: RunTerms) => string | true | null> = {
  link: ({ link }) => link,
  methods: ({ settings }) => settings.methods.join(','),
  chunk: ({ settings }) => size(settings.chunkBytes),
  prefetch: ({ settings }) => size(settings.prefetchBytes),
  resume: ({ settings }) => size(settings.resumeBytes),
  'max-ahead': ({ settings }) => size(settings.maxAheadBytes),
  'streaming-ahead': ({ settings }) => size(settings.streamingAheadBytes),
  'read-ahead': ({ settings }) => String(settings.readAheadChunks),
  'backpressure-off': ({ settings }) => settings.backpressureOff,
  'read-rate': ({ settings }) => tight(formatRate(settings.readRate)),
  'memory-cap': ({ settings }) => size(settings.memoryCapBytes),
  'consume-rate': ({ settings }) => tight(formatRate(settings.consumeRate)),
  record: ({ settings }) => time((settings.live ?? DEFAULT_LIVE).recordS * 1000),
  reserve: ({ settings }) => time((settings.live ?? DEFAULT_LIVE).reserveS * 1000),
  picture: ({ settings }) => sizeText(pictureOf(settings.live)),
  'picture-rate': ({ settings }) => String(pictureOf(settings.live).perSecond),
  turn: ({ settings }) => String(pictureOf(settings.live).turn),
  codec: ({ settings }) => codecOfLive(settings.live),
  'keep-pictures': ({ settings }) => settings.live?.keepPictures === true || null,
  seed: ({ seed }) => String(seed),
  speed: ({ settings }) => String(settings.speed),
  until: ({ settings }) => time(settings.untilMs),
  verify: ({ settings }) => settings.verify || null,
};

const SETTING_FLAGS = Object.keys(WRITTEN) as SettingFlag[];

/** What a run is set to by a text, or by a command line without any flag; throws BadArgument. */
function termsOf(
  values: FlagValues<Flag>,
  { curveOf, sourceBytes }: { curveOf?: CurveOf | undefined; sourceBytes?: number } = {},
): RunTerms {
  const { settings, link, seed } = readSettings(values, curveOf, sourceBytes).request;
  const live = readLive(values);
  return { settings: live ? { ...settings, live } : settings, link, seed };
}

/** One line that says what a run is set to, where that is not what holds without it. */
export function settingsText(terms: RunTerms): string {
  const standard = termsOf({});
  const words = SETTING_FLAGS.flatMap((flag) => {
    const written = WRITTEN[flag](terms);
    if (written === null || written === WRITTEN[flag](standard)) return [];
    return written === true ? [`--${flag}`] : [`--${flag}`, quoted(written)];
  });
  return ['bufferscope', 'run', ...words].join(' ');
}

/** The settings that a text of people describes; throws BadArgument with one sentence for any other text. */
export function settingsFrom(
  text: string,
  about: { curveOf?: CurveOf | undefined; sourceBytes?: number } = {},
): RunTerms {
  if (text.length > MAX_CHARS) throw new BadArgument(say('cli.text.tooLong', { most: MAX_CHARS }));
  const words = wordsOf(text);
  if (!words) throw new BadArgument(say('cli.text.unclosed'));
  const { args, exact } = behindRun(words);
  if (!exact && !words[0]?.startsWith('--')) throw new BadArgument(say('cli.text.none'));
  try {
    const { values, positionals } = readFlags(args, FLAGS);
    const [file] = positionals;
    if (file !== undefined) throw new BadArgument(say('cli.text.noFile', { word: file }));
    const other = Object.keys(values).find((flag) => !(flag in WRITTEN));
    if (other !== undefined) throw new BadArgument(say('cli.text.noSetting', { flag: other }));
    return termsOf(values, about);
  } catch (error) {
    if (!(error instanceof BadArgument) || error.message.length <= MAX_SENTENCE) throw error;
    throw new BadArgument(`${error.message.slice(0, MAX_SENTENCE)}…`);
  }
}

/** In which settings two runs differ, each as its flag takes it; null for what holds without the flag. */
export function settingChanges(before: RunTerms, after: RunTerms): SettingChange[] {
  return SETTING_FLAGS.flatMap((flag) => {
    const [from, to] = [before, after].map(WRITTEN[flag]).map((each) => each ?? null);
    return from === to ? [] : [{ flag, from: wordOf(from), to: wordOf(to) }];
  });
}

const wordOf = (written: string | true | null | undefined): string | null =>
  written === true ? say('cli.text.on') : (written ?? null);
