import type { Machine } from './machine';

/** One measured number beside its baseline. */
export interface Finding {
  /** What was measured, a few words. */
  what: string;
  unit: string;
  ours: number;
  /** What it is measured beside; null when there is only a bound. */
  baseline: { what: string; value: number } | null;
  /** The number that the target speaks of: a ratio, or ours itself. */
  judged: { value: number; unit: string };
  target: { atLeast?: number; atMost?: number };
  /** Every single measurement behind it, for the JSON. */
  detail: Record<string, unknown>;
}

/** One row of the table: its findings, measured side by side. */
export interface Row {
  /** As it is called on the command line. */
  name: string;
  /** `amount` is what was asked for behind "=": a length, a number of rounds; the row says what is usual. */
  measure(machine: Machine, amount?: number): Promise<Finding[]>;
}

/** Whether a finding is within its target. */
export function isReached({ judged, target }: Finding): boolean {
  const { atLeast = -Infinity, atMost = Infinity } = target;
  return judged.value >= atLeast && judged.value <= atMost;
}
