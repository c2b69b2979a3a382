import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { METHODS } from '../../../model/delivery/types';
import { runLogSchema } from '../../../model/run/schema';
import { Bench, H264_AAC, picture, tone } from '../media/made';
import { runCommand, startCommand } from './command';

interface Run {
  seed: number;
  lanes: Record<string, number | string | null>[];
  leastPrefetchBytes: number | null;
  log?: unknown;
}

const EVEN = ['simulate', '--bitrate', '8Mbit/s', '--duration', '100s'];

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.open();
});
afterAll(() => bench.close());

/** The first line of a run of a file. */
const FFMPEG = /^ffmpeg \S+ \(.+\)\.\n/;
/** What was opened, and how it is delivered. */
const OPENED =
  /^(?:film|some)\.\w+: .*(?:Delivered as it is|Remuxed without loss|delivered as bytes).*\n/m;

async function runs(args: readonly string[], said = ''): Promise<Run[]> {
  const { code, stdout, stderr } = await runCommand(args, {
    BUFFERSCOPE_CACHE_DIR: bench.path('cache'),
  });
  // On a busy machine a command takes longer than the second after which its progress is said.
  let rest = stderr.replace(/^(?:(?:Remuxing|Indexing) \w+\.\w+: .*|\d+ of \d+ seeds)\n/gm, '');
  if (args.includes('--media')) {
    expect(stderr).toMatch(FFMPEG);
    expect(rest).toMatch(OPENED);
    rest = rest.replace(FFMPEG, '').replace(OPENED, '');
  }
  expect(rest).toBe(said);
  expect(code).toBe(0);
  return (JSON.parse(stdout) as { runs: Run[] }).runs;
}

describe('simulate prints what a run comes to', () => {
  test('as JSON, in the form that is promised', async () => {
    const [run, ...more] = await runs([...EVEN, '--link', 'constant:1.25MB/s', '--json']);
    expect(more).toEqual([]);
    // 1 MB takes 0.8 s: all, ten, one of them, and no stall.
    const starts = { 'full-buffer': 80_000, buffering: 8000, streaming: 800 };
    expect(run).toEqual({
      seed: 1,
      lanes: METHODS.map((method) => ({
        method,
        startupDelayMs: starts[method],
        stallCount: 0,
        stallTotalMs: 0,
        endedMs: starts[method] + 100_000,
      })),
      leastPrefetchBytes: 0,
    });
  });

  test('for every seed, the same each time', async () => {
    const args = [
      ...EVEN,
      '--link',
      'unstable:1.3MB/s;jitter=20ms',
      '--seeds',
      '3,10-12',
      '--json',
    ];
    const first = await runCommand(args);
    expect((JSON.parse(first.stdout) as { runs: Run[] }).runs.map(({ seed }) => seed)).toEqual([
      3, 10, 11, 12,
    ]);
    // On a busy computer stderr says how far it is.
    const { code, stdout } = first;
    expect(await runCommand(args)).toMatchObject({ code, stdout });
  });

  test('with settings of its own, and a least prefetch that does', async () => {
    const link = ['--link', 'dropouts:1.3MB/s@40-55', '--methods', 'buffering', '--json'];
    const own = ['--chunk', '100kB', '--max-ahead', '30MB'];
    const at = async (bytes: number): Promise<Run | undefined> =>
      (await runs([...EVEN, ...link, ...own, '--prefetch', `${bytes}B`]))[0];
    const least = (await at(1_000_000))?.leastPrefetchBytes ?? NaN;
    expect((await at(least))?.lanes).toMatchObject([{ stallCount: 0 }]);
    expect((await at(least - 1))?.lanes).toMatchObject([{ stallCount: 1 }]);
  });

  test('with --log the whole log of each run, in the schema of a live one', async () => {
    const args = [...EVEN, '--link', 'dropouts:1.3MB/s', '--seeds', '1-2', '--log'];
    for (const { seed, lanes, log } of await runs(args)) {
      const parsed = runLogSchema.parse(log);
      expect(parsed.link).toMatchObject({ spec: 'dropouts:1.3MB/s', seed });
      expect(parsed.link.outages).toHaveLength(2);
      expect(parsed.lanes.map(({ stallCount }) => stallCount)).toEqual(
        lanes.map(({ stallCount }) => stallCount),
      );
      expect(parsed.lanes[2]?.stalls[0]?.cause).toContain('the link was down');
      expect(parsed.lanes[1]?.samples.length).toBeGreaterThan(1000);
    }
  });

  test('in a table for people: run by run, or over many seeds', async () => {
    const few = await runCommand([...EVEN, '--link', 'constant:1.25MB/s']);
    expect(few.stdout.split('\n')).toHaveLength(6);
    expect(few.stdout).toMatch(/buffering +1 +8\.0 s +0 +0 +108\.0 s/);
    expect(few.stdout).toContain('Least prefetch without a stall: 0 MB');
    const many = await runCommand([...EVEN, '--link', 'unstable:1.3MB/s', '--seeds', '1-50']);
    expect(many.stdout).toMatch(/streaming +50 +0\.\d s \(0\.\d s to \d\.\d s\)/);
    expect(many.stdout).toMatch(/Least prefetch without a stall: \S+ MB to \d+ MB, by the seed/);
  });
});

