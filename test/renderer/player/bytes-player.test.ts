import { describe, expect, it } from 'vitest';
import { BytesPlayer } from '../../../renderer/player/bytes-player';

function setUp(isText = false) {
  const clock = { ms: 0 };
  const given: number[] = [];
  const player = new BytesPlayer(
    { consumeRate: 1000, isText, nowMs: () => clock.ms },
    { changed: () => undefined, given: (bytes) => given.push(...bytes) },
  );
  return { clock, given, player };
}

const utf8 = new TextEncoder();

describe('the consumer of bytes', () => {
  it('consumes at its rate on the clock it is given', () => {
    const { clock, player } = setUp();
    player.append(new Uint8Array(3000));
    expect(player.playableS).toBe(3);
    clock.ms = 5000;
    expect(player.positionS).toBe(0);
    player.play();
    clock.ms = 6500;
    expect(player.positionS).toBeCloseTo(1.5);
    expect(player.playableS).toBeCloseTo(1.5);
    player.pause();
    clock.ms = 9000;
    expect(player.positionS).toBeCloseTo(1.5);
  });

  it('stands still while it has nothing, and goes on from there', () => {
    const { clock, player } = setUp();
    player.append(new Uint8Array(500));
    player.play();
    clock.ms = 2000;
    expect(player.playableS).toBe(0);
    player.append(new Uint8Array(500));
    expect(player.positionS).toBe(0.5);
    clock.ms = 2250;
    expect(player.positionS).toBeCloseTo(0.75);
  });

  it('is at its end once all of a complete source has been consumed', () => {
    const { clock, player } = setUp();
    player.append(new Uint8Array(100));
    player.play();
    clock.ms = 100;
    expect(player.atEnd).toBe(false);
    player.complete();
    expect(player.atEnd).toBe(true);
  });

  it('hands on every byte it was given, in order', () => {
    const { given, player } = setUp();
    player.append(Uint8Array.of(1, 2));
    player.append(Uint8Array.of(3));
    expect(given).toEqual([1, 2, 3]);
  });

  it('shows text as it is consumed, and what it showed before', () => {
    const { clock, player } = setUp(true);
    expect(player.text()).toBe('');
    player.append(utf8.encode('hello '));
    player.append(utf8.encode('world'));
    player.play();
    clock.ms = 6;
    expect(player.text()).toBe('hello ');
    clock.ms = 11;
    expect(player.text()).toBe('hello world');
    player.pause();
    player.showAt(0.006);
    expect(player.text()).toBe('hello ');
    player.backToNow();
    expect(player.text()).toBe('hello world');
  });

  it('has no text of a source that is none', () => {
    expect(setUp().player.text()).toBeNull();
  });
});
