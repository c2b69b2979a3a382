import { describe, expect, it } from 'vitest';
import { cameraMedia } from '../../../model/camera/live-media';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { METHODS, type Method } from '../../../model/delivery/types';
import type { RunSettings } from '../../../model/run/schema';
import { planLanes } from '../../../model/run/run-plan';
import { laneViews } from '../../../renderer/apparatus/lane-view';
import { playerFlag, playerNote } from '../../../renderer/apparatus/player-words';
import { behindWords } from '../../../renderer/source-kinds/camera/camera-notes';
import '../../../renderer/source-kinds/source-kinds';
import { EMPTY_FRAME } from '../../../renderer/apparatus/scene';

const SETTINGS: RunSettings = {
  ...DEFAULT_SETTINGS,
  methods: [...METHODS],
  speed: 1,
  untilMs: null,
  verify: false,
  consumeRate: 1e6,
};
const viewOf = (method: Method) => {
  const view = laneViews(planLanes(null, SETTINGS)).find((v) => v.method === method);
  if (!view) throw new Error(method);
  return view;
};
const frame = { ...EMPTY_FRAME, receivedBytes: 7e6 };

const liveView = (method: Method) => {
  const media = cameraMedia({ kind: 'test' }, 'Test picture');
  const view = laneViews(planLanes(media, SETTINGS)).find((v) => v.method === method);
  if (!view) throw new Error(method);
  return view;
};

describe('the note of a player that waits for a camera', () => {
  const note = (method: Method, more: Partial<typeof EMPTY_FRAME>) =>
    playerNote({ ...EMPTY_FRAME, ...more }, liveView(method), 'running', null, 3);

  it('counts the seconds recorded, then the bytes that have come', () => {
    expect(note('full-buffer', { tMs: 4200 })).toEqual({
      big: '4.2 of 10 s',
      small: 'Records 10 s, sends all of it, then plays.',
    });
    expect(note('full-buffer', { tMs: 10_500, readBytes: 1.9e6, receivedBytes: 0.8e6 })).toEqual({
      big: '800.0 of 1900 kB',
      small: 'Starts when all of it is here.',
    });
  });

  it('counts the reserve in seconds, and waits for the first frame', () => {
    expect(note('buffering', { bufferedS: 1.24 })).toEqual({
      big: '1.2 of 3 s',
      small: 'Starts when 3 s are in reserve.',
    });
    expect(note('streaming', {})?.small).toBe('Starts with the first frame.');
  });

  it('says how far behind live a picture is, once there is one', () => {
    expect(behindWords({ state: 'playing', liveDelayMs: 12_340 })).toBe('12.3 s behind live');
    expect(behindWords({ state: 'starting', liveDelayMs: 900 })).toBe('');
    expect(behindWords({ state: 'playing' })).toBe('');
  });
});

describe('the note of a player without a picture', () => {
  it('asks for Space before the run', () => {
    expect(playerNote(EMPTY_FRAME, viewOf('streaming'), 'ready', null, 3)).toEqual({
      big: 'Press Space',
      small: 'to start all three methods.',
    });
  });

  it('says what each method waits for', () => {
    const note = (method: Method) => playerNote(frame, viewOf(method), 'running', null, 3);
    expect(note('full-buffer')).toEqual({
      big: '7 of 100 MB',
      small: 'Starts when all of it is here.',
    });
    expect(note('buffering')).toEqual({
      big: '7.0 of 10 MB',
      small: 'Starts when 10 MB are here.',
    });
    expect(note('streaming')?.small).toBe('Starts with the first chunk.');
  });

  it('names the place where a lane broke', () => {
    const error = {
      code: 'reader-died',
      where: 'memory',
      message: '',
      detail: '',
      atBytes: 0,
    } as const;
    expect(playerNote(frame, viewOf('buffering'), 'running', error, 3)).toEqual({
      big: 'Stopped',
      small: 'in the server.',
    });
  });

  it('gives way to the picture once it plays', () => {
    const playing = { ...frame, state: 'playing', positionS: 3 } as const;
    expect(playerNote(playing, viewOf('streaming'), 'running', null, 3)).toBeNull();
  });
});

describe('the flag of a player', () => {
  it('counts the seconds of a stall', () => {
    const stalled = { ...frame, stalledMs: 1234 };
    expect(playerFlag('rebuffering', stalled, viewOf('streaming'))).toBe('Stalled 1.2 s');
    expect(playerFlag('ended', frame, viewOf('streaming'))).toBe('Ended');
  });
});

describe('a player that does not keep up', () => {
  it('says on its flag how late it is', () => {
    const view = viewOf('streaming');
    expect(playerFlag('playing', frame, view, 2100)).toBe('Playing, 2.1 s late');
    expect(playerFlag('ended', frame, view, 6000)).toBe('Ended, 6.0 s late');
    expect(playerFlag('playing', frame, view, 0)).toBe('Playing');
  });
});
