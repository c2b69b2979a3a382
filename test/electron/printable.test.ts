import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, printableLines } from '../../electron/printable';

test('no control character of a name reaches a terminal', () => {
  expect(printable('\u001b]0;title\u0007\r\n\u009b2J\u202egnp.exe')).toBe(
    '?]0;title????2J?gnp.exe',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(printableLines(text).split('\n')).toHaveLength(text.split('\n').length);
    }),
  );
});

test('names as people write them stay', () => {
  const name = 'Übung 1 – Köln, 東京 👩‍💻.mp4';
  expect(printable(name)).toBe(name);
});
