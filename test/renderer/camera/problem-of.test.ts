import { describe, expect, it } from 'vitest';
import { CameraProblem } from '../../../renderer/camera/camera-problem';
import { problemOf } from '../../../renderer/camera/problem-of';

describe('problemOf', () => {
  it.each([
    ['NotAllowedError', 'denied', 'not allowed'],
    ['SecurityError', 'denied', 'not allowed'],
    ['NotFoundError', 'none', 'not found'],
    ['NotReadableError', 'busy', 'another program'],
    ['OverconstrainedError', 'size', '1280 x 720'],
    ['AbortError', 'failed', 'could not be turned on'],
    ['InvalidStateError', 'failed', 'could not be turned on'],
  ])('makes %s a sentence: %s', (name, code, words) => {
    const problem = problemOf(new DOMException('Some words.', name), 'Desk camera');
    expect(problem).toBeInstanceOf(CameraProblem);
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(/^Desk camera |Bufferscope .* Desk camera/);
    expect(problem.message).toContain(words);
    expect(problem.message).toContain('test picture');
    expect(problem.message).not.toContain('{{');
    expect(problem.detail).toBe(`${name}: Some words.`);
  });

  it('knows a device that left between the list and the request from a size that is not offered', () => {
    const refused = (constraint: string): object => ({
      name: 'OverconstrainedError',
      message: '',
      constraint,
    });
    expect(problemOf(refused('deviceId'), 'Desk camera').code).toBe('none');
    const size = problemOf(refused('width'), 'Desk camera');
    expect(size).toMatchObject({ code: 'size', detail: 'OverconstrainedError' });
  });

  it('keeps a problem that has its sentence, and takes anything that is thrown', () => {
    const gone = new CameraProblem('gone', 'Desk camera');
    expect(problemOf(gone, 'another')).toBe(gone);
    for (const thrown of [undefined, null, 'words', 7, {}, new Error('words')]) {
      expect(problemOf(thrown, 'Desk camera').code).toBe('failed');
    }
    expect(problemOf('words', 'Desk camera').detail).toBe('Error: words');
  });
});
