import { checkShape } from '../yaml-file/check-shape';
import { parseYaml } from '../yaml-file/parse-yaml';
import { capped } from '../yaml-file/problem';
import {
  hideSchema,
  MAX_PROFILE_CHARS,
  profileFileSchema,
  type Profile,
  type ProfileProblem,
} from './schema';

export type ProfileResult =
  { ok: true; profile: Profile } | { ok: false; problems: ProfileProblem[] };

/**
 * Reads the text of a teacher's profile, YAML or JSON; never throws, whatever the text is: what it gives is a profile or
 * at least one problem with its line and column.
 */
export function readProfile(text: string): ProfileResult {
  const refused = (problems: ProfileProblem[]): ProfileResult => ({
    ok: false,
    problems: capped(problems),
  });
  if (text.length > MAX_PROFILE_CHARS) {
    const params = { most: String(MAX_PROFILE_CHARS) };
    return refused([{ line: 1, column: 1, code: 'tooLong', params }]);
  }
  const yaml = parseYaml(text);
  if (!yaml.ok) return refused(yaml.problems);
  const keysOf = (path: readonly PropertyKey[]): string[] =>
    Object.keys(path.length === 0 ? profileFileSchema.shape : hideSchema.shape);
  const shape = checkShape(yaml.map, { schema: profileFileSchema, keysOf });
  if (!shape.ok) return refused(shape.problems);
  const { title, hide } = shape.value;
  return { ok: true, profile: { title, rooms: hide.rooms ?? [], controls: hide.controls ?? [] } };
}
