import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { profileCurve } from '../../../model/link/profiles';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import type { CurveOf } from '../../../model/link/types';
import type { SourceShape } from '../../../model/media/types';
import type { LaneLog } from '../../../model/run/schema';
import type { Method } from '../../../model/delivery/types';
import { readScenario } from '../../../model/scenario/read';
import { simulateScenario, type ScenarioOutcome } from '../../../model/scenario/simulate';
import type { Scenario } from '../../../model/scenario/types';

export const SCENARIOS = resolve(import.meta.dirname, '../../../assets/scenarios');

/** Profiles are found; a trace is a file, of which there is none here. */
export const curveOf: CurveOf = (kind, name) => {
  if (kind === 'profile') return profileCurve(name);
  throw new Error(`There is no trace "${name}".`);
};

/** 1 MB is 1 s throughout, as in the sample. */
export const SAMPLE: SourceShape = {
  kind: 'media',
  deliveredBytes: 100_000_000,
  index: Array.from({ length: 101 }, (_, i) => ({ bytes: i * 1_000_000, seconds: i })),
};

/** The example text, taken at a rate, bytes per second. */
const text = (consumeRate: number): SourceShape => ({
  kind: 'text',
  deliveredBytes: 100_000,
  index: [
    { bytes: 0, seconds: 0 },
    { bytes: 100_000, seconds: 100_000 / consumeRate },
  ],
});

/** A scenario from its text, which has to be one. */
export function scenarioOf(yaml: string): Scenario {
  const result = readScenario(yaml, curveOf);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.scenario;
}

/** A scenario on the virtual clock. */
export function outcomeOf(scenario: Scenario): ScenarioOutcome {
  const media = scenario.media.kind === 'sample' ? SAMPLE : text(scenario.settings.consumeRate);
  return simulateScenario({ scenario, link: parseLinkSpec(scenario.link, curveOf), media });
}

/** A bundled scenario. */
export const scenarioNamed = (name: string): Scenario =>
  scenarioOf(readFileSync(resolve(SCENARIOS, `${name}.yaml`), 'utf8'));

/** A bundled scenario on the virtual clock. */
export const bundled = (name: string): ScenarioOutcome => outcomeOf(scenarioNamed(name));

/** One lane of an outcome. */
export function laneOf({ lanes }: ScenarioOutcome, method: Method): LaneLog {
  const lane = lanes.find((each) => each.method === method);
  if (!lane) throw new Error(`no lane ${method}`);
  return lane;
}
