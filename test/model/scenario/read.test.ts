import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemLine, problemSentence } from '../../../electron/scenarios/problem-words';
import { MAX_SCENARIO_CHARS } from '../../../model/scenario/schema';
import { readScenario } from '../../../model/scenario/read';
import { curveOf, scenarioOf, SCENARIOS } from './bundled';

const problemsOf = (text: string): string[] => {
  const result = readScenario(text, curveOf);
  return result.ok ? [] : result.problems.map((problem) => problemLine('a.yaml', problem));
};

test('what a file leaves out is what a run without flags has', () => {
  const { settings, link, seed, stage, media, steps } = scenarioOf(
    'title: A\nsteps:\n  - {at: 1s, caption: Hi}\n',
  );
  expect(settings).toMatchObject({ chunkBytes: 1e6, prefetchBytes: 10e6, speed: 1, untilMs: null });
  expect({ link, seed, stage, media }).toEqual({
    link: 'dropouts:1.3MB/s@12-17,30-37',
    seed: 1,
    stage: 'room',
    media: { kind: 'sample', seconds: 100 },
  });
  expect(steps).toEqual([{ line: 3, begins: { atMs: 1000 }, caption: { en: 'Hi' } }]);
});

test('a camera is set to its picture, its codec and whether pictures are kept; what is left out is as usual', () => {
  const liveOf = (settings: string) =>
    scenarioOf(
      `title: A\nmedia: camera:test\nsettings: {until: 5s, ${settings}}\nsteps:\n- {at: 1s, cut: 1s}\n`,
    ).settings.live;
  expect(liveOf('speed: 1')).toBeUndefined();
  expect(
    liveOf('picture: 1280x720, picture-rate: 15, turn: 90, codec: h264, keep-pictures: true'),
  ).toEqual({
    ...{ recordS: 10, reserveS: 3, codec: 'h264', keepPictures: true },
    picture: { width: 1280, height: 720, perSecond: 15, turn: 90 },
  });
  expect(liveOf('turn: 270, record: 2s')).toEqual({
    ...{ recordS: 2, reserveS: 3 },
    picture: { width: 640, height: 360, perSecond: 30, turn: 270 },
  });
  expect(liveOf('codec: vp9')).toEqual({ recordS: 10, reserveS: 3, codec: 'vp9' });
});

