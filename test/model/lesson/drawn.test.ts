import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawnRemark,
  partedAt,
  valueOn,
  type CurvePoint,
  type DrawnAgainst,
} from '../../../model/lesson/drawn';

const MB = 1e6;
const TOP = 20 * MB;
const FROM = 8000;
const TO = 40_000;

/** A curve of whole seconds. */
const curve = fc
  .array(fc.integer({ min: 0, max: TOP }), { minLength: 33, maxLength: 33 })
  .map((levels): CurvePoint[] => levels.map((bytes, i) => ({ tMs: FROM + i * 1000, bytes })));
const outages = fc
  .tuple(fc.integer({ min: FROM, max: TO - 2000 }), fc.integer({ min: 500, max: 9000 }))
  .map(([fromMs, forMs]) => [{ fromMs, toMs: fromMs + forMs }]);

const against = (measured: CurvePoint[], down: DrawnAgainst['outages'] = []): DrawnAgainst => ({
  ...{ measured, outages: down, fromMs: FROM, toMs: TO, topBytes: TOP },
});

/** A level at a few seconds, straight between them. */
const line = (...points: [number, number][]): CurvePoint[] =>
  points.map(([s, mb]) => ({ tMs: s * 1000, bytes: mb * MB }));

describe('a drawn curve beside what was measured', () => {
  test('the same curve lies together with itself, whatever it is', () => {
    fc.assert(
      fc.property(curve, outages, (measured, down) => {
        expect(drawnRemark(measured, against(measured, down))).toEqual({ code: 'together' });
      }),
    );
  });

  test('what is said of it is true of both curves', () => {
    fc.assert(
      fc.property(curve, curve, outages, (drawn, measured, down) => {
        const remark = drawnRemark(drawn, against(measured, down));
        const empty = 0.04 * TOP;
        switch (remark.code) {
          case 'emptied':
            expect(valueOn(measured, remark.atMs)).toBeLessThanOrEqual(empty);
            expect(remark.drawnBytes).toBe(valueOn(drawn, remark.atMs));
            expect(remark.drawnBytes).toBeGreaterThan(empty);
            break;
          case 'neverEmpty':
            expect(valueOn(drawn, remark.atMs)).toBeLessThanOrEqual(empty);
            expect(remark.leastBytes).toBe(valueOn(measured, remark.leastMs));
            expect(remark.leastBytes).toBeGreaterThan(empty);
            break;
          case 'emptyOtherwise':
            expect(valueOn(drawn, remark.drawnMs)).toBeLessThanOrEqual(empty);
            expect(valueOn(measured, remark.measuredMs)).toBeLessThanOrEqual(empty);
            expect(Math.abs(remark.drawnMs - remark.measuredMs)).toBeGreaterThan(1500);
            break;
          case 'filledWhileDown': {
            const { fromMs, toMs } = remark;
            expect(valueOn(drawn, toMs)).toBeGreaterThan(valueOn(drawn, fromMs));
            expect(valueOn(measured, toMs)).toBeLessThan(valueOn(measured, fromMs));
            break;
          }
          case 'parted':
            expect(Math.abs(remark.drawnBytes - remark.measuredBytes)).toBeGreaterThan(0.15 * TOP);
            expect(remark.atMs).toBe(partedAt(drawn, against(measured, down)));
            break;
          case 'together':
            expect(partedAt(drawn, against(measured, down))).toBeNull();
            break;
        }
      }),
    );
  });

  test('nothing earlier than the moment at which they part lies further apart', () => {
    fc.assert(
      fc.property(curve, curve, (drawn, measured) => {
        const at = partedAt(drawn, against(measured)) ?? TO;
        for (let tMs = FROM; tMs < at; tMs += 250) {
          const apart = Math.abs(valueOn(drawn, tMs) - valueOn(measured, tMs));
          expect(apart).toBeLessThanOrEqual(0.15 * TOP);
        }
      }),
    );
  });

  test('bytes may be counted in any unit: a larger axis with larger curves is told alike', () => {
    fc.assert(
      fc.property(curve, curve, outages, (drawn, measured, down) => {
        const twice = (points: CurvePoint[]) =>
          points.map(({ tMs, bytes }) => ({ tMs, bytes: bytes * 2 }));
        const once = drawnRemark(drawn, against(measured, down));
        const large = { ...against(twice(measured), down), topBytes: 2 * TOP };
        expect(drawnRemark(twice(drawn), large).code).toBe(once.code);
      }),
    );
  });

  const measured = line([8, 10], [12, 11], [19, 4], [40, 10]);
  const down = [{ fromMs: 12_000, toMs: 19_000 }];
  test.each([
    [line([8, 10], [14, 0], [40, 10]), { code: 'neverEmpty', leastMs: 19_000, leastBytes: 4 * MB }],
    [line([8, 10], [12, 11], [19, 16], [40, 16]), { code: 'filledWhileDown', toMs: 19_000 }],
    [line([8, 10], [12, 11], [19, 4.5], [40, 10]), { code: 'together' }],
    [line([8, 10], [12, 11], [19, 4], [40, 19]), { code: 'parted' }],
  ])('%#: a property is named, never a distance', (drawn, said) => {
    expect(drawnRemark(drawn, against(measured, down))).toMatchObject(said);
  });

  test('who drew it full and it was empty hears when', () => {
    const emptied = line([8, 2], [12, 2], [14, 0], [19, 0], [40, 2]);
    expect(drawnRemark(line([8, 10], [40, 10]), against(emptied, down))).toMatchObject({
      code: 'emptied',
      drawnBytes: 10 * MB,
    });
  });
});
