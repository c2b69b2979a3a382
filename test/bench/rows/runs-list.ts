import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { madeLog } from '../../model/runs/made-runs';
import { keep, longLog } from '../kept-runs';
import type { Machine } from '../machine';
import type { Finding, Row } from '../row';
import { median } from '../statistics';
import { inReadyWindow } from '../window';

const RUNS = 1000;
const STARTS = 3;
const OPENINGS = 7;
/** What is searched for, key by key. */
const QUERY = 'ocean steady 77';

/** How long 1,000 kept runs take to be listed and to be searched at a key. */
export const runsList: Row = {
  name: 'runs-list',
  async measure(machine) {
    const folder = machine.fresh('runs');
    const log = madeLog();
    for (let i = 0; i < RUNS; i += 1) keep(folder, log, `Ocean, steady, run ${String(i)}`, i);
    // The first start makes the index, which the others find.
    const first = await listed(machine, folder);
    machine.say(`without an index: listed in ${first.listMs.toFixed()} ms`);
    const later: Listed[] = [];
    for (let i = 0; i < STARTS; i += 1) later.push(await listed(machine, folder));
    const listMs = median(later.map((each) => each.listMs));
    const keyMs = Math.max(...later.flatMap((each) => each.keysMs));
    return [
      finding(`${String(RUNS)} kept runs listed, from the press on`, listMs, bareMs(folder), {
        what: 'readdir and stat',
        atMost: 300,
        detail: { first, later },
      }),
      finding('the same searched: the slowest key, until it is drawn', keyMs, scanMs(), {
        what: 'a scan of their names',
        atMost: 50,
        detail: {},
      }),
    ];
  },
};

/** How long a kept run of 10 min takes from Enter to its first picture. */
export const runsOpen: Row = {
  name: 'runs-open',
  async measure(machine) {
    const folder = machine.fresh('runs');
    const path = keep(folder, longLog(), 'Ten minutes');
    const times = await inReadyWindow(machine, ({ page }) => page.evaluate(openings, OPENINGS), [
      '--runs',
      folder,
    ]);
    machine.say(`opened in ${times.map((ms) => ms.toFixed()).join(', ')} ms`);
    const began = performance.now();
    for (const line of gunzipSync(readFileSync(path)).toString().trim().split('\n')) {
      JSON.parse(line);
    }
    return [
      finding(
        'a kept run of 10 min, from Enter to its first picture',
        median(times),
        performance.now() - began,
        { what: 'gunzip and JSON.parse', atMost: 300, detail: { times } },
      ),
    ];
  },
};

interface Listed {
  listMs: number;
  keysMs: number[];
}

const listed = (machine: Machine, folder: string): Promise<Listed> =>
  inReadyWindow(machine, ({ page }) => page.evaluate(listAndSearch, QUERY), ['--runs', folder]);

/** Carried out in the page: goes to the runs, and searches. */
async function listAndSearch(query: string): Promise<{ listMs: number; keysMs: number[] }> {
  const drawn = () => new Promise(requestAnimationFrame);
  const began = performance.now();
  const press = { key: '5', code: 'Digit5', ctrlKey: true, bubbles: true };
  document.body.dispatchEvent(new KeyboardEvent('keydown', press));
  while (!document.querySelector('.run-row')) await drawn();
  const listMs = performance.now() - began;
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  if (!field || !value?.set) throw new Error('There is no search.');
  const keysMs: number[] = [];
  for (let i = 1; i <= query.length; i += 1) {
    await drawn();
    const keyMs = performance.now();
    value.set.call(field, query.slice(0, i));
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
    document.body.getBoundingClientRect();
    keysMs.push(performance.now() - keyMs);
  }
  return { listMs, keysMs };
}

/** Carried out in the page: opens the first run and leaves it, so many times. */
async function openings(times: number): Promise<number[]> {
  const drawn = () => new Promise(requestAnimationFrame);
  const press = (key: string, more: KeyboardEventInit = {}) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
  press('5', { code: 'Digit5', ctrlKey: true });
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    while (!document.querySelector('.run-row')) await drawn();
    press('Home');
    await drawn();
    const began = performance.now();
    const shown = () =>
      performance.getEntriesByName('lanes-drawn').find(({ startTime }) => startTime > began);
    press('Enter');
    while (!shown()) await drawn();
    took.push((shown()?.startTime ?? NaN) - began);
    press('Escape');
  }
  return took;
}

/** What a folder of so many files takes at the least, ms. */
function bareMs(folder: string): number {
  const began = performance.now();
  for (const name of readdirSync(folder)) statSync(join(folder, name));
  return performance.now() - began;
}

function scanMs(): number {
  const names = Array.from({ length: RUNS }, (_, i) => `ocean, steady, run ${String(i)}`);
  const began = performance.now();
  names.filter((name) => QUERY.split(' ').every((word) => name.includes(word)));
  return performance.now() - began;
}

function finding(
  what: string,
  ours: number,
  bare: number,
  about: { what: string; atMost: number; detail: Record<string, unknown> },
): Finding {
  return {
    what,
    unit: 'ms',
    ours,
    baseline: { what: about.what, value: bare },
    judged: { value: ours, unit: 'ms' },
    target: { atMost: about.atMost },
    detail: about.detail,
  };
}