describe('a file with mistakes', () => {
  test('says all of them at once, each with its line, its column and what was expected', () => {
    const text = [
      'title: X',
      'langages: [en]',
      'settings:',
      '  chunk: 5 parsecs',
      'steps:',
      '  - at: 12s',
      '    captoin: hi',
      '  - when: stal(streaming)',
      '    cut: 5',
      '',
    ].join('\n');
    expect(problemsOf(text)).toEqual([
      'a.yaml:2:1: There is no "langages" here; did you mean "languages"?',
      'a.yaml:4:10: "chunk" takes a size such as 1MB, not "5 parsecs".',
      'a.yaml:7:5: There is no "captoin" here; did you mean "caption"?',
      'a.yaml:8:11: There is no event "stal(streaming)"; did you mean "stall"?',
      'a.yaml:9:10: "cut" takes true, or for how long, such as 5s, not "5".',
    ]);
  });

  test.each([
    ['', 'a.yaml:1:1: This is no scenario, which is a map with at least "title" and "steps".'],
    ['title: A\n', 'a.yaml:1:1: "steps" is missing; it takes a list of 1 to 500 steps.'],
    ['title: A\nsteps:\n- caption: x\n', /3:3: This step does not say when it begins/],
    ['title: A\nsteps:\n- at: 1s\n', /3:3: This step does nothing/],
    ['title: A\nsteps:\n- {at: 1s, when: outage, end: true}\n', /3:18: A step begins at a time or/],
    ['title: A\nsteps:\n- {at: 1s, after: 1s, end: true}\n', /3:19: "after" counts from an event/],
    [
      'title: A\nsteps:\n- {at: 2s, cut: 1s}\n- {at: 1s, end: true}\n',
      /4:8: This time lies before/,
    ],
    [
      'title: A\nsteps:\n- {at: 2s, end: true}\n- {at: 3s, cut: 1s}\n',
      /4:8: The scenario ends before/,
    ],
    [
      'title: A\nmethods: [buffering]\nsteps:\n- {when: stall(streaming), end: true}\n',
      /4:10: The scenario runs no streaming/,
    ],
    [
      'title: A\nlink: nothing:1\nsteps:\n- {at: 1s, end: true}\n',
      /2:7: Link "nothing:1": expected/,
    ],
    [
      'title: A\nsettings: {prefetch: 30MB}\nsteps:\n- {at: 1s, end: true}\n',
      /2:22: .*prefetch of 30 MB/,
    ],
    ['title: A\nmedia: http://x.y/z\nsteps:\n- {at: 1s, end: true}\n', /2:8: "media" takes/],
    ['title: A\nmedia: \\\\host\\share\nsteps:\n- {at: 1s, end: true}\n', /2:8: "media" takes/],
    ['title: A\nmedia: camera:test\nsteps:\n- {at: 1s, caption: x}\n', /2:8: A camera never ends/],
    [
      'title: A\nsettings: {codec: h265}\nsteps:\n- {at: 1s, end: true}\n',
      /"codec" takes vp8, vp9 or/,
    ],
    ['title: A\nsettings: {turn: 45}\nsteps:\n- {at: 1s, end: true}\n', /"turn" takes 0, 90, 180/],
    [
      'title: A\nsettings: {picture: 1920x1080}\nsteps:\n- {at: 1s, end: true}\n',
      /2:21: "picture" takes a size from 160x90/,
    ],
    [
      'title: A\nsettings: {picture-rate: 0}\nsteps:\n- {at: 1s, end: true}\n',
      /"picture-rate" takes pictures a second/,
    ],
    [
      'title: A\nsettings: {picture-size: 640x360}\nsteps:\n- {at: 1s, end: true}\n',
      /There is no "picture-size" here; did you mean "picture-rate"/,
    ],
    [
      'title: A\nsettings: {record: 500s}\nsteps:\n- {at: 1s, end: true}\n',
      /2:20: "record" takes a time from 1s/,
    ],
    ['title: {ko: 가}\nsteps:\n- {at: 1s, end: true}\n', /1:8: There is no text in "en"/],
    ['title: A\ntitle: B\nsteps: []\n', /2:1: .*"title" is given twice/],
    ['title: !boo A\nsteps: []\n', /1:8: .*Unresolved tag/],
    [
      'title: A\nlink: unlimited\nsteps:\n- {when: outage, rate: 1MB/s}\n',
      /4:24: "rate" changes a link of/,
    ],
    [
      'title: A\nsteps:\n- {at: 1s, clients: {remove: all}}\n',
      /3:21: Clients are of the Server room/,
    ],
    [
      'title: A\nsteps:\n- {when: seated(2), end: true}\n',
      /3:10: This is an event of the Server room/,
    ],
    [
      'title: A\nserver: {model: sync}\nsteps:\n- {when: outage, cut: true}\n',
      /4:10: The Server room has other events/,
    ],
    [
      'title: A\nserver: {model: sync}\nsteps:\n- {at: 1s, cut: true}\n',
      /4:17: The Server room has no "cut"/,
    ],
    ['title: A\nsteps:\n- {at: 1s, zoom: lane}\n', /3:18: "zoom" takes none, file/],
    [
      'title: A\nlink: unlimited\nsteps:\n- {at: 1s, rate: 1MB/s}\n',
      /4:18: "rate" changes a link of/,
    ],
  ])('%j', (text, expected) => {
    const [first = ''] = problemsOf(text);
    if (typeof expected === 'string') expect(first).toBe(expected);
    else expect(first).toMatch(expected);
  });

  test.each([
    ['brackets without end', '['.repeat(90_000)],
    ['dashes without end', '- '.repeat(45_000)],
    ['keys without end', `{${Array.from({ length: 20_000 }, (_, i) => `k${String(i)}`).join()}}`],
    ['keys within keys', `${'? '.repeat(30)}a`],
    ['indents without end', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    [
      'a billion laughs',
      `a: &a [x, x]\n${[...'bcdefghij'].map((c, i) => `${c}: &${c} [${`*${'abcdefghij'[i] ?? ''},`.repeat(9)}]`).join('\n')}`,
    ],
    ['more than a scenario has', `title: A\n${'#'.repeat(MAX_SCENARIO_CHARS)}`],
    ['steps without end', `title: A\nsteps:\n${'- x\n'.repeat(24_000)}`],
  ])('%s is refused in a sentence and at once', (_name, text) => {
    const startMs = performance.now();
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(21);
    // Minutes without the bounds; no measure of speed.
    expect(performance.now() - startMs).toBeLessThan(10_000);
  });
});

/** A gap of the words that nothing was put into; the file itself may hold braces. */
const GAP = /\{\{(key|keys|near|found|expected|most|reason|count|tag|languages?|lane)\}\}/;

describe('a stranger’s file', () => {
  const texts = readdirSync(SCENARIOS).map((file) =>
    readFileSync(resolve(SCENARIOS, file), 'utf8'),
  );
  const scraps = fc.constantFrom(
    ...[
      '[',
      '{',
      '}',
      ']',
      ':',
      '- ',
      '&a ',
      '*a',
      '!!int ',
      '? ',
      '|\n',
      '"',
      "'",
      '\t',
      '\0',
      '---\n',
    ],
    ...[
      '<<: ',
      'null',
      '~',
      '1e99',
      '-1s',
      '__proto__: x\n',
      'constructor',
      '\u2028',
      '99999999999s',
      '%',
    ],
  );
  const edit = fc.record({
    at: fc.nat(),
    cut: fc.nat({ max: 30 }),
    put: fc.oneof(scraps, fc.string()),
  });
  const mutated = fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([text, edits]) =>
      edits.reduce((now, { at, cut, put }) => {
        const from = at % (now.length + 1);
        return now.slice(0, from) + put + now.slice(from + cut);
      }, text),
    );

  test('2,000 mutated files are each a scenario or sentences with a place in the file', () => {
    let refused = 0;
    fc.assert(
      fc.property(mutated, (text) => {
        const result = readScenario(text, curveOf);
        if (result.ok) return;
        refused += 1;
        const lines = text.split('\n').length;
        expect(result.problems.length).toBeGreaterThan(0);
        for (const problem of result.problems) {
          expect(problemSentence(problem)).toMatch(/^\S.*[.?]$/s);
          expect(problemSentence(problem)).not.toMatch(GAP);
          expect(problemSentence(problem)).not.toMatch(/scenario\.(problems|expected)/);
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines + 1);
          expect(problem.column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(500);
  });
});