describe('simulate takes', () => {
  test('a film by its own index', async () => {
    const args = ['-movflags', '+frag_keyframe+empty_moov+default_base_moof'];
    const film = await bench.make('film.mp4', ...picture(6), ...tone(6), ...H264_AAC, ...args);
    const media = ['simulate', '--media', film, '--chunk', '16KiB', '--prefetch', '50kB'];
    const [run] = await runs([...media, '--link', 'constant:1MB/s', '--log']);
    const log = runLogSchema.parse(run?.log);
    expect(log.media).toMatchObject({ name: 'film.mp4', container: 'MP4', prepared: null });
    expect(log.media.durationS).toBeCloseTo(6, 0);
    for (const lane of log.lanes) expect(lane).toMatchObject({ state: 'ended', stallCount: 0 });
  });

  test('one that has to be prepared, into the cache that it is told, and leaves no mark there', async () => {
    const film = await bench.make('film.mkv', ...picture(3), ...tone(3), ...H264_AAC);
    const [run] = await runs(['simulate', '--media', film, '--link', 'unlimited', '--json']);
    expect(run?.lanes).toMatchObject([{ startupDelayMs: 0 }, {}, {}]);
    const kept = readdirSync(bench.path('cache'));
    expect(kept).not.toEqual([]);
    expect(kept.filter((name) => /\.(use|part)$/.test(name))).toEqual([]);
  });

  test('any file as bytes, read at a rate', async () => {
    const path = bench.path('some.bin');
    writeFileSync(path, Buffer.alloc(4_000_000));
    const bytes = ['simulate', '--media', path, '--as', 'bytes', '--consume-rate', '2MB/s'];
    const [run] = await runs([
      ...bytes,
      '--methods',
      'streaming',
      '--link',
      'constant:4MB/s',
      '--json',
    ]);
    expect(run?.lanes).toMatchObject([{ startupDelayMs: 250, endedMs: 2250 }]);
  });

  test('a trace whose path has a space, and a profile', async () => {
    const path = bench.path('my trace.log');
    writeFileSync(path, Array.from({ length: 1000 }, (_, i) => `${i + 1}\n`).join(''));
    // 1500 bytes each millisecond.
    const streaming = ['--methods', 'streaming', '--chunk', '15kB', '--json'];
    const said =
      'Link: Read as mahimahi packet deliveries (times in ms): 1.0 s long, 1.5 MB/s in the mean.\n';
    const [run] = await runs([...EVEN, '--link', `trace:${path}`, ...streaming], said);
    expect(run?.lanes).toMatchObject([{ stallCount: 0 }]);
    expect(run?.lanes[0]?.startupDelayMs).toBeGreaterThanOrEqual(10);
    expect(run?.lanes[0]?.startupDelayMs).toBeLessThan(80);
    const [train] = await runs([...EVEN, '--link', 'profile:train-4g', '--json']);
    expect(train?.lanes).toHaveLength(3);
  });
});

