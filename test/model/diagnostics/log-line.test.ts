import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatLine,
  LOG_LEVELS,
  parseLine,
  type LogLine,
} from '../../../model/diagnostics/log-line';

const LINE: LogLine = {
  at: '2026-12-01T08:30:12.123Z',
  level: 'error',
  from: 'Bufferscope reader streaming',
  what: 'ended with 11',
  words: '',
};

describe('a line of the log', () => {
  it('reads as time, level, who, what and words', () => {
    expect(formatLine({ ...LINE, words: 'a | b\nc' })).toBe(
      '2026-12-01T08:30:12.123Z error [Bufferscope reader streaming] ended with 11 | a | b\\nc',
    );
  });

  it('holds whatever words were said, on one line', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOG_LEVELS),
        fc.stringMatching(/^[a-z ]{1,20}$/).map((text) => text.trim() || 'x'),
        fc.string({ unit: 'binary', maxLength: 200 }),
        (level, what, words) => {
          const text = formatLine({ ...LINE, level, what, words });
          expect(text).not.toMatch(/[\n\r\u2028\u2029]/);
          const read = parseLine(text);
          expect(read).toMatchObject({ at: LINE.at, level, from: LINE.from, what });
          const kept = words.trim().replace(/(?![\n\r])[\p{Cc}\u2028\u2029]/gu, ' ');
          expect(read?.words.trim()).toBe(kept.trim());
        },
      ),
    );
  });

  it('never lets words out into the part that is handed on, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (from, what) => {
        const read = parseLine(formatLine({ ...LINE, from, what, words: 'SECRET' }));
        expect(read?.words).toBe('SECRET');
        expect(read?.from.includes('SECRET')).toBe(from.includes('SECRET'));
      }),
    );
  });

  it('is bounded, and one that was cut off is none', () => {
    expect(formatLine({ ...LINE, words: 'x'.repeat(1e6) }).length).toBeLessThan(4200);
    const whole = formatLine(LINE);
    for (const text of ['', 'x', whole.slice(1), whole.slice(0, 40)]) {
      expect(parseLine(text)).toBeNull();
    }
  });
});
