import { pictureCodecSchema } from '../../../model/camera/recording-kind';
import { pictureWishSchema, sizeIn, TURNS, type PictureWish } from '../../../model/camera/picture';
import {
  DEFAULT_LIVE,
  liveSettingsSchema,
  pictureOf,
  type CameraChoice,
  type LiveSettings,
} from '../../../model/camera/types';
import { formatDurationMs, parseDurationMs } from '../../../model/units';
import { BadArgument, notAmong, textOf, valueOf, type FlagValues } from '../../flags/flag-value';
import { say } from '../../words';
import type { Flag } from './flags';

const PREFIX = 'camera:';
const TEST = 'test';

/** The camera that a word such as "camera:test" names, null for a file; throws BadArgument when it names none. */
export function cameraIn(word: string | null): CameraChoice | null {
  if (!word?.startsWith(PREFIX)) return null;
  const name = word.slice(PREFIX.length).trim();
  if (name === '') throw new BadArgument(say('cli.camera.unnamed'));
  return name === TEST ? { kind: 'test' } : { kind: 'device', name };
}

/** The flags that set a camera's run; a file has no use for them. */
const LIVE_FLAGS = [
  'record',
  'reserve',
  'picture',
  'picture-rate',
  'turn',
  'codec',
  'keep-pictures',
] as const;
const PICTURE_FLAGS = ['picture', 'picture-rate', 'turn'] as const;

/** What these flags say of a camera, each with its default; null when none is there. Throws BadArgument. */
export function readLive(values: FlagValues<Flag>): LiveSettings | null {
  if (LIVE_FLAGS.every((flag) => values[flag] === undefined)) return null;
  const live = {
    recordS: seconds(values, 'record', 'recordS'),
    reserveS: seconds(values, 'reserve', 'reserveS'),
  };
  const asked = PICTURE_FLAGS.some((flag) => values[flag] !== undefined);
  const codec = pictureCodecSchema.options.find((each) => each === values.codec);
  if (values.codec !== undefined && !codec) {
    throw notAmong('codec', pictureCodecSchema.options, textOf(values, 'codec') ?? '');
  }
  return {
    ...live,
    ...(asked && { picture: readPicture(values) }),
    ...(codec && { codec }),
    ...(values['keep-pictures'] === true && { keepPictures: true }),
  };
}

function readPicture(values: FlagValues<Flag>): PictureWish {
  const standard = pictureOf();
  const { shape } = pictureWishSchema;
  const size = valueOf(
    values,
    'picture',
    (text) => {
      const size = sizeIn(text);
      if (!size) throw new BadArgument(say('cli.camera.picture', { value: text }));
      return size;
    },
    { width: standard.width, height: standard.height },
  );
  const perSecond = valueOf(
    values,
    'picture-rate',
    (text) => {
      const read = shape.perSecond.safeParse(text.trim() === '' ? NaN : Number(text));
      if (!read.success) throw new BadArgument(say('cli.camera.pictureRate', { value: text }));
      return read.data;
    },
    standard.perSecond,
  );
  const turn = valueOf(
    values,
    'turn',
    (text) => {
      const found = TURNS.find((each) => String(each) === text);
      if (found === undefined) throw notAmong('turn', TURNS, text);
      return found;
    },
    standard.turn,
  );
  return { ...size, perSecond, turn };
}

/** Throws BadArgument for flags that make no sense with a camera, or with a file. */
export function checkCamera(values: FlagValues<Flag>, camera: CameraChoice | null): void {
  const refuse = (key: string, gaps: Record<string, string> = {}): never => {
    throw new BadArgument(say(`cli.camera.${key}`, gaps));
  };
  if (!camera) {
    const flag = LIVE_FLAGS.find((each) => values[each] !== undefined);
    // In a window a camera may still be chosen by hand.
    if (flag && values.headless) refuse('onlyCamera', { flag });
    return;
  }
  const speed = textOf(values, 'speed') ?? '1';
  if (values.verify) refuse('verify');
  if (speed !== '1') refuse('speed', { speed });
  if (values.as === 'bytes') refuse('bytes');
  if (values['sample-seconds'] !== undefined) refuse('sample');
  if (values.headless && values.until === undefined) refuse('endless');
}

function seconds(
  values: FlagValues<Flag>,
  flag: 'record' | 'reserve',
  field: 'recordS' | 'reserveS',
): number {
  const range = liveSettingsSchema.shape[field];
  return valueOf(
    values,
    flag,
    (text) => {
      const value = parseDurationMs(text) / 1000;
      if (range.safeParse(value).success) return value;
      const [least, most] = [range.minValue, range.maxValue].map((end) =>
        formatDurationMs((end ?? 0) * 1000),
      );
      throw new BadArgument(
        say('cli.camera.range', { flag, least: least ?? '', most: most ?? '', value: text }),
      );
    },
    DEFAULT_LIVE[field],
  );
}
