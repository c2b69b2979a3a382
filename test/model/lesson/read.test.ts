import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lessonProblemSentence } from '../../../electron/lessons/lesson-problem-words';
import { readLesson } from '../../../model/lesson/read';
import { MAX_LESSON_CHARS } from '../../../model/lesson/schema';
import { curveOf } from '../scenario/bundled';
import { LESSON_NAMES, lessonOf, lessonText } from './files';

const problemsOf = (text: string): string[] => {
  const result = readLesson(text, curveOf);
  if (result.ok) return [];
  return result.problems.map(
    (each) => `${String(each.line)}:${String(each.column)}: ${lessonProblemSentence(each)}`,
  );
};

const HEAD = '---\ntitle: A\nquestion: B\nminutes: 5\n---\n';
const file = (...steps: string[]): string =>
  HEAD + steps.map((yaml) => `\n## Step\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n\nText.\n`).join('');

describe('a file with mistakes', () => {
  test('says all of them at once, each with its place and what was expected', () => {
    const text = file(
      'step: red',
      'step: run\nruns:\n  - name: one\n    claims: [stals(streaming) = 0]',
    )
      .replace('minutes: 5', 'minuts: 5')
      .replace('question: B', 'question: 7');
    expect(problemsOf(text)).toEqual([
      '2:1: "minutes" is missing; it takes a whole number.',
      '3:11: "question" takes a text, not "7".',
      '4:1: There is no "minuts" here; did you mean "minutes"?',
      '10:7: "step" takes hook, read, predict, run, see, why, try or end, not "red".',
      '21:14: "claims" takes what a log can say, such as stalls(streaming) = 0 or startup(buffering) < 5s, not "stals(streaming) = 0".',
    ]);
  });

  test.each([
    ['', /^1:1: A lesson begins with a head/],
    ['---\ntitle: A\n---\n', /^2:1: "question" is missing/],
    [HEAD, /^5:1: A lesson has 1 to 20 steps/],
    [`${HEAD}\nHello.\n`, /A lesson has 1 to 20 steps/],
    [`${HEAD}\nHello.\n\n## A\n`, /^7:1: Text stands under the heading/],
    [`${HEAD}\n## A\n\nText.\n`, /^7:1: This step does not say what it is/],
    [file('step: read\nstep: run'), /"step" is given twice/],
    [file('step: run\nruns: [{name: a}, {name: a}]'), /Two runs are called "a"/],
    [file('step: run\nruns: [{name: a, settings: {prefetch: 30MB}}]'), /prefetch of 30 MB/],
    [file('step: run\nruns: [{name: a, link: nothing:1}]'), /Link "nothing:1": expected/],
    [file('step: run\nruns: [{name: a, claims: [b.stalls(streaming) = 0]}]'), /no run "b"/],
    [
      file('step: run\nruns: [{name: a, methods: [buffering], claims: [stalls(streaming) = 0]}]'),
      /The run "a" has no lane streaming/,
    ],
    [
      file(
        'step: predict\nquestions: {q: {ask: A, choose: {a: A, b: B}, check: {c: "stalls(streaming) = 0"}}}',
      ),
      /There is no option "c"; there are a, b/,
    ],
    [
      file(
        'step: predict\nquestions: {q: {ask: A, draw: {lane: streaming, from: 8s, to: 4s}}}',
        'step: run\nruns: [{name: a}]',
      ),
      /a line is drawn from left to right/,
    ],
    [file('step: predict\nquestions: {q: {ask: A}}'), /exactly one of "choose"/],
    [`${HEAD}\n## A\n\n\`\`\`yaml\nstep: read\n\`\`\`\n\n# Heading\n`, /none of them \(heading\)/],
    [
      `${HEAD}\n## A\n\n\`\`\`yaml\nstep: read\n\`\`\`\n\nIt is [starts(x)|1 s].\n`,
      /is no measure/,
    ],
  ])('%#', (text, expected) => {
    expect(problemsOf(text).join('\n')).toMatch(expected);
  });

  test.each([
    ['lists within lists', `${HEAD}\n## A\n\n${'- '.repeat(15_000)}`],
    [
      'indents without end',
      `${HEAD}\n${Array.from({ length: 250 }, (_, i) => `${' '.repeat(i)}- a`).join('\n')}`,
    ],
    ['stars without end', `${HEAD}\n## A\n\n${'*a '.repeat(13_000)}`],
    ['fences without end', `${HEAD}\n${'```\n'.repeat(9000)}`],
    ['brackets without end', `${HEAD}\n## A\n\n${'['.repeat(39_000)}`],
    ['more than a lesson has', `${HEAD}${'#'.repeat(MAX_LESSON_CHARS)}`],
    ['a head without end', `---\n${'a: ['.repeat(9000)}\n---\n`],
  ])('%s are refused in a sentence', (_name, text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0);
  });
});

test('HTML, links and pictures are the characters that they are written with', () => {
  const text =
    HEAD +
    '\n## A\n\n```yaml\nstep: read\n```\n\n<b onclick="x">hi</b> [a](http://b) ![c](d) <http://e>\n';
  const [step] = lessonOf(text).steps;
  expect(step?.text).toEqual([
    {
      kind: 'paragraph',
      inlines: [{ kind: 'text', text: '<b onclick="x">hi</b> [a](http://b) ![c](d) <http://e>' }],
    },
  ]);
});

/** A gap of the words that nothing was put into. */
const GAP = /\{\{\w+\}\}|lessons\.|scenario\./;

describe('a stranger’s file', () => {
  // A head and two steps: what is wrong in a third is found as it is in the first.
  const texts = LESSON_NAMES.flatMap((name) => {
    const [head = '', ...steps] = lessonText(name).split(/^(?=## )/m);
    return steps.slice(1).map((step, i) => head + (steps[i] ?? '') + step);
  });
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
      '```',
      '---\n',
      '## ',
      '\n',
      '\t',
      '    ',
      '"',
      '|',
      '>',
    ],
    ...[
      'step: run',
      'null',
      '1e999',
      '\u0000',
      '\ud800',
      '가',
      '[x|y]',
      'stalls(streaming) = 0',
      '~',
    ],
  );
  const edits = fc.array(
    fc.record({ at: fc.nat(), cut: fc.nat({ max: 60 }), put: scraps, times: fc.nat({ max: 3 }) }),
    { minLength: 1, maxLength: 6 },
  );

  test('2,000 mutated files are each a lesson or sentences with a place in the file', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), edits, (text, changes) => {
        let mutated = text;
        for (const { at, cut, put, times } of changes) {
          const from = at % (mutated.length + 1);
          mutated = mutated.slice(0, from) + put.repeat(times) + mutated.slice(from + cut);
        }
        const result = readLesson(mutated, curveOf);
        if (result.ok) return;
        const lines = mutated.split('\n').length;
        expect(result.problems.length).toBeGreaterThan(0);
        expect(result.problems.length).toBeLessThanOrEqual(21);
        for (const problem of result.problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines);
          expect(problem.column).toBeGreaterThanOrEqual(1);
          if (problem.code === 'expected' || problem.code === 'yaml') continue;
          expect(lessonProblemSentence(problem)).not.toMatch(GAP);
        }
      }),
      { numRuns: 2000 },
    );
  }, 180_000);
});
