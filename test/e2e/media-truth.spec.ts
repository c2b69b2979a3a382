import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaneLog, RunLog } from '../../model/run/schema';
import { expect, freshFolder, test } from './app';
import { ffmpeg } from './files';
import { readLog, runHeadless } from './headless';
import { flag, lane, press, roomReady } from './room';

const LINK = ['--link', 'unlimited', '--methods', 'streaming'];
/** How many times slower than it is told a media element plays that does not keep up. */
const SLOWER = 3;
const picture = (seconds: number) => [
  ...['-f', 'lavfi', '-i', `testsrc2=size=320x180:rate=25:duration=${seconds}`],
];
const tone = (seconds: number) => ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`];
const H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-g', '25'];

/** What is left of a lane's time when startup, length, stalls and the player's own loss are taken away, ms. */
function unnamedMs({ endedMs, startupDelayMs, stallTotalMs, playerLagMs }: LaneLog, log: RunLog) {
  if (endedMs === null || startupDelayMs === null) return NaN;
  const lengthMs = log.media.durationS * 1000;
  return endedMs - startupDelayMs - stallTotalMs - (playerLagMs ?? 0) - lengthMs;
}

test('recordings joined end to end come to their end', async () => {
  const folder = freshFolder('joined');
  const one = join(folder, 'one.mp4');
  const fragmented = ['-movflags', '+frag_keyframe+empty_moov+default_base_moof'];
  await ffmpeg(...picture(2), ...tone(2), ...H264, '-c:a', 'aac', ...fragmented, one);
  const twice = join(folder, 'twice.mp4');
  writeFileSync(twice, Buffer.concat([readFileSync(one), readFileSync(one)]));
  const outcome = await runHeadless(['--media', twice, ...LINK]);
  expect(outcome.stderr).toBe('');
  expect(outcome.stdout).toContain('Its times fall back');
  const log = readLog(outcome);
  const [streaming] = log.lanes;
  expect(streaming?.state).toBe('ended');
  expect(streaming?.samples.at(-1)?.positionS).toBeCloseTo(log.media.durationS, 0);
});

test('a lane ends though its player never says so, and the log holds why', async ({ start }) => {
  const film = join(freshFolder('mute'), 'mute.mp4');
  await ffmpeg(...picture(3), ...tone(3), ...H264, '-c:a', 'aac', film);
  const { window } = await start([film]);
  await roomReady(window);
  await window.evaluate(() => {
    addEventListener('ended', (event) => event.stopImmediatePropagation(), true);
  });
  await press(window, '4', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Ended/, { timeout: 20_000 });
});

test('a player that stands without a word though it has media is set going again', async ({
  start,
}) => {
  const film = join(freshFolder('stuck'), 'stuck.mp4');
  await ffmpeg(...picture(4), ...tone(4), ...H264, '-c:a', 'aac', film);
  const { window } = await start([film]);
  await roomReady(window);
  // Each element stops once as it begins, and tells nobody.
  await window.evaluate(() => {
    const stopped = new WeakSet();
    const stop = ({ target }: Event): void => {
      if (!(target instanceof HTMLMediaElement) || stopped.has(target)) return;
      stopped.add(target);
      target.pause();
    };
    addEventListener('playing', stop, true);
  });
  await press(window, '4', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Ended, [2-9]\.\d s late/, {
    timeout: 30_000,
  });
});

test('a film with B-frames begins at 0 and lasts as long as it is', async () => {
  const film = join(freshFolder('b-frames'), 'b.mp4');
  await ffmpeg(...picture(3), ...tone(3), ...H264, '-bf', '3', '-c:a', 'aac', film);
  const outcome = await runHeadless(['--media', film, ...LINK, '--verify']);
  expect(outcome.stderr).toBe('');
  expect(outcome.stdout).toMatch(/b\.mp4: MP4 \(H\.264, AAC\), .*Remuxed without loss/);
  expect(outcome.stdout).toMatch(/streaming .* yes/);
  const log = readLog(outcome);
  expect(Math.abs(log.media.durationS - 3)).toBeLessThan(0.03);
  const [streaming] = log.lanes;
  if (!streaming) throw new Error('no lane');
  expect(Math.abs(unnamedMs(streaming, log))).toBeLessThan(60);
});

test('a player that does not keep up is named as what it is', async ({ start }) => {
  const film = join(freshFolder('late'), 'late.mp4');
  await ffmpeg(...picture(2), ...tone(2), ...H264, '-c:a', 'aac', film);
  const { window } = await start([film]);
  await roomReady(window);
  // Every media element of this window plays at a third of the pace that it is told.
  await window.evaluate((slower) => {
    const { prototype } = HTMLMediaElement;
    const own = Object.getOwnPropertyDescriptor(prototype, 'playbackRate');
    Object.defineProperty(prototype, 'playbackRate', {
      get(this: HTMLMediaElement) {
        return (own?.get?.call(this) as number) * slower;
      },
      set(this: HTMLMediaElement, rate: number) {
        own?.set?.call(this, rate / slower);
      },
    });
  }, SLOWER);
  await press(window, 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing, \d+\.\d s late$/);
  await expect(window.getByText(/though (its|their) media is there/).first()).toBeAttached();
  await expect(flag(window, 'Streaming')).toHaveText(/^Ended, [2-9]\.\d s late$/);
  await expect(lane(window, 'Streaming').getByText('Stalled')).toHaveCount(0);
});

test('music shows its cover in the player', async ({ start }) => {
  const song = join(freshFolder('song'), 'song.mp3');
  const cover = ['-f', 'lavfi', '-t', '0.04', '-i', 'testsrc2=s=300x200:r=25:d=0.04'];
  const attach = ['-map', '0', '-map', '1', '-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p'];
  const marks = ['-disposition:v', 'attached_pic', '-metadata:s:v', 'comment=Cover (front)'];
  await ffmpeg(...tone(8), ...cover, ...attach, ...marks, '-c:a', 'libmp3lame', song);
  const { window } = await start([song]);
  await roomReady(window);
  await press(window, 'Space');
  const streaming = lane(window, 'Streaming');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  const video = streaming.locator('video');
  await expect(video).toBeVisible();
  expect(await video.getAttribute('poster')).toMatch(/^data:image\/jpeg;base64,/);
  await expect(streaming.locator('[data-shows="picture"]')).toBeAttached();
});

test('a WebM of a single frame is as long as Chromium plays it, and comes to its end', async ({
  start,
}) => {
  const film = join(freshFolder('lone'), 'lone.webm');
  await ffmpeg(...picture(1), '-frames:v', '1', '-c:v', 'libvpx', '-deadline', 'realtime', film);
  const outcome = await runHeadless(['--media', film, ...LINK]);
  expect(outcome.stderr).toBe('');
  expect(outcome.stdout).not.toMatch(/cut short|0\.0 of/);
  const log = readLog(outcome);
  expect(log.lanes[0]?.state).toBe('ended');
  const { window } = await start(['--sample-seconds', '10']);
  await roomReady(window);
  const playedS = await window.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const source = new MediaSource();
    const video = document.createElement('video');
    video.src = URL.createObjectURL(source);
    await new Promise((resolve) => source.addEventListener('sourceopen', resolve, { once: true }));
    const buffer = source.addSourceBuffer('video/webm; codecs="vp8"');
    buffer.appendBuffer(bytes);
    await new Promise((resolve) => buffer.addEventListener('updateend', resolve, { once: true }));
    source.endOfStream();
    const { buffered } = video;
    return buffered.length === 1 ? buffered.end(0) : NaN;
  }, readFileSync(film).toString('base64'));
  expect(Math.abs(log.media.durationS - playedS)).toBeLessThan(0.002);
});

test('a protected film ends with 3 and one sentence, before anything is prepared', async () => {
  const path = join(freshFolder('protected'), 'protected.mp4');
  const key = '00112233445566778899aabbccddeeff';
  const scheme = ['-encryption_scheme', 'cenc-aes-ctr', '-encryption_key', key];
  await ffmpeg(...picture(2), ...H264, ...scheme, '-encryption_kid', key, path);
  const outcome = await runHeadless(['--media', path, ...LINK]);
  expect(outcome.code).toBe(3);
  expect(outcome.stderr).toMatch(/^protected\.mp4 is protected \(DRM\)[^\n]+\n$/);
  expect(outcome.stdout).not.toMatch(/Remuxing|Transcoding/);
});
