import { sizeText } from '../../camera/picture';
import { codecOfLive, liveOf, pictureOf } from '../../camera/types';
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
  'backpressureOff',
  'readRate',
  'memoryCapBytes',
  'consumeRate',
  'reserveS',
  'recordS',
  'picture',
  'pictureRate',
  'turn',
  'codec',
  'keepPictures',
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
  /** Undefined where a run has no use for it, such as a camera for a prefetch in bytes. */
  a: SettingValue | undefined;
  b: SettingValue | undefined;
  /** Both have a use for it, and not the same one. */
  differs: boolean;
}

/** The settings of two runs: those that are always told, then others that differ. */
export function comparedSettings(a: RunLog, b: RunLog): ComparedSetting[] {
  const [ofA, ofB] = [settingsOf(a), settingsOf(b)];
  const compared = (setting: Setting): ComparedSetting => {
    const [one, two] = [ofA[setting], ofB[setting]];
    const isOther = setting === 'media' ? !sameMedia(a, b) : one !== two;
    return { setting, a: one, b: two, differs: isOther && one !== undefined && two !== undefined };
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

function settingsOf({
  settings,
  media,
  link,
  lanes,
}: RunLog): Record<Setting, SettingValue | undefined> {
  const kind = kindOf(media);
  const { recordS, reserveS } = liveOf(settings);
  const picture = pictureOf(liveOf(settings));
  const ofFile = (value: SettingValue) => (kind.endless ? undefined : value);
  const ofCamera = (value: SettingValue) => (kind.endless ? value : undefined);
  return {
    media: media.name,
    link: link.spec,
    seed: link.seed,
    chunkBytes: ofFile(settings.chunkBytes),
    prefetchBytes: ofFile(settings.prefetchBytes),
    resumeBytes: ofFile(settings.resumeBytes),
    maxAheadBytes: ofFile(settings.maxAheadBytes),
    methods: lanes.map(({ method }) => method).join(' '),
    cuts: link.outages.filter(({ byHand }) => byHand).length,
    streamingAheadBytes: ofFile(settings.streamingAheadBytes),
    readAheadChunks: ofFile(settings.readAheadChunks),
    backpressureOff: ofFile(settings.backpressureOff),
    // Both are of use only where a reader does not wait.
    readRate: settings.backpressureOff === null ? undefined : settings.readRate,
    memoryCapBytes: settings.backpressureOff === null ? undefined : settings.memoryCapBytes,
    consumeRate: kind.consumed ? settings.consumeRate : undefined,
    reserveS: ofCamera(reserveS),
    recordS: ofCamera(recordS),
    picture: ofCamera(sizeText(picture)),
    pictureRate: ofCamera(picture.perSecond),
    turn: ofCamera(picture.turn),
    codec: ofCamera(codecOfLive(liveOf(settings))),
    keepPictures: ofCamera(liveOf(settings).keepPictures === true),
    speed: settings.speed,
    untilMs: settings.untilMs,
    verify: settings.verify,
  };
}
