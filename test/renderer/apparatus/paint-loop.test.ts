import { afterEach, expect, it, vi } from 'vitest';
import { PaintLoop } from '../../../renderer/apparatus/paint-loop';

afterEach(() => vi.unstubAllGlobals());

it('labels for screen readers are due at most every two seconds, words ten times a second', () => {
  const asked: { frame: ((wallMs: number) => void) | null } = { frame: null };
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false }) });
  vi.stubGlobal('requestAnimationFrame', (frame: (wallMs: number) => void) => {
    asked.frame = frame;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => (asked.frame = null));
  const loop = new PaintLoop(null, { shown: null });
  let wallMs = 0;
  const labels: number[] = [];
  const texts: number[] = [];
  loop.add((scene) => {
    if (scene.labels) labels.push(wallMs);
    if (scene.texts) texts.push(wallMs);
  });
  for (; wallMs < 20_000; wallMs += 16) asked.frame?.(wallMs);
  const gaps = (moments: number[]): number[] =>
    moments.slice(1).map((at, i) => at - (moments[i] ?? 0));
  expect(labels.length).toBeGreaterThan(5);
  expect(Math.min(...gaps(labels))).toBeGreaterThanOrEqual(2000);
  expect(Math.min(...gaps(texts))).toBeGreaterThanOrEqual(100);
  loop.stop();
  expect(asked.frame).toBeNull();
});
