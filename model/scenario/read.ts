import type { CurveOf } from '../link/types';
import { checkShape } from '../yaml-file/check-shape';
import { nearestName } from '../yaml-file/nearest';
import { parseYaml } from '../yaml-file/parse-yaml';
import { capped, shortened } from '../yaml-file/problem';
import { compile } from './compile';
import { EVENT_NAMES } from './events';
import { knownKeys } from './known-keys';
import { MAX_SCENARIO_CHARS, scenarioFileSchema } from './schema';
import type { ScenarioProblem, ScenarioResult } from './types';

/**
 * Reads the text of a scenario file; never throws, whatever the text is: what it gives is a scenario or at least one
 * problem with its line and column. `curveOf` finds the curve of the link's trace or profile.
 */
export function readScenario(text: string, curveOf: CurveOf): ScenarioResult {
  const refused = (problems: ScenarioProblem[]): ScenarioResult => ({
    ok: false,
    problems: capped(problems),
  });
  if (text.length > MAX_SCENARIO_CHARS) {
    const params = { most: String(MAX_SCENARIO_CHARS) };
    return refused([{ line: 1, column: 1, code: 'tooLong', params }]);
  }
  const yaml = parseYaml(text);
  if (!yaml.ok) return refused(yaml.problems);
  const shape = checkShape(yaml.map, {
    schema: scenarioFileSchema,
    keysOf: knownKeys,
    special: mistypedEvent,
  });
  if (!shape.ok) return refused(shape.problems);
  const compiled = compile(shape.value, { at: yaml.map.at, curveOf });
  return 'scenario' in compiled
    ? { ok: true, scenario: compiled.scenario }
    : refused(compiled.problems);
}

function mistypedEvent(
  expected: string,
  found: unknown,
): { code: 'unknownEvent'; params: Record<string, string> } | null {
  if (expected !== 'event' || typeof found !== 'string') return null;
  const [name = ''] = /^[^(]*/.exec(found) ?? [];
  const near = nearestName(name.trim(), EVENT_NAMES);
  if (near === null || near === name.trim()) return null;
  return { code: 'unknownEvent', params: { found: shortened(found), near } };
}
