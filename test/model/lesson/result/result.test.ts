import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../../../../electron/words';
import {
  linesRemark,
  numbersRemark,
  questionsOfClass,
  sentencesOfClass,
  type Learner,
} from '../../../../model/lesson/result/class';
import { curveOf, ranOf, runsOf } from '../../../../model/lesson/figures';
import { readResult } from '../../../../model/lesson/result/read';
import { MAX_RESULT_BYTES, resultSchema } from '../../../../model/lesson/result/schema';
import { resultOf, resultText } from '../../../../model/lesson/result/write';
import { simulatedRun } from '../bundled';
import { LESSON, recordWith, resultWith } from './made-result';

const bytes = (text: string): number => Buffer.byteLength(text);

describe('a result file', () => {
  test('is read back as it was written, and is small', () => {
    const result = resultWith(3e6, { name: ' Mina ' });
    const text = resultText(result);
    expect(bytes(text)).toBeLessThan(MAX_RESULT_BYTES);
    expect(readResult(text)).toEqual({ ok: true, result });
    expect(result.name).toBe('Mina');
    expect(Object.keys(result.ran['cut']?.curves ?? {})).toEqual(['buffering']);
  });

  test('stays under 20 kB whatever was said and drawn', () => {
    const sentence = { atMs: 1, text: '가'.repeat(1000) };
    const sentences = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [String(i), sentence]),
    );
    const points = Array.from({ length: 601 }, (_, i) => ({
      tMs: i * 1000.123,
      bytes: i * 12345.6,
    }));
    const record = recordWith(3e6, {
      sentences,
      predictions: { reserve: { atMs: 1, answer: { kind: 'draw', points } } },
    });
    const text = resultText(resultOf(record, LESSON, { name: '', savedMs: 1 }));
    expect(bytes(text)).toBeLessThan(MAX_RESULT_BYTES);
    expect(readResult(text)).toMatchObject({ ok: true, result: { name: null } });
  });

  const whole = resultText(resultWith(3e6));
  test.each([
    ['', 'empty'],
    ['\u0000\u0001', 'noResult'],
    ['{"a": 1}', 'noResult'],
    ['[]', 'noResult'],
    [whole.slice(0, 900), 'cutOff'],
    [whole.replace('result/1', 'result/2'), 'newer'],
    [whole.replace('result/1', 'run/2'), 'noResult'],
    [whole.replace('"startedMs":1000', '"startedMs":"now"'), 'field'],
    [`${whole}${' '.repeat(200_000)}`, 'tooLarge'],
  ])('%#: what is none is refused as %s', (text, code) => {
    expect(readResult(text)).toMatchObject({ ok: false, problem: { code } });
  });

  test('2,000 that were changed on their way are a result or a sentence', () => {
    const change = fc.record({
      at: fc.nat(whole.length - 1),
      length: fc.nat(60),
      put: fc.oneof(
        fc.string({ maxLength: 40, unit: 'binary' }),
        fc.constantFrom('null', '{', '}', '[]', '1e999', '-1', '"__proto__":', ',', '""'),
      ),
    });
    let refused = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const text = changes.reduce(
          (so, { at, length, put }) => so.slice(0, at) + put + so.slice(at + length),
          whole,
        );
        const read = readResult(text);
        if (read.ok) {
          expect(resultSchema.safeParse(read.result).success).toBe(true);
          // Whatever is in it can be shown.
          questionsOfClass(LESSON, [{ number: 1, file: 'a', result: read.result }]);
          return;
        }
        refused += 1;
        const { code, params } = read.problem;
        const sentence = say(`classView.problems.${code}`, params);
        expect(sentence).not.toContain('classView.');
        expect(sentence.length).toBeGreaterThan(5);
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });
});

describe('a class', () => {
  const ran = Object.fromEntries(
    runsOf(LESSON).map((run) => [run.name, ranOf(LESSON, run.name, simulatedRun(run), 2000)]),
  );
  const learners: Learner[] = [0, 3e6, 3e6, 9e6].map((least, i) => ({
    number: i + 1,
    file: `result-${String(i + 1)}`,
    result: resultWith(least, { ran, ...(i === 1 && { sentences: {} }) }),
  }));
  const asked = questionsOfClass(LESSON, learners);

  test('has every drawn line over a measured one, and says how many run empty', () => {
    const [drawn] = asked;
    if (drawn?.kind !== 'draw') throw new Error('the first question is drawn');
    expect(drawn.lines).toHaveLength(4);
    expect(drawn.values.map(({ value }) => value)).toEqual([0, 3e6, 3e6, 9e6]);
    expect(drawn.outages).toEqual([{ fromMs: 12_000, toMs: 19_000 }]);
    expect(drawn.measured).toEqual(curveOf(learners[0]?.result ?? { ran: {} }, 'cut', 'buffering'));
    const remark = linesRemark(drawn);
    expect(remark).toMatchObject({ empty: 1, full: 1 });
    // 10.7 MB less the 7 MB that are played while nothing comes.
    expect(remark?.left).toBeGreaterThan(2.5e6);
    expect(remark?.left).toBeLessThan(4.5e6);
  });

  test('counts who chose what, and what the logs say', () => {
    const who = asked[1];
    if (who?.kind !== 'choose') throw new Error('the second question is chosen');
    expect(who.options.map(({ id, learners: own, so }) => [id, own.length, so])).toEqual([
      ['streaming', 0, 4],
      ['buffering', 0, 0],
      ['both', 4, 0],
      ['none', 0, 0],
    ]);
  });

  test('reads sentences by learner, without those that were skipped', () => {
    expect(sentencesOfClass(learners).map(({ learner, step }) => [learner, step])).toEqual([
      ...[
        [1, 5],
        [3, 5],
        [4, 5],
      ],
    ]);
  });

  test('says of numbers how many lie below and above', () => {
    const question = {
      ...{ id: 'n', ask: '', kind: 'number' as const, max: 1e9 },
      measure: { run: 'cut', name: 'held' as const, subject: 'streaming', momentsMs: [] },
    };
    const values = [0, 95e6, 100e6, 300e6].map((value, learner) => ({ learner, value }));
    const numbers = { kind: 'number' as const, question, values };
    expect(numbersRemark({ ...numbers, measuredValue: 100e6 })).toEqual({
      ...{ below: 1, about: 2, above: 1 },
    });
    expect(numbersRemark({ ...numbers, measuredValue: null })).toBeNull();
  });
});
