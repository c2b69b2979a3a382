import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownValue } from '../../model/own-value';

test('a table gives what it holds itself, under any other key nothing', () => {
  const table: Record<string, number> = { MB: 1e6, valueOfMine: 2 };
  const inherited = Object.getOwnPropertyNames(Object.prototype);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom(...inherited, 'MB')), (key) => {
      expect(ownValue(table, key)).toBe(key in table && key === 'MB' ? 1e6 : undefined);
    }),
  );
});
