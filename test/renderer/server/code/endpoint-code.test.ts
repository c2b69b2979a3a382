import { describe, expect, it } from 'vitest';
import {
  ENDPOINT_CODE,
  LANGUAGES,
  markedCode,
} from '../../../../renderer/server/code/endpoint-code';
import { SHOWN_ENDPOINTS } from '../../../../renderer/services/endpoint-glyph';

describe('marked code', () => {
  it('takes the marks out and knows their lines', () => {
    const source =
      '# step: wait\ndef a():\n    b()  # step: read\n    return c  # step: send drain\n';
    expect(markedCode(source)).toEqual([
      { text: 'def a():', steps: ['wait'], only: null },
      { text: '    b()', steps: ['read'], only: null },
      { text: '    return c', steps: ['send', 'drain'], only: null },
    ]);
    expect(markedCode('f(); // step: row')).toEqual([{ text: 'f();', steps: ['row'], only: null }]);
    expect(markedCode('f(); // step: drain // if: held')).toEqual([
      { text: 'f();', steps: ['drain'], only: 'held' },
    ]);
  });

  it('does not know steps that the server does not have', () => {
    expect(() => markedCode('f() # step: fly')).toThrow('"fly"');
  });
});

/** The steps that each endpoint of the server goes through, besides waiting and being done. */
const STEPS = {
  '/buffer': ['read', 'send', 'drain'],
  '/stream': ['read', 'send', 'drain'],
  '/table': ['row', 'drain', 'send'],
  '/feed': ['frame', 'send', 'drain'],
} as const;

describe.each(SHOWN_ENDPOINTS)('the code of %s', (endpoint) => {
  it.each(LANGUAGES)('has a line for each step in %s, and is short', (language) => {
    const lines = ENDPOINT_CODE[endpoint][language];
    for (const step of ['wait', ...STEPS[endpoint]] as const) {
      expect(lines.filter(({ steps }) => steps.includes(step))).toHaveLength(1);
    }
    expect(lines.length).toBeLessThanOrEqual(16);
    for (const { text } of lines) {
      expect(text.length).toBeLessThanOrEqual(84);
      expect(text).not.toMatch(/step:|if:/);
    }
  });
});
