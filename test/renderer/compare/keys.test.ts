import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { METHODS } from '../../../model/delivery/types';
import { decideBehind } from '../../../renderer/compare/keys';
import type { LaneFacts } from '../../../model/run/lane-facts';
import type { RunPhase } from '../../../model/run/run-view';
import type { LiveRun, RunState } from '../../../renderer/live/types';

const decided = (phase: RunPhase, behind: LaneFacts['behind'][]): string[] => {
  const lanes = Object.fromEntries(METHODS.map((method, i) => [method, { behind: behind[i] }]));
  const run = {
    lanes: METHODS.map((method) => ({ method })),
    store: createStore(() => ({ phase, lanes }) as unknown as RunState),
  } as unknown as LiveRun;
  const methods: string[] = [];
  decideBehind(run, ({ method }) => methods.push(method));
  return methods;
};

describe('the choice of lanes that have fallen behind', () => {
  it('is made for those that are offered it, and for no other', () => {
    expect(decided('running', [null, 'offered', 'kept'])).toEqual(['buffering']);
    expect(decided('running', [null, 'offered', 'offered'])).toEqual(['buffering', 'streaming']);
  });

  it('is not made while nothing runs', () => {
    expect(decided('paused', [null, 'offered', 'offered'])).toEqual([]);
    expect(() => decideBehind(null, () => expect.unreachable())).not.toThrow();
  });
});
