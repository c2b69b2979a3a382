import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Method } from '../../model/delivery/types';
import type { RunLog } from '../../model/run/schema';
import { expect, freshFolder, test } from './app';
import { readLog, runHeadless } from './headless';

const SCENARIOS = resolve(import.meta.dirname, '../../assets/scenarios');

/** A live run's events come at most so late, ms of the run's clock: a busy machine's timers ring late, never early. */
const TOLERANCE_MS = 2000;

const laneOf = (log: RunLog, method: Method) => log.lanes.find((each) => each.method === method);

/** What a bundled scenario claims, in the log of its run. */
const CLAIMS: Readonly<Record<string, (log: RunLog) => void>> = {
  'buffer.yaml'(log) {
    // The link takes 5 s for the whole text, and before its last byte nothing is shown.
    expect(laneOf(log, 'full-buffer')?.startupDelayMs).toBeGreaterThanOrEqual(5000);
  },
  'stream.yaml'(log) {
    expect(laneOf(log, 'streaming')?.stallCount).toBe(0);
    expect(laneOf(log, 'streaming')?.memory.peakHeldBytes).toBe(1e6);
  },
  'memory.yaml'(log) {
    expect(laneOf(log, 'full-buffer')?.memory.peakHeldBytes).toBe(100e6);
    expect(laneOf(log, 'streaming')?.memory.peakHeldBytes).toBe(1e6);
  },
  'stall.yaml'(log) {
    expect(laneOf(log, 'streaming')?.stallCount).toBe(2);
    expect(laneOf(log, 'buffering')?.stallCount).toBe(0);
  },
  'chunk-size.yaml'(log) {
    expect(laneOf(log, 'streaming')?.startupDelayMs).toBeGreaterThan(4e6 / 1300 - 1);
  },
  'backpressure.yaml'(log) {
    for (const { receivedBytes, playedBytes } of laneOf(log, 'buffering')?.samples ?? []) {
      expect(receivedBytes - playedBytes).toBeLessThanOrEqual(20e6);
    }
  },
};

/** A scenario of our own in a folder of its own. */
function scenarioFile(text: string): string {
  const path = join(freshFolder('scenario'), 'own.yaml');
  writeFileSync(path, text);
  return path;
}

test('the whole story in 60 seconds is told headless: its cuts, its captions, its end', async () => {
  test.setTimeout(180_000);
  const file = join(SCENARIOS, 'sixty-seconds.yaml');
  const outcome = await runHeadless(['--scenario', file, '--speed', '4']);
  expect(outcome.stderr).toBe('');
  expect(outcome.code).toBe(0);
  expect(outcome.stdout).not.toContain('did not come');
  const log = readLog(outcome);
  expect(log.settings).toMatchObject({ untilMs: 60_000, speed: 4 });
  const [full, buffering, streaming] = log.lanes;
  expect(streaming?.stallCount).toBe(2);
  expect(buffering?.stallCount).toBe(0);
  expect(full?.startupDelayMs).toBeNull();
  const cuts = log.link.outages.filter(({ byHand }) => byHand);
  const times = cuts.flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  for (const [i, ms] of [12_000, 16_500, 30_000, 37_400].entries()) {
    expect(times[i]).toBeGreaterThanOrEqual(ms);
    expect(times[i]).toBeLessThan(ms + TOLERANCE_MS);
  }
  const own = log.marks.filter(({ from }) => from === 'scenario');
  expect(own.filter(({ kind }) => kind === 'chapter').map(({ chapter }) => chapter)).toEqual([
    'One link',
    'First cut',
    'Second cut',
    'Who waited',
  ]);
  const captionAt = (text: string) =>
    own.find((mark) => mark.kind === 'caption' && mark.text['en']?.startsWith(text))?.tMs;
  expect(captionAt('Streaming keeps 2 MB')).toBe(streaming?.stalls[0]?.atMs);
  expect(captionAt('Streaming has its first chunk')).toBe(
    streaming?.events.find(({ kind }) => kind === 'start')?.tMs,
  );
});

