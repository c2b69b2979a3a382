import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { e2eRoot, expect, freshFolder, test } from './app';
import { readLog, runHeadless } from './headless';

const SAMPLE = ['--sample-seconds', '10', '--speed', '4'];

test('three methods deliver the sample whole, and one outage stalls streaming only', async () => {
  const outcome = await runHeadless([
    ...SAMPLE,
    '--verify',
    ...['--link', 'dropouts:2MB/s@4-8', '--prefetch', '5MB', '--max-ahead', '8MB'],
  ]);
  expect(outcome.stderr).toBe('');
  expect(outcome.code).toBe(0);
  const log = readLog(outcome);
  expect(log.lanes.map(({ method, state }) => [method, state])).toEqual([
    ['full-buffer', 'ended'],
    ['buffering', 'ended'],
    ['streaming', 'ended'],
  ]);
  for (const lane of log.lanes) {
    expect(lane.error).toBeNull();
    expect(lane.sha256).toBe(log.media.deliveredSha256);
    expect(lane.receivedBytes).toBe(log.media.deliveredBytes);
    for (const sample of lane.samples) {
      expect(sample.playedBytes).toBeLessThanOrEqual(sample.receivedBytes);
      expect(sample.receivedBytes).toBeLessThanOrEqual(sample.sentBytes);
      expect(sample.sentBytes).toBeLessThanOrEqual(sample.readBytes);
    }
  }
  const [full, buffering, streaming] = log.lanes;
  expect(buffering?.stallCount).toBe(0);
  expect(streaming?.stallCount).toBeGreaterThanOrEqual(1);
  expect(streaming?.stalls[0]?.cause).toContain('the link was down');
  expect(streaming?.startupDelayMs).toBeLessThan(buffering?.startupDelayMs ?? 0);
  expect(buffering?.startupDelayMs).toBeLessThan(full?.startupDelayMs ?? 0);
  expect(full?.memory.peakHeldBytes).toBe(log.media.deliveredBytes);
  expect(streaming?.memory.peakHeldBytes).toBeLessThanOrEqual(2e6);
  const html = readFileSync(join(outcome.out, 'report.html'), 'utf8');
  expect(html).toContain('<svg');
  expect(html).not.toMatch(/(src|href)="(?!data:|#)/);
  expect(readFileSync(join(outcome.out, 'compare.png')).subarray(1, 4).toString()).toBe('PNG');
});

test('--until ends the run early and what was given still verifies', async () => {
  const outcome = await runHeadless([
    ...['--sample-seconds', '10', '--link', 'constant:1MB/s', '--until', '4s'],
    ...['--verify', '--methods', 'streaming'],
  ]);
  expect(outcome.code).toBe(0);
  const [lane] = readLog(outcome).lanes;
  expect(lane?.endedMs).toBeNull();
  expect(lane?.receivedBytes).toBeGreaterThanOrEqual(1e6);
  expect(lane?.receivedBytes).toBeLessThanOrEqual(4e6);
  expect(lane?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(outcome.stdout).toMatch(/^ffmpeg \S+ \(.+\)\.\n/);
  expect(outcome.stdout).toMatch(/streaming .* so far \(\d+ %\)/);
});

test('what a chunked lane takes over its rest is its chunk and not its process', async () => {
  const chunked = ['--methods', 'buffering,streaming', '--chunk', '1MB', '--prefetch', '2MB'];
  const slow = ['--link', 'constant:1.5MB/s', '--until', '5s'];
  const { lanes } = readLog(
    await runHeadless(['--sample-seconds', '10', '--speed', '1', ...chunked, ...slow]),
  );
  // While most of a run lasts: a copy that is just being posted lies beside it, and a busy computer is slow to take it.
  const over = lanes.map(({ samples, memory: { baselineRssBytes } }) => {
    const sorted = samples.map(({ rssBytes }) => rssBytes - baselineRssBytes).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? NaN;
  });
  expect(Math.max(...over)).toBeGreaterThan(0.7e6);
  expect(Math.min(...over)).toBeLessThan(1.5e6);
});

test('a text file is delivered as bytes and consumed at the chosen rate', async () => {
  const path = join(freshFolder('text'), 'poem.txt');
  writeFileSync(path, 'A buffer is space, a stream is a way of moving data.\n'.repeat(2000));
  const outcome = await runHeadless([
    ...['--media', path, '--speed', '4', '--link', 'constant:100kB/s', '--chunk', '1KiB'],
    ...['--prefetch', '20kB', '--max-ahead', '40kB', '--consume-rate', '50kB/s', '--verify'],
  ]);
  expect(outcome.stderr).toBe('');
  expect(outcome.code).toBe(0);
  const log = readLog(outcome);
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  expect(log.media.durationS).toBeCloseTo(106_000 / 50_000, 2);
  for (const lane of log.lanes) expect([lane.state, lane.sha256]).toEqual(['ended', hash]);
});

test('bad arguments end with 2 and one sentence', async () => {
  for (const args of [
    ['--link', 'wet string'],
    ['--speed', '3'],
    ['--chunk', '12'],
    ['--prefetch', '30MB'],
    ['--nonsense'],
    ['--seed'],
  ]) {
    const { code, stderr } = await runHeadless(args);
    expect([args, code]).toEqual([args, 2]);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/^[A-Z-].*[.;]/);
  }
});

test('--help says every flag and ends with 0', async () => {
  const { code, stdout } = await runHeadless(['--help']);
  expect(code).toBe(0);
  for (const flag of [
    '--media',
    '--link',
    '--until',
    '--verify',
    '--streaming-ahead',
    'Exit codes',
  ]) {
    expect(stdout).toContain(flag);
  }
});

test('media that cannot be opened ends with 3, one sentence and at most one detail', async () => {
  const folder = freshFolder('bad-media');
  mkdirSync(join(folder, 'a-folder.mp4'));
  writeFileSync(join(folder, 'empty.mp4'), '');
  writeFileSync(join(folder, 'noise.mp4'), Buffer.alloc(50_000, 'not a film '));
  for (const name of ['a-folder.mp4', 'empty.mp4', 'noise.mp4', 'gone.mp4']) {
    const { code, stderr } = await runHeadless(['--media', join(folder, name)]);
    expect([name, code]).toEqual([name, 3]);
    const [sentence, detail = '  ', ...more] = stderr.trimEnd().split('\n');
    expect(sentence).toContain(name);
    expect(detail).toMatch(/^ {2}/);
    expect(more).toEqual([]);
  }
});

test('a file larger than half of the free memory fails full buffer alone, with the number', async () => {
  const path = join(e2eRoot(), 'huge.bin');
  writeFileSync(path, '');
  truncateSync(path, Math.ceil(freemem() * 0.8));
  const outcome = await runHeadless([
    ...['--media', path, '--as', 'bytes', '--link', 'constant:4MB/s', '--until', '2s'],
  ]);
  expect(outcome.code).toBe(4);
  const [full, buffering, streaming] = readLog(outcome).lanes;
  expect(full?.error?.code).toBe('too-large');
  expect(full?.error?.message).toMatch(/\d+ MB/);
  expect([buffering?.error, streaming?.error]).toEqual([null, null]);
  expect(streaming?.receivedBytes).toBeGreaterThan(2e6);
});
