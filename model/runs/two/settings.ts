import { liveOf } from '../../camera/types';
import type { RunLog } from '../../run/schema';
import { kindOf } from '../../source/kinds';

/** Settings of a run that are always told: the media, the link, its seed and the sizes. */
export const MAIN_SETTINGS = [
  'media',
  'link',
  'seed',
  'chunkBytes',
  'prefetchBytes',
  'resumeBytes',
  'maxAheadBytes',
] as const;

/** Settings that are told where they differ. */
export const OTHER_SETTINGS = [
  'methods',
  'cuts',
  'streamingAheadBytes',
  'readAheadChunks',
  'consumeRate',
  'reserveS',
  'recordS',
  'speed',
  'untilMs',
  'verify',
] as const;

export type Setting = (typeof MAIN_SETTINGS)[number] | (typeof OTHER_SETTINGS)[number];

/** What a run was set to: a text, or a number in the unit of its name; null is what the setting then means. */
export type SettingValue = string | number | boolean | null;

/** One setting in both runs. */
export interface ComparedSetting {
  setting: Setting;
  a: SettingValue;
  b: SettingValue;
  differs: boolean;
}

/** The settings of two runs: those that are always told, then others that differ. */
export function comparedSettings(a: RunLog, b: RunLog): ComparedSetting[] {
  const [ofA, ofB] = [settingsOf(a), settingsOf(b)];
  const compared = (setting: Setting): ComparedSetting => {
    const [one, two] = [ofA[setting], ofB[setting]];
    const differs =
      setting === 'media' ? mediaKey(a.media) !== mediaKey(b.media) : one.value !== two.value;
    // What one of the runs has no use for makes no difference between them.
    return { setting, a: one.value, b: two.value, differs: differs && (one.used || two.used) };
  };
  return [
    ...MAIN_SETTINGS.map(compared),
    ...OTHER_SETTINGS.map(compared).filter(({ differs }) => differs),
  ];
}

/** True when two runs delivered the same: of two files of one name and size nobody asks more. */
export const sameMedia = (a: RunLog, b: RunLog): boolean => mediaKey(a.media) === mediaKey(b.media);

const mediaKey = ({ kind, name, deliveredBytes, camera }: RunLog['media']): string =>
  JSON.stringify(camera ?? [kind, name, deliveredBytes]);

interface Set {
  value: SettingValue;
  /** False where a run has no use for it. */
  used: boolean;
}

function settingsOf({ settings, media, link, lanes }: RunLog): Record<Setting, Set> {
  const kind = kindOf(media);
  const always = (value: SettingValue): Set => ({ value, used: true });
  const ofCamera = (value: SettingValue): Set => ({ value, used: kind.endless });
  const { recordS, reserveS } = liveOf(settings);
  return {
    media: always(media.name),
    link: always(link.spec),
    seed: always(link.seed),
    chunkBytes: { value: settings.chunkBytes, used: !kind.endless },
    prefetchBytes: { value: settings.prefetchBytes, used: !kind.endless },
    resumeBytes: { value: settings.resumeBytes, used: !kind.endless },
    maxAheadBytes: { value: settings.maxAheadBytes, used: !kind.endless },
    methods: always(lanes.map(({ method }) => method).join(' ')),
    cuts: always(link.outages.filter(({ byHand }) => byHand).length),
    streamingAheadBytes: { value: settings.streamingAheadBytes, used: !kind.endless },
    readAheadChunks: { value: settings.readAheadChunks, used: !kind.endless },
    consumeRate: { value: settings.consumeRate, used: kind.consumed },
    reserveS: ofCamera(reserveS),
    recordS: ofCamera(recordS),
    speed: always(settings.speed),
    untilMs: always(settings.untilMs),
    verify: always(settings.verify),
  };
}
