import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bundled, laneOf, scenarioNamed, SCENARIOS } from './bundled';

/** Those of the Server room have no run to simulate. */
const NAMES = readdirSync(SCENARIOS)
  .map((file) => file.replace('.yaml', ''))
  .filter((name) => scenarioNamed(name).server === null);

test.each(NAMES)('every step of %s comes, and its run ends', (name) => {
  const outcome = bundled(name);
  expect(outcome.missing).toEqual([]);
  expect(outcome.endMs).toBeLessThan(61_000);
});

describe('what the bundled scenarios claim', () => {
  test('sixty-seconds: streaming stalls in both cuts, buffering in neither, full buffer plays nothing', () => {
    const outcome = bundled('sixty-seconds');
    expect(laneOf(outcome, 'streaming').stallCount).toBe(2);
    expect(laneOf(outcome, 'buffering').stallCount).toBe(0);
    expect(laneOf(outcome, 'full-buffer').startupDelayMs).toBeNull();
    expect(laneOf(outcome, 'full-buffer').memory.peakHeldBytes).toBe(100e6);
    expect(laneOf(outcome, 'streaming').memory.peakHeldBytes).toBe(1e6);
    expect(outcome.cuts).toEqual([
      { fromMs: 12_000, toMs: 16_500 },
      { fromMs: 30_000, toMs: 37_400 },
    ]);
    expect(outcome.endMs).toBe(60_000);
  });

  test('buffer: nothing is shown before the last byte is there', () => {
    const lane = laneOf(bundled('buffer'), 'full-buffer');
    const lastByte = lane.events.find(({ kind }) => kind === 'received-all')?.tMs;
    expect(lastByte).toBeCloseTo(5000, 3);
    expect(lane.startupDelayMs).toBeGreaterThanOrEqual(lastByte ?? Infinity);
  });

  test('stream: it plays with the first chunk of a hundred', () => {
    const lane = laneOf(bundled('stream'), 'streaming');
    expect(lane.startupDelayMs).toBeCloseTo(1e6 / 1300, 3);
    expect(lane.events.find(({ kind }) => kind === 'first-byte')?.bytes).toBe(1e6);
    expect(lane.stallCount).toBe(0);
  });

  test('memory: full buffer holds 100 MB, streaming one chunk', () => {
    const outcome = bundled('memory');
    expect(laneOf(outcome, 'full-buffer').memory.peakHeldBytes).toBe(100e6);
    expect(laneOf(outcome, 'streaming').memory.peakHeldBytes).toBe(1e6);
  });

  test('stall: who starts later does not stall', () => {
    const outcome = bundled('stall');
    expect(laneOf(outcome, 'streaming').stallCount).toBe(2);
    const buffering = laneOf(outcome, 'buffering');
    expect(buffering.stallCount).toBe(0);
    expect(buffering.startupDelayMs).toBeGreaterThan(7000);
  });

  test('chunk-size: four times the chunk, four times the startup delay', () => {
    expect(laneOf(bundled('chunk-size'), 'streaming').startupDelayMs).toBeCloseTo(4e6 / 1300, 3);
  });

  test('backpressure: no more than 20 MB are ahead, however fast the link', () => {
    const outcome = bundled('backpressure');
    const { receivedBytes, playedBytes } = laneOf(outcome, 'buffering');
    expect(receivedBytes).toBeGreaterThan(20e6);
    expect(receivedBytes - playedBytes).toBeLessThanOrEqual(20e6);
    expect(laneOf(outcome, 'buffering').stallCount).toBe(0);
  });
});
