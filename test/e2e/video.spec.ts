import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runLogSchema, type RunLog } from '../../model/run/schema';
import { expect, freshFolder, test } from './app';
import { fillSmallDisk, HARDLY_ANY_ROOM, NO_SMALL_DISK, smallDiskWith } from './files';
import { readLog, runHeadless } from './headless';
import { decoded, described, drawVideo, loudnessOf, stampsOf } from './video-file';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

const STAMPED = { BUFFERSCOPE_VIDEO_STAMPS: 'kept' };
/** Frames of 10 s. */
const FRAMES = Array.from({ length: 300 }, (_, frame) => frame);

let folder = '';
let log: RunLog;

/** The app as a command draws a video of the first test's run. */
const draw = (args: string[], env: Record<string, string> = STAMPED) =>
  drawVideo(['--log', join(folder, 'report.json'), ...args], env);

test('a run becomes a video that misses no frame, is silent where it stalled, and has its chapters', async () => {
  folder = freshFolder('video');
  const file = join(folder, 'run.mp4');
  const outcome = await runHeadless(
    [
      ...['--sample-seconds', '10', '--link', 'dropouts:2MB/s@2-6.5'],
      ...['--prefetch', '2MB', '--until', '10s', '--video', file, '--size', '1280x720'],
      ...['--sound', 'streaming', '--captions', 'beside', '--theme', 'dark', '--to', '10s'],
    ],
    [],
    undefined,
    { env: STAMPED, out: folder },
  );
  expect(outcome.stderr).toBe('');
  expect(outcome.code).toBe(0);
  log = readLog(outcome);
  expect(await stampsOf(file)).toEqual(FRAMES);
  const said = await described(file);
  expect(said).toMatch(/Duration: 00:00:10\.0\d/);
  expect(said).toMatch(/Video: h264 .*1280x720.* 30 fps/);
  expect(said).toMatch(/Audio: aac/);
  expect(said).toMatch(/\(eng\): Subtitle: mov_text/);
  expect([...said.matchAll(/start (\d\.\d+), end/g)].map(([, start]) => Number(start))).toEqual([
    ...[0, 2, 6.5],
  ]);
  expect(said).toContain('The link goes down');

  const [stall] = log.lanes.find(({ method }) => method === 'streaming')?.stalls ?? [];
  const from = (stall?.atMs ?? 0) / 100;
  const to = from + (stall?.durationMs ?? 0) / 100;
  expect(to - from).toBeGreaterThan(10);
  const loudness = await loudnessOf(file);
  const within = (a: number, b: number) => loudness.slice(Math.ceil(a), Math.floor(b));
  expect(Math.max(...within(from + 1, to - 1))).toBeLessThan(100);
  // The sample ticks once a second and is nearly silent before the next.
  expect(Math.max(...within(from - 12, from - 1))).toBeGreaterThan(1000);
  expect(Math.max(...within(to + 2, 98))).toBeGreaterThan(1000);

  const vtt = readFileSync(join(folder, 'run.en.vtt'), 'utf8');
  expect(vtt).toContain('00:00:02.0');
  expect(vtt).toContain('The link is down.');
  expect(readFileSync(join(folder, 'run.png')).subarray(1, 4).toString()).toBe('PNG');
});