test('two runs of one scenario with one seed tell the same story, within what a live run may be late', async () => {
  test.setTimeout(180_000);
  const args = ['--scenario', join(SCENARIOS, 'stall.yaml'), '--speed', '4'];
  const [a, b] = [readLog(await runHeadless(args)), readLog(await runHeadless(args))];
  expect(b.settings).toEqual(a.settings);
  expect([b.link.spec, b.link.seed]).toEqual([a.link.spec, a.link.seed]);
  const told = ({ marks }: RunLog) => marks.filter(({ from }) => from === 'scenario');
  const story = (log: RunLog) => told(log).map(({ kind, text, stage }) => ({ kind, text, stage }));
  expect(story(b)).toEqual(story(a));
  const momentsOf = (log: RunLog): number[] => [
    ...told(log).map(({ tMs }) => tMs),
    ...log.link.outages.flatMap(({ fromMs, toMs }) => [fromMs, toMs]),
    ...log.lanes.flatMap(({ stalls }) => stalls.map(({ atMs }) => atMs)),
    ...log.lanes.map(({ startupDelayMs }) => startupDelayMs ?? -1),
  ];
  const [ofA, ofB] = [momentsOf(a), momentsOf(b)];
  expect(ofB).toHaveLength(ofA.length);
  ofA.forEach((ms, i) => expect(Math.abs((ofB[i] ?? NaN) - ms)).toBeLessThan(TOLERANCE_MS));
});

/** Those of the Server room run in its window: scenario-server.spec.ts. */
const ofServer = (file: string): boolean =>
  readFileSync(join(SCENARIOS, file), 'utf8').includes('\nserver:');

test('a scenario of the Server room without the name of a video is refused headless, with both ways on', async () => {
  const outcome = await runHeadless(['--scenario', join(SCENARIOS, 'one-worker.yaml')]);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('--video FILE, or leave out --headless');
});

for (const file of readdirSync(SCENARIOS).filter((each) => !ofServer(each))) {
  test(`${file} runs to its end, and all of its steps come`, async () => {
    test.setTimeout(180_000);
    const outcome = await runHeadless(['--scenario', join(SCENARIOS, file), '--speed', '4']);
    expect(outcome.stderr).toBe('');
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).not.toContain('did not come');
    CLAIMS[file]?.(readLog(outcome));
  });
}

test('a step that cuts at an event does so, and an event that never comes is said with its line', async () => {
  const file = scenarioFile(
    [
      'title: Own',
      'media: sample:10',
      'methods: [buffering]',
      'settings: {chunk: 500kB, prefetch: 2MB}',
      'link: constant:3MB/s',
      'steps:',
      '  - {when: start(buffering), after: 200ms, cut: 1s, pause: true}',
      '  - {when: stall(buffering 2), caption: never}',
      '',
    ].join('\n'),
  );
  const outcome = await runHeadless(['--scenario', file, '--speed', '4']);
  expect(outcome.stderr).toBe('');
  expect(outcome.code).toBe(0);
  expect(outcome.stdout).toContain(`${file}:8: stall(buffering 2) did not come`);
  const log = readLog(outcome);
  const [cut, ...more] = log.link.outages;
  const startMs = log.lanes[0]?.startupDelayMs ?? NaN;
  expect(more).toEqual([]);
  expect(cut?.fromMs).toBeGreaterThanOrEqual(startMs + 200);
  expect((cut?.toMs ?? 0) - (cut?.fromMs ?? 0)).toBeGreaterThan(0);
  expect(log.marks).toContainEqual(expect.objectContaining({ kind: 'step', pause: true }));
});

test('a scenario with mistakes runs nothing and says them all; one that is not there is media that is not', async () => {
  const file = scenarioFile('title: A\nlanes: [x]\nsteps:\n  - {at: 5, caption: x}\n');
  const bad = await runHeadless(['--scenario', file]);
  expect(bad.code).toBe(2);
  expect(bad.stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/own\.yaml:2:1: There is no "lanes" here/),
    expect.stringMatching(/own\.yaml:4:10: "at" takes a time such as 12s/),
  ]);
  const none = await runHeadless(['--scenario', '/no/such.yaml']);
  expect(none.code).toBe(3);
  expect(none.stderr).toContain('/no/such.yaml cannot be read (ENOENT)');
  const both = await runHeadless(['--scenario', file, '--link', 'unlimited']);
  expect(both.code).toBe(2);
  expect(both.stderr).toContain('leave out --link');
});
