import { describe, expect, it } from 'vitest';
import { summaryOf, type RunSummary } from '../../../model/runs/summary';
import { movedTo } from '../../../renderer/runs/list/list-keys';
import { linkFacts, linkName, nameOf, whenWords } from '../../../renderer/runs/list/run-words';
import { shownRuns } from '../../../renderer/runs/list/shown-runs';
import { madeLog, madeRun } from '../../model/runs/made-runs';

const made = (id: string, link: string, more: Partial<RunSummary> = {}): RunSummary => ({
  ...summaryOf(madeRun(madeLog(link)), { id, bytes: 1 }),
  ...more,
});
const tunnel = made('tunnel', 'dropouts:1.3MB/s@3-6', {
  name: 'Lecture 3: the tunnel',
  startedMs: 1,
});
const slow = made('slow', 'constant:0.9MB/s', { startedMs: 3 });
const fast = made('fast', 'constant:4MB/s', { startedMs: 2 });
const all = [tunnel, slow, fast];
const ids = (query: string, sort: Parameters<typeof shownRuns>[1]['sort'] = 'date', runs = all) =>
  shownRuns(runs, { query, sort }).map(({ id }) => id);

describe('the runs that a list shows', () => {
  it.each([
    ['', ['slow', 'fast', 'tunnel']],
    ['TUNNEL', ['tunnel']],
    ['ocean steady', ['slow', 'fast']],
    ['4.0', ['fast']],
    ['nowhere', []],
  ])('for "%s"', (query, shown) => {
    expect(ids(query)).toEqual(shown);
  });

  it('are in the order that is asked for, pinned ones first', () => {
    expect(ids('', 'name')).toEqual(['tunnel', 'slow', 'fast']);
    expect(ids('', 'delay')[0]).toBe('slow');
    expect(ids('', 'stalls').at(-1)).toBe('fast');
    expect(ids('', 'date', [tunnel, slow, { ...fast, pinned: true }])[0]).toBe('fast');
  });
});

describe('the words of a run', () => {
  it('name it by its media and link until a person does', () => {
    expect(nameOf(slow)).toBe('ocean.mp4 over Steady');
    expect(nameOf(tunnel)).toBe('Lecture 3: the tunnel');
  });

  it.each([
    ['dropouts:1.3MB/s@12-17', 0, 'Dropouts', '1.3 MB/s'],
    ['dropouts:1.3MB/s@12-17;later=5s', 0, 'Dropouts', '1.3 MB/s, seed 7'],
    ['constant:1.3MB/s', 1, 'Steady', '1.3 MB/s, 1 cut'],
    ['unstable:1.2MB/s', 0, 'Unstable', '1.2 MB/s, seed 7'],
    ['unlimited', 0, 'Unlimited', 'no limit'],
    ['profile:satellite', 0, 'Geostationary satellite', 'profile'],
    ['profile:of nobody', 0, 'of nobody', 'profile'],
    ['trace:/a/b/bus.log', 0, 'bus.log', 'Trace'],
    ['what:?', 0, 'what', ''],
  ])('say of the link %s', (spec, cuts, name, facts) => {
    expect([linkName(spec), linkFacts({ spec, seed: 7, cuts })]).toEqual([name, facts]);
  });

  it('say when it began', () => {
    const now = new Date(2026, 10, 30, 9, 42).getTime();
    const hour = 3_600_000;
    expect(whenWords(now - hour, now)).toBe('Today, 08:42');
    expect(whenWords(now - 24 * hour, now)).toBe('Yesterday, 09:42');
    expect(whenWords(now - 6 * 24 * hour, now)).toBe('24 Nov, 09:42');
    expect(whenWords(now - 400 * 24 * hour, now)).toBe('26 Oct 2025, 09:42');
    expect(whenWords(null, now)).toBe('imported');
  });
});

it.each([
  ['ArrowUp', 0, 0],
  ['ArrowDown', 0, 1],
  ['ArrowDown', 9, 9],
  ['PageDown', 2, 6],
  ['PageUp', 2, 0],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['x', 5, null],
])('%s in a list of ten moves from %d to %s', (key, from, to) => {
  expect(movedTo(key, from, 10, 4)).toBe(to);
});