test('a second video of a log has the same pictures, takes no name unasked, and shows no stamp', async () => {
  const stretch = ['--from', '1500ms', '--to', '2500ms', '--size', '1280x720'];
  const hashes: string[] = [];
  for (const name of ['one.mp4', 'two.mp4']) {
    const { ended, words } = draw(['--video', join(folder, name), ...stretch], {});
    expect([await ended, words()]).toEqual([0, expect.stringContaining('Wrote')]);
    const md5 = await decoded(join(folder, name), ['-map', '0:v', '-f', 'framemd5']);
    hashes.push(md5.toString().replace(/^#.*$/gm, ''));
  }
  expect(hashes[0]?.match(/^0,/gm)).toHaveLength(30);
  expect(hashes[1]).toBe(hashes[0]);
  expect(new Set(await stampsOf(join(folder, 'one.mp4')))).toEqual(new Set([null]));

  const before = readFileSync(join(folder, 'one.mp4'));
  const refused = draw(['--video', join(folder, 'one.mp4'), ...stretch]);
  expect(await refused.ended).toBe(4);
  expect(refused.words()).toContain('is there already');
  expect(readFileSync(join(folder, 'one.mp4'))).toEqual(before);
});

test('what was written plays after kill -9, and a signal keeps what is drawn', async () => {
  const killed = draw(['--video', join(folder, 'killed.mp4'), '--size', '1280x720']);
  const part = join(folder, 'killed.part.mp4');
  await expect.poll(() => size(part), { timeout: 120_000 }).toBeGreaterThan(200_000);
  killed.child.kill('SIGKILL');
  await killed.ended;
  // The encoder has its input's end, and writes what it has to the end.
  let last = -1;
  await expect
    .poll(() => {
      const [before, now] = [last, size(part)];
      last = now;
      return now - before;
    })
    .toBe(0);
  const stamps = await stampsOf(part);
  expect(stamps.length).toBeGreaterThan(20);
  expect(stamps).toEqual(FRAMES.slice(0, stamps.length));

  const file = join(folder, 'stopped.mp4');
  const stopped = draw(['--video', file, '--size', '1280x720']);
  await expect
    .poll(() => size(join(folder, 'stopped.part.mp4')), { timeout: 120_000 })
    .toBeGreaterThan(200_000);
  stopped.child.kill('SIGINT');
  expect(await stopped.ended).toBe(130);
  expect(stopped.words()).toMatch(/Stopped at \d+\.\d s: the video ends there\./);
  const kept = await stampsOf(file);
  expect(kept).toEqual(FRAMES.slice(0, kept.length));
  expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).not.toContain(
    'stopped.part.mp4',
  );
});

test('a disk without room is told before, and one that fills up in a sentence', async () => {
  const disk = smallDiskWith(HARDLY_ANY_ROOM);
  test.skip(disk === '', NO_SMALL_DISK);
  for (const [to, words] of [
    ['8s', 'There is too little room'],
    ['100ms', 'was full before a second'],
  ] as const) {
    const file = join(disk, 'full.mp4');
    const { ended, words: said } = draw(['--video', file, '--size', '1280x720', '--to', to]);
    expect([await ended, said()]).toEqual([4, expect.stringContaining(words)]);
    expect(readdirSync(disk).filter((name) => name.startsWith('full'))).toEqual([]);
  }
});

test('a disk that fills up while a video is drawn ends it as a file that plays', async () => {
  const disk = smallDiskWith(3_000_000);
  test.skip(disk === '', NO_SMALL_DISK);
  const file = join(disk, 'fills.mp4');
  const { ended, words } = draw(['--video', file, '--size', '1280x720', '--to', '8s']);
  await expect
    .poll(() => size(join(disk, 'fills.part.mp4')), { timeout: 120_000 })
    .toBeGreaterThan(200_000);
  fillSmallDisk(disk, 0);
  expect([await ended, words()]).toEqual([
    4,
    expect.stringContaining('is full: the video ends at'),
  ]);
  const stamps = await stampsOf(file);
  expect(stamps.length).toBeGreaterThan(30);
  expect(stamps.length).toBeLessThan(240);
  expect(stamps).toEqual(FRAMES.slice(0, stamps.length));
});

const SHAPES: { name: string; args: string[]; switches?: string[]; frames: number; is: RegExp }[] =
  [
    {
      name: 'sixty.mp4',
      args: ['--fps', '60', '--size', '1280x720', '--from', '1s', '--to', '1500ms'],
      frames: 30,
      is: /h264.*1280x720.* 60 tbr/,
    },
    {
      name: 'large.mp4',
      args: ['--size', '3840x2160', '--from', '1s', '--to', '1100ms'],
      frames: 3,
      is: /h264.*3840x2160.* 30 tbr/,
    },
    {
      name: 'dense.mp4',
      args: ['--size', '1280x720', '--from', '1s', '--to', '1200ms'],
      switches: ['--force-device-scale-factor=2'],
      frames: 6,
      is: /h264.*1280x720.* 30 tbr/,
    },
    {
      name: 'web.webm',
      args: ['--size', '1280x720', '--captions', 'burnt', '--from', '1s', '--to', '1500ms'],
      frames: 15,
      is: /vp9.*1280x720.* 30 tbr[^]*\(eng\): Subtitle: webvtt\s/,
    },
  ];

for (const { name, args, switches, frames, is } of SHAPES) {
  test(`${name} has its size, its rate and every frame`, async () => {
    const file = join(folder, name);
    const { ended, words } = drawVideo(
      ['--log', join(folder, 'report.json'), '--video', file, ...args],
      STAMPED,
      switches,
    );
    expect([await ended, words()]).toEqual([0, expect.stringContaining('Wrote')]);
    expect(await described(file)).toMatch(is);
    expect(await stampsOf(file)).toEqual(FRAMES.slice(0, frames));
  });
}

test('nothing on the stage has a clock of its own, and nobody sees it', async ({ start }) => {
  writeFileSync(join(folder, 'again.json'), JSON.stringify(runLogSchema.parse(log)));
  const drawing = ['--video', join(folder, 'pure.mp4'), '--size', '1280x720'];
  const { app, window } = await start([
    ...['--headless', '--log', join(folder, 'again.json'), ...drawing],
  ]);
  await expect(window.locator('.presenter .lane')).toHaveCount(3);
  const moving = await window.evaluate(() => ({
    animations: document.getAnimations().length,
    elements: [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none';
      })
      .map(({ tagName, className }) => `${tagName} ${String(className)}`),
    controls: document.querySelectorAll('button, input, select, a').length,
  }));
  expect(moving).toEqual({ animations: 0, elements: [], controls: 0 });
  const shown = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((each) => [each.isVisible(), each.isFocused()]),
  );
  expect(shown).toEqual([[false, false]]);
});

const size = (path: string): number => (existsSync(path) ? statSync(path).size : 0);
