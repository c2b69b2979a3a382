import type { Census } from '../processes';
import type { Finding } from '../row';
import { median } from '../statistics';

/** Memory may differ by so much between an early and a late stretch and be flat, %. */
const FLAT_PERCENT = 5;

/** Of these every app has one, whatever it plays. */
const JUDGED = ['Browser', 'Tab', 'reader buffering', 'reader streaming'];
const WORDS: Record<string, string> = { Browser: 'main', Tab: 'window' };

/**
 * What an app has come to hold between its second fifth and its last, in medians of what was counted: memory of main,
 * window and the chunked readers, handles and processes of all. In the first fifth everything settles.
 */
export function growth(of: string, moments: readonly Census[]): Finding[] {
  const fifth = Math.floor(moments.length / 5);
  const [settled, last] = [moments.slice(fifth, 2 * fifth), moments.slice(-fifth)];
  const memory = JUDGED.map((name) => {
    const mb = (some: readonly Census[]): number =>
      median(some.map((moment) => moment.mb.get(name) ?? NaN));
    const percent = (mb(last) / mb(settled) - 1) * 100;
    return finding(`${of}: growth of ${WORDS[name] ?? name}`, 'MB', mb(last), {
      ...{ value: percent, unit: '%', atMost: FLAT_PERCENT, settled: mb(settled) },
    });
  });
  const counts = (['handles', 'processes'] as const).map((what) => {
    const count = (some: readonly Census[]): number => median(some.map((moment) => moment[what]));
    const value = count(last) - count(settled);
    return finding(`${of}: growth of ${what}`, what, count(last), {
      ...{ value, unit: what, atMost: 0, settled: count(settled) },
    });
  });
  return [...memory, ...counts];
}

function finding(
  what: string,
  unit: string,
  ours: number,
  judged: { value: number; unit: string; atMost: number; settled: number },
): Finding {
  const { value, atMost, settled } = judged;
  const target = { atMost };
  const detail = { settled };
  return { what, unit, ours, baseline: null, judged: { value, unit: judged.unit }, target, detail };
}
