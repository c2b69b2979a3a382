import { z } from 'zod';
import { line, oneOf } from '../yaml-file/fields';
import type { FileProblem, YamlProblemCode } from '../yaml-file/problem';

/** A profile is no longer than this, characters. */
export const MAX_PROFILE_CHARS = 20_000;

/** Rooms that may be hidden; there is always one left to be in. */
export const HIDEABLE_ROOMS = ['server', 'what-if', 'lessons', 'runs', 'video'] as const;
export type HideableRoom = (typeof HIDEABLE_ROOMS)[number];

/** Controls that may be hidden. */
export const HIDEABLE_CONTROLS = [
  'settings',
  'link-editor',
  'camera',
  'scenarios',
  'video-export',
  'presenter',
  'own-lessons',
  'class-view',
  'print',
] as const;
export type HideableControl = (typeof HIDEABLE_CONTROLS)[number];

const list = <T extends string>(expected: string, word: string, words: readonly [T, ...T[]]) =>
  z.array(oneOf(word, words), { error: expected }).max(20, { error: expected }).optional();

export const hideSchema = z.strictObject(
  {
    rooms: list('rooms', 'hideableRoom', HIDEABLE_ROOMS),
    controls: list('controls', 'hideableControl', HIDEABLE_CONTROLS),
  },
  { error: 'hide' },
);

/** A teacher's preference file: what is hidden for a class. YAML or JSON. */
export const profileFileSchema = z.strictObject(
  {
    title: line.meta({ description: 'What the class is called; it stands beside the way back' }),
    hide: hideSchema,
  },
  { error: 'profile' },
);

/** What is hidden, and for whom. */
export interface Profile {
  title: string;
  rooms: HideableRoom[];
  controls: HideableControl[];
}

export type ProfileProblem = FileProblem<YamlProblemCode | 'tooLong'>;

/** True for a file that is named as profiles are, so that a folder of lessons may hold one. */
export const isProfileFile = (path: string): boolean => /\.profile\.(ya?ml|json)$/i.test(path);
