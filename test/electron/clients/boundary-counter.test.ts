import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoundaryCounter, boundaryOf } from '../../../electron/clients/boundary-counter';

const part = (body: string): string =>
  `--frame\r\nContent-Type: image/jpeg\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}\r\n`;

describe('the counter of parts', () => {
  it('counts a part when the delimiter behind it is there', () => {
    const counter = new BoundaryCounter('frame');
    counter.push(Buffer.from(part('one').trimEnd()));
    expect(counter.parts).toBe(0);
    counter.push(Buffer.from('\r\n--fra'));
    expect(counter.parts).toBe(0);
    counter.push(Buffer.from('me\r\n'));
    expect(counter.parts).toBe(1);
  });

  it('tells how long a whole part lay there before the delimiter behind it', () => {
    const counter = new BoundaryCounter('frame');
    const one = part('one').trimEnd();
    counter.push(Buffer.from(one.slice(0, 20)), 1000);
    counter.push(Buffer.from(one.slice(20)), 1200);
    expect(counter.behindMs).toBeNull();
    counter.push(Buffer.from(`\r\n${part('two')}`), 2200);
    expect(counter.behindMs).toBe(1000);
    // With its delimiter right behind it a part has waited for nothing; of three it is the one in the middle.
    counter.push(Buffer.from(`--frame\r\n`), 2210);
    counter.push(Buffer.from(`${part('three').slice(9)}--frame\r\n`), 3210);
    expect(counter.behindMs).toBe(10);
  });

  it('takes no boundary inside a picture for one', () => {
    const counter = new BoundaryCounter('frame');
    counter.push(Buffer.from(`${part('a--frame b')}--frame--`));
    expect(counter.parts).toBe(1);
  });

  it('counts the same however the bytes are cut', () => {
    const bodies = fc.array(fc.string({ unit: 'binary-ascii' }), { maxLength: 12 });
    const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(bodies, cuts, (texts, sizes) => {
        const clean = texts.filter((text) => !/(^|\n)--frame/.test(text));
        const bytes = Buffer.from(`${clean.map(part).join('')}--frame--\r\n`, 'latin1');
        const counter = new BoundaryCounter('frame');
        for (let at = 0, i = 0; at < bytes.length; i += 1) {
          const end = at + (sizes[i % sizes.length] ?? 1);
          counter.push(bytes.subarray(at, end));
          at = end;
        }
        expect(counter.parts).toBe(clean.length);
      }),
    );
  });
});

describe('the boundary of a type', () => {
  it.each([
    ['multipart/x-mixed-replace; boundary=frame', 'frame'],
    ['multipart/x-mixed-replace;boundary="a b"', 'a b'],
    ['multipart/mixed; charset=utf-8; boundary=x', 'x'],
    ['text/html; boundary=frame', null],
    ['multipart/mixed', null],
    ['', null],
  ])('%s is %s', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary);
  });
});
