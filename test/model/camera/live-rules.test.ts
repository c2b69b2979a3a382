import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveRules } from '../../../model/camera/live-rules';
import { PlayerMachine } from '../../../model/delivery/player-machine';
import type { Method, PlayerInput } from '../../../model/delivery/types';

const LIVE = { recordS: 10, reserveS: 3 };

const machine = (method: Method): PlayerMachine =>
  new PlayerMachine(liveRules(method, LIVE), Infinity);

const at = (playableS: number, more: Partial<PlayerInput> = {}): PlayerInput => ({
  nowMs: 0,
  receivedBytes: 1000,
  playedBytes: 0,
  playableS,
  positionS: 0,
  complete: false,
  atEnd: false,
  ...more,
});

/** It has nothing for as long as its rules let it wait, and is stalled then and not before. */
function dry(player: PlayerMachine): void {
  expect(player.step(at(0, { nowMs: 1000 })).change).toBeNull();
  expect(player.step(at(0, { nowMs: 1099 })).change).toBeNull();
  expect(player.step(at(0, { nowMs: 1100 })).change).toBe('stall');
}

describe('the rules of a camera', () => {
  it('let streaming play with the first picture, and again with the next', () => {
    const streaming = machine('streaming');
    expect(streaming.step(at(0)).change).toBeNull();
    expect(streaming.step(at(1 / 30)).change).toBe('start');
    dry(streaming);
    expect(streaming.step(at(1 / 30)).change).toBe('resume');
  });

  it('call no picture that is late by less than three of them a stall', () => {
    const late = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 50 });
    fc.assert(
      fc.property(late, (lateMs) => {
        const streaming = machine('streaming');
        let nowMs = 0;
        streaming.step(at(1 / 30, { nowMs }));
        for (const ms of lateMs) {
          expect(streaming.step(at(0.019, { nowMs })).change).toBeNull();
          expect(streaming.step(at(0, { nowMs: nowMs + ms })).change).toBeNull();
          nowMs += ms + 1;
          expect(streaming.step(at(0.02, { nowMs })).change).toBeNull();
        }
      }),
    );
  });

  it('let buffering play and play again with its whole reserve', () => {
    const buffering = machine('buffering');
    expect(buffering.step(at(2.99)).change).toBeNull();
    expect(buffering.step(at(3)).change).toBe('start');
    expect(buffering.step(at(0.5)).change).toBeNull();
    dry(buffering);
    expect(buffering.step(at(2.99)).change).toBeNull();
    expect(buffering.step(at(3)).change).toBe('resume');
  });

  it('let full buffer wait for the end of its recording', () => {
    const full = machine('full-buffer');
    expect(full.step(at(9.9)).change).toBeNull();
    expect(full.step(at(10, { complete: true })).change).toBe('start');
    expect(full.step(at(0, { complete: true, atEnd: true })).change).toBe('end');
  });

  it('count a reserve in seconds and let only full buffer read its whole recording', () => {
    // A thirtieth of a second of 1.5 Mbit/s and 64 kbit/s.
    const shared = {
      chunkBytes: 6517,
      stallAfterMs: 100,
      startBytes: 0,
      resumeBytes: 0,
      maxBufferBytes: Infinity,
      bufferLimitRaised: false,
      readAheadChunks: 0,
    };
    const buffering = { ...shared, bufferWhole: false, reserveS: 3 };
    expect(liveRules('buffering', LIVE)).toEqual({ method: 'buffering', ...buffering });
    expect(liveRules('streaming', LIVE)).toMatchObject({ ...shared, bufferWhole: false });
    expect(liveRules('full-buffer', LIVE)).toMatchObject({ ...shared, bufferWhole: true });
  });

  it('play out what there is when a camera has gone', () => {
    expect(machine('buffering').step(at(0.3, { complete: true })).change).toBe('start');
  });
});
