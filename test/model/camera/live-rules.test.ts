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

describe('the rules of a camera', () => {
  it('let streaming play with the first three slices', () => {
    const streaming = machine('streaming');
    expect(streaming.step(at(0.14)).change).toBeNull();
    expect(streaming.step(at(0.15)).change).toBe('start');
    expect(streaming.step(at(0)).change).toBe('stall');
    expect(streaming.step(at(0.15)).change).toBe('resume');
  });

  it('let buffering play and play again with its whole reserve', () => {
    const buffering = machine('buffering');
    expect(buffering.step(at(2.99)).change).toBeNull();
    expect(buffering.step(at(3)).change).toBe('start');
    expect(buffering.step(at(0.5)).change).toBeNull();
    expect(buffering.step(at(0)).change).toBe('stall');
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
    // 50 ms of 1.5 Mbit/s and 64 kbit/s.
    const shared = {
      chunkBytes: 9775,
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
