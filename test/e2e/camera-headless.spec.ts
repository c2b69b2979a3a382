import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { appEnvironment, chromiumSwitches, electronPath, expect, freshFolder, test } from './app';
import { allowInDialog, FAKE_CAMERA } from './fake-camera';
import { readLog, runHeadless } from './headless';
import { flag, press, roomReady } from './room';

const CAMERA = ['--media', 'camera:test', '--until', '8s', '--record', '2s', '--reserve', '1s'];

test('the test picture runs over all lanes, and its live delay is reported for each', async () => {
  // A busy machine makes streaming late by a second or so: the reserve is more than that.
  const outcome = await runHeadless([...CAMERA, '--reserve', '3s', '--link', 'unlimited']);
  expect(outcome.stderr).toBe('');
  expect(outcome.code).toBe(0);
  const log = readLog(outcome);
  expect(log.settings).toMatchObject({ live: { recordS: 2, reserveS: 3 }, verify: false });
  for (const lane of log.lanes) {
    expect(lane.error).toBeNull();
    expect(lane.receivedBytes).toBeGreaterThan(0);
    expect(lane).toMatchObject({ prediction: null, noPrediction: 'camera' });
    const { median, p95, count } = lane.liveDelayMs ?? { median: 0, p95: 0, count: 0 };
    expect(count).toBeGreaterThan(5);
    expect(median).toBeGreaterThan(0);
    expect(p95).toBeGreaterThanOrEqual(median);
  }
  const [full, buffering, streaming] = log.lanes.map((lane) => lane.liveDelayMs?.median ?? 0);
  // The rules and not the machine: what was recorded or held for so long is as old as that, but for a picture.
  expect(full).toBeGreaterThan(2000);
  expect(buffering).toBeGreaterThan(2950);
  expect(streaming).toBeLessThan(buffering ?? 0);
  expect(outcome.stdout).toMatch(/Live delay, median +p95\n/);
  expect(outcome.stdout).toMatch(/\nstreaming .* \d+ ms +\d+ ms\n/);
  const html = readFileSync(join(outcome.out, 'report.html'), 'utf8');
  expect(html).toContain('one camera, one link, three methods');
  expect(html).toContain('Live delay');
  expect(html).toContain('No prediction: the model foresees files only');
  expect(html.match(/<figure>/g)).toHaveLength(3);
});

test('an outage that outlasts what was held leaves a lane further behind than before', async () => {
  const link = ['--link', 'dropouts:1MB/s@2-5'];
  const outcome = await runHeadless([...CAMERA, ...link, '--methods', 'buffering,streaming']);
  expect(outcome.stderr).toBe('');
  expect(outcome.code).toBe(0);
  const [buffering, streaming] = readLog(outcome).lanes;
  // It may run dry a moment before the link goes, on a machine that is busy.
  expect(streaming?.stallTotalMs).toBeGreaterThan(1000);
  for (const lane of [buffering, streaming]) {
    const delays = lane?.samples.flatMap(({ tMs, liveDelayMs }) =>
      liveDelayMs === null || liveDelayMs === undefined ? [] : [{ tMs, liveDelayMs }],
    );
    const before = delays?.findLast(({ tMs }) => tMs < 2000)?.liveDelayMs ?? Infinity;
    const after = delays?.at(-1)?.liveDelayMs ?? 0;
    // Three seconds without a link are more than either held in reserve.
    expect(after).toBeGreaterThan(before);
    expect(lane?.liveDelayMs?.count).toBeGreaterThan(5);
  }
});

test('a camera that is not there ends with 3 and one sentence that names it', async () => {
  const { code, stderr } = await runHeadless([
    ...['--media', 'camera:Nobody has this one', '--until', '2s'],
  ]);
  expect(code).toBe(3);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/Nobody has this one.*\./);
});

test('a camera that the command names may be used, though nobody has been asked, by two at once', async () => {
  const camera = ['--media', 'camera:fake_device_0', '--until', '4s', '--methods', 'streaming'];
  const ask = () => runHeadless([...camera, '--link', 'unlimited'], FAKE_CAMERA);
  for (const outcome of await Promise.all([ask(), ask()])) {
    expect(outcome.stderr).toBe('');
    expect(outcome.code).toBe(0);
    const log = readLog(outcome);
    expect(log.media.name).toBe('fake_device_0');
    expect(log.lanes[0]?.liveDelayMs?.count).toBeGreaterThan(5);
  }
});

test('in a window it is asked about first, and then used', async ({ start }) => {
  const { app, window } = await start(['--media', 'camera:fake_device_0'], {}, FAKE_CAMERA);
  await allowInDialog(app);
  await window.getByRole('button', { name: 'Allow camera and microphone' }).click();
  await expect(window.getByRole('radio', { name: 'fake_device_0' })).toBeChecked();
  await window.getByRole('button', { name: 'Use', exact: true }).click();
  await roomReady(window);
  await expect(window.locator('.camera-light')).toContainText('fake_device_0');
  await press(window, 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
});

test('a second start hands its camera to the window that is there', async ({ start }) => {
  const own = { BUFFERSCOPE_USER_DATA: freshFolder('user-data') };
  const { window } = await start(['--sample-seconds', '10'], own);
  await roomReady(window);
  const repo = resolve(import.meta.dirname, '../..');
  const words = ['--', '--media', 'camera:test', '--record', '3s', '--reserve', '2s'];
  const second = spawn(electronPath(), [...chromiumSwitches(), repo, ...words], {
    env: appEnvironment(own),
    stdio: 'ignore',
  });
  expect(await new Promise((done) => second.once('close', done))).toBe(0);
  await expect(window.locator('.camera-light')).toContainText('Test picture');
  await roomReady(window);
  await expect(window.getByText('Record 3 s, send all of it, then play.')).toBeVisible();
  await expect(window.getByText('Hold 2 s in reserve.')).toBeVisible();
});

test('what makes no sense with a camera ends with 2 and one sentence', async () => {
  for (const args of [
    ['--media', 'camera:test'],
    [...CAMERA, '--verify'],
    [...CAMERA, '--speed', '2'],
    ['--media', 'camera:', '--until', '2s'],
  ]) {
    const { code, stderr } = await runHeadless(args);
    expect([args, code]).toEqual([args, 2]);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }
});
