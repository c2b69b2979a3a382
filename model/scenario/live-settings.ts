import { DEFAULT_PICTURE, sizeText } from '../camera/picture';
import { DEFAULT_LIVE, liveSettingsSchema, pictureOf, type LiveSettings } from '../camera/types';
import { formatDurationMs } from '../units';
import type { ScenarioFile } from './schema';
import type { ScenarioProblem } from './types';

type FileSettings = NonNullable<ScenarioFile['settings']>;

/** What a file sets a camera to, each with its default; null when it says nothing of one. */
export function liveSettingsOf(
  settings: FileSettings,
  refuse: (
    path: readonly PropertyKey[],
    code: ScenarioProblem['code'],
    params: Record<string, string>,
  ) => void,
): LiveSettings | null {
  const { record, reserve, picture, turn, codec } = settings;
  const { 'picture-rate': perSecond, 'keep-pictures': keepPictures } = settings;
  const asked = [picture, perSecond, turn].some((each) => each !== undefined);
  if (!asked && [record, reserve, codec, keepPictures].every((each) => each === undefined)) {
    return null;
  }
  const read = liveSettingsSchema.safeParse({
    recordS: record === undefined ? DEFAULT_LIVE.recordS : record / 1000,
    reserveS: reserve === undefined ? DEFAULT_LIVE.reserveS : reserve / 1000,
    ...(asked && {
      picture: {
        ...DEFAULT_PICTURE,
        ...picture,
        ...(perSecond !== undefined && { perSecond }),
        ...(turn !== undefined && { turn }),
      },
    }),
    ...(codec && { codec }),
    ...(keepPictures && { keepPictures }),
  });
  if (read.success) return read.data;
  // All else has been read by the schema of the file already.
  for (const { path } of read.error.issues) {
    const key = path[0] === 'recordS' ? 'record' : 'reserve';
    const found = formatDurationMs(settings[key] ?? 0);
    refuse(['settings', key], 'expected', { key, expected: key, found });
  }
  return null;
}

/** The same as a file writes it. */
export function writtenLive(
  live: LiveSettings,
  time: (ms: number) => string,
): Record<string, unknown> {
  const { recordS, reserveS, picture, codec, keepPictures } = live;
  const { perSecond, turn } = pictureOf(live);
  return {
    record: time(recordS * 1000),
    reserve: time(reserveS * 1000),
    ...(picture && { picture: sizeText(picture), 'picture-rate': perSecond }),
    ...(turn !== 0 && { turn }),
    ...(codec && { codec }),
    ...(keepPictures && { 'keep-pictures': true }),
  };
}