describe('simulate says in one sentence', () => {
  const link = ['--link', 'constant:1MB/s'];
  test.each([
    [[...EVEN, ...link, '--chunk', 'big'], 2, /^--chunk: "big" is not a size/],
    [[...EVEN, ...link, '--wrong'], 2, /^Unknown argument "--wrong"/],
    [[...EVEN, ...link, 'film.mp4'], 2, /^Unknown argument "film\.mp4"/],
    [[...EVEN], 2, /^--link is missing/],
    [['simulate', ...link], 2, /^Name one source/],
    [['simulate', ...link, '--bitrate', '1MB/s'], 2, /^Name one source/],
    [[...EVEN, ...link, '--media', 'x.mp4'], 2, /^Name one source/],
    [[...EVEN, ...link, '--bitrate', '0MB/s'], 2, /^--bitrate: "0MB\/s" is not above 0/],
    [[...EVEN, ...link, '--seeds', '9-1'], 2, /^--seeds: "9-1" is no list of seeds/],
    [[...EVEN, ...link, '--prefetch', '20MB'], 2, /^These settings cannot go together/],
    [[...EVEN, '--link', 'profile:nowhere'], 2, /^--link: .*nowhere/],
    [[...EVEN, '--link', 'trace:/nowhere/at all'], 2, /^--link: .*\/nowhere\/at all/],
    [['simulate', ...link, '--media', '/nowhere/film.mp4'], 3, /film\.mp4/],
    [['simulate', ...link, '--bitrate', '8Mbit/s', '--duration', '1valueOf'], 2, /is not a time/],
    [
      ['simulate', ...link, '--bitrate', '1B/s', '--duration', '9007199254740s'],
      2,
      /^These sizes make 9,007,200 chunks, and 1,000,000 are simulated at most/,
    ],
    [['simulate', ...link, '--media', '/nowhere', '--chunk', '1KiB'], 3, /nowhere/],
    [[...EVEN, '--link', 'constant:1B/s', '--log'], 2, /^This run lasts more than 24 hours/],
    [[...EVEN, ...link, '\u001b[2J'], 2, /^Unknown argument "\?\[2J"/],
    [['\u001b]0;x\u0007'], 2, /^There is no command "\?\]0;x\?"/],
    [
      ['simulat'],
      2,
      /^There is no command "simulat"; there are simulate, serve, runs, scenario, media-report\.$/m,
    ],
  ])('what is wrong with %j', async (args, code, sentence) => {
    const outcome = await runCommand(args);
    const said = outcome.stderr.replace(FFMPEG, '');
    expect(said).toMatch(sentence);
    const [, detail, ...more] = said.trimEnd().split('\n');
    if (detail !== undefined) expect(detail).toMatch(/^ {2}\S/);
    expect(more).toEqual([]);
    expect(outcome).toMatchObject({ code, stdout: '' });
  });

  test('where a trace is not one, its line', async () => {
    const path = bench.path('bad.log');
    writeFileSync(path, '1\n2\nthree\n');
    const { code, stderr } = await runCommand([...EVEN, '--link', `trace:${path}`]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^--link: .*bad\.log.*[Ll]ine 3.*\n$/),
    ]);
  });
});

test('--help and no command at all tell what there is', async () => {
  const help = await runCommand(['simulate', '--help']);
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toContain('--bitrate RATE');
  expect((await runCommand(['--help'])).stdout).toContain('serve');
  expect((await runCommand([])).code).toBe(2);
});

test('a signal ends a single large run within its lanes', async () => {
  const args = ['simulate', '--bitrate', '8Mbit/s', '--duration', '900000s'];
  const child = startCommand([...args, '--link', 'unstable:1.3MB/s', '--json']);
  // The head of its answer: the run has begun.
  await once(child.stdout ?? child, 'data');
  child.kill('SIGTERM');
  child.stdout?.resume();
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(143);
});

test('relative paths are meant from the folder in which npm was called', async () => {
  writeFileSync(bench.path('near.log'), '100\n200\n');
  const npm = { npm_lifecycle_event: 'cli', INIT_CWD: bench.path('.') };
  const args = [...EVEN, '--link', 'trace:near.log', '--chunk', '16KiB', '--prefetch', '50kB'];
  const { code, stderr } = await runCommand(args, npm);
  expect(stderr).toMatch(/^Link: Read as mahimahi/);
  expect(code).toBe(0);
});

test('a signal ends it at once, without a word', async () => {
  const args = [...EVEN, '--link', 'unstable:1.3MB/s', '--seeds', '1-10000000', '--json'];
  const child = startCommand(args);
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child.stdout ?? child, 'data');
  child.stdout?.resume();
  child.kill('SIGINT');
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(130);
  expect(stderr.replace(/^(Build: .*|\d+ of \d+ seeds)\n/gm, '')).toBe('');
});
