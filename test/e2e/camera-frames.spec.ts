import { expect, test } from './app';
import { readLog, runHeadless } from './headless';

const CAMERA = ['--media', 'camera:test', '--record', '1s', '--reserve', '1s'];

test('every frame is a chunk: they are logged, key frames too, and every millisecond is accounted for', async () => {
  const outcome = await runHeadless([...CAMERA, '--until', '8s', '--link', 'constant:1MB/s']);
  expect(outcome.stderr).toBe('');
  const { lanes, media } = readLog(outcome);
  const pictures = media.index.slice(1);
  const keys = pictures.filter(({ key }) => key);
  // Eight seconds, a key frame every two of them; a busy machine loses pictures and no key frame.
  expect(keys.length).toBeGreaterThanOrEqual(3);
  expect(pictures.length).toBeGreaterThan(40);
  const sizes = pictures.map(({ bytes }, i) => bytes - (media.index[i]?.bytes ?? 0));
  expect(Math.min(...sizes)).toBeGreaterThan(31);
  for (const { chunks, samples, method, sourceBytes } of lanes) {
    const arrived = chunks.reduce((sum, stretch) => sum + stretch.chunks, 0);
    const reached = pictures.filter(({ bytes }) => bytes <= (chunks.at(-1)?.toBytes ?? 0));
    expect(arrived, method).toBeGreaterThanOrEqual(reached.length);
    expect(sourceBytes === null, method).toBe(method !== 'full-buffer');
    for (const { liveShares } of samples) {
      if (!liveShares) continue;
      for (const share of Object.values(liveShares)) expect(share).toBeGreaterThanOrEqual(0);
    }
    // The time code in the picture and the sum of the shares are measured apart.
    const told = samples.filter(({ liveShares, liveDelayMs }) => liveShares && liveDelayMs);
    expect(told.length, method).toBeGreaterThan(5);
    const apart = told
      .map(({ liveShares, liveDelayMs }) =>
        Math.abs(
          Object.values(liveShares ?? {}).reduce((sum, ms) => sum + ms, 0) - (liveDelayMs ?? 0),
        ),
      )
      .sort((a, b) => a - b);
    expect(apart[Math.floor(apart.length / 2)], method).toBeLessThan(200);
  }
});
