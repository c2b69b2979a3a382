import { describe, expect, it } from 'vitest';
import {
  isCutting,
  moveHand,
  type CutAction,
} from '../../../../renderer/compare/link-panel/cut-hand';

const after = (...actions: CutAction[]) => {
  const hand = actions.reduce(moveHand, { held: false, latched: false });
  return { ...hand, cut: isCutting(hand) };
};

describe('the hand on the link', () => {
  it('cuts while it is held', () => {
    expect(after('press').cut).toBe(true);
    expect(after('press', 'release').cut).toBe(false);
    expect(after('press', 'lose').cut).toBe(false);
  });

  it('latches with Shift+C until Shift+C, or until it is pressed and let go', () => {
    expect(after('latch')).toEqual({ held: false, latched: true, cut: true });
    expect(after('latch', 'latch').cut).toBe(false);
    expect(after('latch', 'press').cut).toBe(true);
    expect(after('latch', 'press', 'release').cut).toBe(false);
  });

  it('stays latched when the window loses focus', () => {
    expect(after('latch', 'lose').cut).toBe(true);
    expect(after('latch', 'press', 'lose').cut).toBe(true);
  });

  it('ignores a release that it did not press, and forgets all on a new run', () => {
    expect(after('release').cut).toBe(false);
    expect(after('latch', 'release').cut).toBe(true);
    expect(after('latch', 'reset').cut).toBe(false);
  });
});
