import { numbersOf } from './draw.mjs';

/** Rates are written in whole kB/s: finer would say more than the statistics do. */
const GRAIN = 1000;

/** What a recipe makes: its statistics, and the rate (bytes per second) from each moment (ms) on, for one period. */
export function makeProfile(recipe) {
  const { seed, periodMs, stepMs, latencyMs, statistics } = recipe;
  const random = numbersOf(seed);
  const { rateAt, silent } = recipe.draw({ random, statistics, periodMs });
  const moments = new Map();
  for (let tMs = 0; tMs < periodMs; tMs += stepMs) {
    moments.set(tMs, Math.max(GRAIN, Math.round((rateAt(tMs) * 1e6) / GRAIN) * GRAIN));
  }
  const steps = [...cut(moments, stepMs, silent)].sort(([a], [b]) => a - b);
  const kept = steps.filter(([, rate], i) => i === 0 || rate !== steps[i - 1][1]);
  return {
    seed,
    statistics,
    latencyMs,
    periodMs,
    fromMs: kept.map(([tMs]) => tMs),
    rate: kept.map(([, rate]) => rate),
  };
}

/** The steps with silence laid over them: behind it the rate is that of the step it ends in. */
function cut(moments, stepMs, silent) {
  const steps = new Map(moments);
  for (const { fromMs, toMs } of silent) {
    for (const tMs of moments.keys()) if (tMs > fromMs && tMs < toMs) steps.delete(tMs);
    steps.set(fromMs, 0);
    steps.set(toMs, moments.get(Math.floor(toMs / stepMs) * stepMs));
  }
  return steps;
}

/** The file of a profile: one line a field, so that a change of its statistics is seen as such. */
export function profileText(profile) {
  const fields = Object.entries(profile).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{\n${fields.join(',\n')}\n}\n`;
}
