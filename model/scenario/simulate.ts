import { createLink } from '../link/link';
import { withRateSteps, type RateStep } from '../link/rate-steps';
import type { LinkSpec, Outage } from '../link/types';
import type { SourceShape } from '../media/types';
import type { Mark } from '../run/marks';
import type { DownTime, LaneLog } from '../run/schema';
import { simulate } from '../run/simulate';
import { StepMarks } from './step-marks';
import { StepRunner, type Due, type MissingStep } from './step-runner';
import type { Scenario, ScenarioStep } from './types';

/** What a scenario is simulated over: its link as it was resolved, and its source. */
export interface SimulatedScenario {
  scenario: Pick<Scenario, 'steps' | 'settings' | 'seed'>;
  link: LinkSpec;
  media: SourceShape;
}

/** What the model says comes of a scenario. */
export interface ScenarioOutcome {
  lanes: LaneLog[];
  /** The link's own and the scenario's, joined in time, ms. */
  outages: DownTime[];
  /** What the scenario cut, ascending. */
  cuts: Outage[];
  /** What it changed the rate to, ascending. */
  rates: RateStep[];
  marks: readonly Mark[];
  /** What came, in order. */
  due: Due[];
  missing: MissingStep[];
  /** When the run was over, ms. */
  endMs: number;
}

/**
 * Runs a scenario on the virtual clock. A step that waits for an event may change the link, and what comes after it is
 * then another: the run is simulated again with the changes found so far, each time right for longer, until they stay the same.
 */
export function simulateScenario({ scenario, link, media }: SimulatedScenario): ScenarioOutcome {
  const { steps, settings, seed } = scenario;
  const changing = steps.filter(
    ({ cutMs, restore, rate, end }) => cutMs !== undefined || restore || rate !== undefined || end,
  );
  const mostTurns = 4 * changing.length + 4;
  let plan: Plan = { cuts: [], rates: [], untilMs: settings.untilMs };
  for (let turn = 0; ; turn++) {
    const run = { ...settings, untilMs: plan.untilMs };
    const rated = withRateSteps(link, seed, plan.rates);
    const { cuts } = plan;
    const lanes = simulate({ settings: run, link: rated, media, seed, cuts, chunkTimes: true });
    const endMs = endOf(lanes, plan, steps);
    const outages = downTimes(link, seed, plan.cuts, endMs);
    const runner = new StepRunner(scenario);
    const due = runner.advance({ lanes, outages }, endMs);
    const next = planOf(scenario, due, settings.untilMs);
    if (turn >= mostTurns || samePlan(plan, next)) {
      const marks = new StepMarks();
      for (const each of due) {
        const step = 'step' in each ? steps[each.step] : undefined;
        if (step) marks.came(step, each.tMs);
      }
      marks.end(endMs);
      return {
        ...{ lanes, outages, cuts: plan.cuts, rates: plan.rates, due, endMs },
        marks: marks.marks,
        missing: runner.missing(),
      };
    }
    plan = next;
  }
}

/** When the run is over; lanes that wait for a link that is down wait for the steps that are still to come. */
function endOf(lanes: readonly LaneLog[], plan: Plan, steps: readonly ScenarioStep[]): number {
  const last = Math.max(0, ...lanes.map(lastMs));
  if (lanes.every(({ state }) => state === 'ended' || state === 'failed')) return last;
  if (plan.untilMs !== null) return plan.untilMs;
  const times = steps.map(({ begins }) => ('atMs' in begins ? begins.atMs : 0));
  const restored = plan.cuts.map(({ toMs }) => (toMs === Infinity ? 0 : toMs));
  return Math.max(last, ...times, ...restored);
}

/** What the steps of a scenario do to the run. */
interface Plan {
  cuts: Outage[];
  rates: RateStep[];
  untilMs: number | null;
}

function planOf(
  { steps }: Pick<Scenario, 'steps'>,
  due: readonly Due[],
  untilMs: number | null,
): Plan {
  const cuts: Outage[] = [];
  const rates: RateStep[] = [];
  for (const each of due) {
    const open = cuts.at(-1)?.toMs === Infinity ? cuts.at(-1) : undefined;
    const step = 'step' in each ? steps[each.step] : undefined;
    if (step?.end) return { cuts: ended(cuts, each.tMs), rates, untilMs: each.tMs };
    if (step?.rate !== undefined) rates.push({ atMs: each.tMs, rate: step.rate });
    if (open && ('restore' in each || step?.restore)) open.toMs = each.tMs;
    if (!open && step?.cutMs !== undefined) cuts.push({ fromMs: each.tMs, toMs: Infinity });
  }
  return { cuts: cuts.filter(({ fromMs, toMs }) => toMs > fromMs), rates, untilMs };
}

/** Cuts that began before the end. */
const ended = (cuts: Outage[], endMs: number): Outage[] =>
  cuts.filter(({ fromMs, toMs }) => fromMs < endMs && toMs > fromMs);

function samePlan(a: Plan, b: Plan): boolean {
  return (
    a.untilMs === b.untilMs &&
    JSON.stringify([a.cuts, a.rates]) === JSON.stringify([b.cuts, b.rates])
  );
}

function downTimes(
  link: LinkSpec,
  seed: number,
  cuts: readonly Outage[],
  endMs: number,
): DownTime[] {
  const own = createLink(link, seed).outagesUntil(endMs);
  const all = [
    ...own.map((outage) => ({ ...outage, byHand: false })),
    ...cuts.map((outage) => ({ ...outage, byHand: true })),
  ];
  return all
    .filter(({ fromMs }) => fromMs <= endMs)
    .map((down) => (down.toMs > endMs ? { ...down, toMs: endMs, lasts: true as const } : down))
    .sort((a, b) => a.fromMs - b.fromMs);
}

const lastMs = ({ events, states }: LaneLog): number =>
  Math.max(events.at(-1)?.tMs ?? 0, states.at(-1)?.tMs ?? 0);
