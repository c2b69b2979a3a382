import type { z } from 'zod';
import { nearestName } from './nearest';
import type { YamlMap } from './parse-yaml';
import { shortened, type FileProblem, type YamlProblemCode } from './problem';

/** More problems than these are not even looked at. */
const MAX_ISSUES = 100;

interface Shape<T, Code extends string> {
  schema: z.ZodType<T>;
  /** The keys that the map at a path may have. */
  keysOf: (path: readonly PropertyKey[]) => readonly string[];
  /** What else is said of a value that is not what was expected; null for the usual sentence. */
  special?: (
    expected: string,
    found: unknown,
  ) => { code: Code; params: Record<string, string> } | null;
}

export type ShapeResult<T, Code extends string> =
  { ok: true; value: T } | { ok: false; problems: FileProblem<Code | YamlProblemCode>[] };

/**
 * Holds a YAML map against a schema. Every error of the schema is the name of what was expected; one with
 * `params.problem` is the code of the problem itself.
 */
export function checkShape<T, Code extends string = never>(
  map: YamlMap,
  shape: Shape<T, Code>,
): ShapeResult<T, Code> {
  const parsed = shape.schema.safeParse(map.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.slice(0, MAX_ISSUES);
  return { ok: false, problems: issues.flatMap((issue) => problemsOf(issue, map, shape)) };
}

function problemsOf<T, Code extends string>(
  issue: z.core.$ZodIssue,
  map: YamlMap,
  { keysOf, special }: Shape<T, Code>,
): FileProblem<Code | YamlProblemCode>[] {
  const { path } = issue;
  const key = String(path.findLast((part) => typeof part === 'string') ?? '');
  const place = map.at(path);
  if (issue.code === 'unrecognized_keys') {
    const keys = keysOf(path);
    return issue.keys.map((unknown) => {
      const near = nearestName(unknown, keys);
      const code = near === null ? 'unknownKey' : 'unknownKeyNear';
      const params = { key: shortened(unknown), near: near ?? '', keys: keys.join(', ') };
      return { ...map.keyAt(path, unknown), code, params };
    });
  }
  if (issue.code === 'custom' && issue.params?.['problem']) {
    return [{ ...place, code: issue.message as Code, params: {} }];
  }
  const found = foundAt(map.value, path);
  const expected = issue.message;
  if (found === undefined) return [{ ...place, code: 'missing', params: { key, expected } }];
  const more = special?.(expected, found);
  if (more) return [{ ...place, ...more }];
  return [
    { ...place, code: 'expected', params: { key, expected, found: shortened(shown(found)) } },
  ];
}

function foundAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part))
      return undefined;
    found = (found as Record<PropertyKey, unknown>)[part];
  }
  return found ?? null;
}

function shown(found: unknown): string {
  if (typeof found === 'string') return found;
  return JSON.stringify(found) ?? String(found);
}
