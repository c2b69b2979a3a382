import type { LaneLog, LanePrediction, RunLog } from '../../../model/run/schema';
import { predictionError, type PredictionError } from '../../../model/run/prediction';
import { headlessRun } from '../headless';
import { naivePrediction } from '../naive-prediction';
import { PREDICTED_SETTINGS } from '../predicted-settings';
import type { Machine } from '../machine';
import type { Finding, Row } from '../row';

/** So near a prediction counts as met: either the time, ms, or the share of what was predicted. */
const STARTUP = { ms: 150, share: 0.03 };
const STALL_TIME = { ms: 300, share: 0.05 };
/** Of the thirty settings, so many have to be met: the share of them that eleven of twelve are. */
const AT_LEAST = 28;

/** One lane of one setting: what was measured, and what two models had said. */
interface Compared {
  setting: string;
  method: LaneLog['method'];
  measured: LanePrediction;
  predicted: LanePrediction;
  naive: LanePrediction;
}

/** Thirty settings run live, each lane beside what the model predicts of it and beside bytes divided by rate. */
export const prediction: Row = {
  name: 'prediction',
  async measure(machine) {
    const lanes: Compared[] = [];
    for (const { name, flags } of PREDICTED_SETTINGS) {
      const compared = compare(name, await headlessRun(machine, flags));
      lanes.push(...compared);
      for (const lane of compared) tell(machine, lane);
    }
    const count = (
      what: string,
      isMet: (measured: LanePrediction, said: LanePrediction) => boolean,
    ) => finding(what, lanes, isMet);
    return [
      count('startup delay within 150 ms or 3 %', (measured, said) =>
        near(measured.startupDelayMs, said.startupDelayMs, STARTUP),
      ),
      count('number of stalls equal', (measured, said) => measured.stallCount === said.stallCount),
      count('stall time within 300 ms or 5 %', (measured, said) =>
        near(measured.stallTotalMs, said.stallTotalMs, STALL_TIME),
      ),
    ];
  },
};

function compare(setting: string, log: RunLog): Compared[] {
  return log.lanes.map((lane) => {
    const { method, startupDelayMs, stallCount, stallTotalMs, endedMs, prediction: said } = lane;
    if (!said) throw new Error(`${setting}, ${method}: no prediction, ${lane.error?.message}`);
    const measured = { startupDelayMs, stallCount, stallTotalMs, endedMs };
    return { setting, method, measured, predicted: said, naive: naivePrediction(log, lane) };
  });
}

function near(
  measuredMs: number | null,
  saidMs: number | null,
  within: { ms: number; share: number },
): boolean {
  if (measuredMs === null || saidMs === null) return measuredMs === saidMs;
  return Math.abs(measuredMs - saidMs) <= Math.max(within.ms, within.share * saidMs);
}

/** A setting is met when all its lanes are. */
function finding(
  what: string,
  lanes: readonly Compared[],
  isMet: (measured: LanePrediction, said: LanePrediction) => boolean,
): Finding {
  const settings = PREDICTED_SETTINGS.map(({ name }) => name);
  const met = (by: 'predicted' | 'naive'): string[] =>
    settings.filter((name) =>
      lanes.every((lane) => lane.setting !== name || isMet(lane.measured, lane[by])),
    );
  const ours = met('predicted');
  return {
    what: `${what}, settings of ${settings.length}`,
    unit: 'met',
    ours: ours.length,
    baseline: { what: 'bytes / rate', value: met('naive').length },
    judged: { value: ours.length, unit: 'met' },
    target: { atLeast: AT_LEAST },
    detail: { missed: settings.filter((name) => !ours.includes(name)), lanes },
  };
}

function tell(machine: Machine, { setting, method, measured, predicted, naive }: Compared): void {
  const error = predictionError(measured, predicted);
  machine.say(
    [
      `${setting}, ${method}:`,
      `startup ${told(measured)} ms, predicted ${told(predicted)} (${errorText(error)}), bytes / rate ${told(naive)};`,
      `stalls ${stalls(measured)}, predicted ${stalls(predicted)}, bytes / rate ${stalls(naive)}`,
    ].join(' '),
  );
}

const told = ({ startupDelayMs }: LanePrediction): string => startupDelayMs?.toFixed() ?? 'none';
const errorText = ({ startupDelayMs }: PredictionError): string =>
  startupDelayMs === null ? '-' : `${startupDelayMs > 0 ? '+' : ''}${startupDelayMs.toFixed()}`;
const stalls = ({ stallCount, stallTotalMs }: LanePrediction): string =>
  `${stallCount}, ${stallTotalMs.toFixed()} ms`;
