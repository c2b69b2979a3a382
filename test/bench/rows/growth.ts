import type { Census } from '../processes';
import type { Finding } from '../row';
import { median } from '../statistics';

/** Memory may differ by so much between an early and a late stretch and be flat, %. */
const FLAT_PERCENT = 5;

/** Of these every app has one, whatever it plays. */
const JUDGED = ['Browser', 'Tab', 'reader buffering', 'reader streaming'];
const WORDS: Readonly<Record<string, string>> = {
  ...{ Browser: 'main', Tab: 'window', GPU: 'compositor' },
};

/** Moments of a row: from one, to before another. */
export type Stretch = readonly [from: number, to?: number];

/** How much more memory a process has in one stretch of moments than in an earlier one, in medians. */
export function memoryGrowth(
  of: string,
  name: string,
  moments: readonly Census['mb'][],
  { settled, last }: { settled: Stretch; last: Stretch },
): Finding {
  const mb = (stretch: Stretch): number =>
    median(moments.slice(...stretch).map((moment) => moment.get(name) ?? NaN));
  const percent = (mb(last) / mb(settled) - 1) * 100;
  return finding(`${of}: growth of ${WORDS[name] ?? name}`, 'MB', mb(last), {
    ...{ value: percent, unit: '%', atMost: FLAT_PERCENT, settled: mb(settled) },
  });
}

/**
 * What an app has come to hold between its second fifth and its last, in medians of what was counted: memory of main,
 * window and the chunked readers, handles and processes of all. In the first fifth everything settles.
 */
export function growth(of: string, moments: readonly Census[]): Finding[] {
  const fifth = Math.floor(moments.length / 5);
  const stretches = { settled: [fifth, 2 * fifth], last: [-fifth] } as const;
  const memories = moments.map(({ mb }) => mb);
  const memory = JUDGED.map((name) => memoryGrowth(of, name, memories, stretches));
  const [settled, last] = [moments.slice(fifth, 2 * fifth), moments.slice(-fifth)];
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
