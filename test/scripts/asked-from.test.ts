import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askedFrom } from '../../scripts/asked-from.mjs';

const here = tmpdir();

describe('relative paths of a command are meant from', () => {
  it('the folder in which npm was called, for our own two commands', () => {
    for (const script of ['start', 'cli']) {
      expect(askedFrom({ npm_lifecycle_event: script, INIT_CWD: here }, '/repo')).toBe(here);
    }
  });

  it('the working folder, when another script calls or npm does not', () => {
    expect(askedFrom({ npm_lifecycle_event: 'test', INIT_CWD: here }, '/repo')).toBe('/repo');
    expect(askedFrom({ INIT_CWD: here }, '/repo')).toBe('/repo');
    expect(askedFrom({}, '/repo')).toBe('/repo');
  });

  it('the working folder, when the other one is gone', () => {
    const gone = join(here, 'gone', 'for', 'ever');
    expect(askedFrom({ npm_lifecycle_event: 'cli', INIT_CWD: gone }, '/repo')).toBe('/repo');
  });
});
