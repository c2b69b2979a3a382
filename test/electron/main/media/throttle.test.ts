import { describe, expect, it } from 'vitest';
import { throttled } from '../../../../electron/main/media/throttle';
import type { MediaProgress } from '../../../../model/media/types';

describe('throttled', () => {
  it('lets ten a second through, and each new step at once', () => {
    let now = 0;
    const sent: MediaProgress[] = [];
    const send = throttled(
      (progress) => sent.push(progress),
      () => now,
    );
    const at = (ms: number, step: MediaProgress['step']): void => {
      now = ms;
      send({ step, name: 'a', fraction: ms / 1000, secondsLeft: null });
    };
    for (let ms = 0; ms < 1000; ms += 10) at(ms, 'remux');
    expect(sent.length).toBe(10);
    at(991, 'index');
    expect(sent.at(-1)?.step).toBe('index');
  });
});
