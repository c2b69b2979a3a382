import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tailHex, tailText } from '../../../../renderer/server/panels/tail-words';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the end of a text', () => {
  it('is read whole when it is whole', () => {
    expect(tailText(utf8('Grüße €'), utf8('Grüße €').length)).toBe('Grüße €');
  });

  it('never begins or ends with half a character, wherever it was cut', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, from, to) => {
        const bytes = utf8(`ab${words}cd`);
        const start = from % bytes.length;
        const end = start + (to % (bytes.length - start)) + 1;
        const shown = tailText(bytes.subarray(start, end), bytes.length);
        expect(shown).not.toContain('\ufffd');
        expect(`ab${words}cd`).toContain(shown);
      }),
    );
  });
});

describe('bytes that are no text', () => {
  it('are shown with the offset of each row, the last at the end', () => {
    const data = Uint8Array.from([0, 1, 2, 65, 66, 255, 32, 126, 7]);
    expect(tailHex(data, 1009)).toBe(
      '000001000 00 01 02 41 42 ff 20 7e ...AB..~\n000001008 07                      .',
    );
  });
});
