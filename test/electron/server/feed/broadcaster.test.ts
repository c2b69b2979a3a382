import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  FeedBroadcaster,
  BROADCASTER_OPTIONS,
  type Viewer,
  multipartPart,
} from '../../../../electron/server/feed/broadcaster';
import { ScriptedSource } from './scripted-source';

class Eye implements Viewer {
  seen: Buffer[] = [];
  over = false;
  offer(part: Buffer): void {
    this.seen.push(part);
  }
  ended(): void {
    this.over = true;
  }
}

const part = (value: number) => multipartPart(Buffer.alloc(100, value));

describe('the feed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function feed() {
    const sources: ScriptedSource[] = [];
    const make = () => {
      sources.push(new ScriptedSource());
      return sources.at(-1) as ScriptedSource;
    };
    const broadcaster = new FeedBroadcaster(make, BROADCASTER_OPTIONS, () => undefined);
    return { broadcaster, sources, source: () => sources.at(-1) as ScriptedSource };
  }

  it('is started by the first viewer, once for all, and shows everyone the same memory', () => {
    const { broadcaster, sources, source } = feed();
    expect(broadcaster.on).toBe(false);
    const [one, two] = [new Eye(), new Eye()];
    broadcaster.join(one);
    broadcaster.join(two);
    expect(sources).toHaveLength(1);
    source().frame(1);
    expect(one.seen).toEqual([part(1)]);
    expect(two.seen[0]).toBe(one.seen[0]);
  });

  it('shows a late viewer the last frame at once', () => {
    const { broadcaster, source } = feed();
    broadcaster.join(new Eye());
    source().frame(1);
    const late = new Eye();
    broadcaster.join(late);
    expect(late.seen).toEqual([part(1)]);
  });

  it('stops 10 s after the last viewer has left, and not before', () => {
    const { broadcaster, source } = feed();
    const eye = new Eye();
    broadcaster.join(eye);
    source().frame(1);
    broadcaster.leave(eye);
    vi.advanceTimersByTime(9_999);
    expect([broadcaster.on, source().stopped]).toEqual([true, false]);
    vi.advanceTimersByTime(1);
    expect([broadcaster.on, source().stopped]).toEqual([false, true]);
  });

  it('goes on when someone comes within the 10 s, and starts anew after them', () => {
    const { broadcaster, sources, source } = feed();
    const eye = new Eye();
    broadcaster.join(eye);
    source().frame(1);
    broadcaster.leave(eye);
    vi.advanceTimersByTime(9_000);
    broadcaster.join(eye);
    vi.advanceTimersByTime(60_000);
    expect(sources).toHaveLength(1);
    broadcaster.leave(eye);
    vi.advanceTimersByTime(10_000);
    broadcaster.join(eye);
    expect(sources).toHaveLength(2);
  });

  it('stays on while one of two viewers is there', () => {
    const { broadcaster, source } = feed();
    const [one, two] = [new Eye(), new Eye()];
    broadcaster.join(one);
    broadcaster.join(two);
    source().frame(1);
    broadcaster.leave(one);
    vi.advanceTimersByTime(30_000);
    expect(broadcaster.on).toBe(true);
  });

  it('sends the last frame again when nothing new came for a second, every second', () => {
    const { broadcaster, source } = feed();
    const eye = new Eye();
    broadcaster.join(eye);
    source().frame(1);
    vi.advanceTimersByTime(999);
    expect(eye.seen).toHaveLength(1);
    vi.advanceTimersByTime(2001);
    expect(eye.seen).toEqual([part(1), part(1), part(1), part(1)]);
    source().frame(2);
    expect(eye.seen.at(-1)).toEqual(part(2));
  });

  it('starts a source again that ended, three times in a minute, and goes on showing meanwhile', () => {
    const { broadcaster, sources, source } = feed();
    const eye = new Eye();
    broadcaster.join(eye);
    for (let start = 1; start <= 4; start++) {
      expect(sources).toHaveLength(start);
      source().frame(start);
      source().die();
      expect(eye.over).toBe(start === 4);
      vi.advanceTimersByTime(1000);
    }
    expect(sources).toHaveLength(4);
    expect(broadcaster.viewers).toBe(0);
  });

  it('gives up at once on a source that ends without a picture', () => {
    const { broadcaster, source, sources } = feed();
    const eye = new Eye();
    broadcaster.join(eye);
    source().die();
    expect(eye.over).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(sources).toHaveLength(1);
  });

  it('gives up on a source from which no picture comes', () => {
    const { broadcaster, source } = feed();
    const eye = new Eye();
    broadcaster.join(eye);
    vi.advanceTimersByTime(10_000);
    expect([eye.over, source().stopped, broadcaster.on]).toEqual([true, true, false]);
  });

  it('shows another source to those who look already, and nothing more of the one before', () => {
    const { broadcaster, sources, source } = feed();
    const eye = new Eye();
    broadcaster.join(eye);
    source().frame(1);
    broadcaster.renew();
    expect(sources.map(({ stopped }) => stopped)).toEqual([true, false]);
    sources[0]?.frame(2);
    sources[0]?.die();
    const late = new Eye();
    broadcaster.join(late);
    vi.advanceTimersByTime(5000);
    expect([eye.seen, late.seen]).toEqual([[part(1)], []]);
    source().frame(3);
    expect([eye.seen, late.seen]).toEqual([[part(1), part(3)], [part(3)]]);
    expect(eye.over).toBe(false);
  });

  it('ends those who look when another source shows nothing', () => {
    const { broadcaster, source } = feed();
    const eye = new Eye();
    broadcaster.join(eye);
    source().frame(1);
    broadcaster.renew();
    source().die();
    expect([eye.over, broadcaster.on]).toEqual([true, false]);
  });

  it('stops at once for another source when nobody looks any more, and starts none', () => {
    const { broadcaster, sources, source } = feed();
    const eye = new Eye();
    broadcaster.join(eye);
    source().frame(1);
    broadcaster.leave(eye);
    broadcaster.renew();
    vi.advanceTimersByTime(60_000);
    expect([broadcaster.on, sources.length, source().stopped]).toEqual([false, 1, true]);
  });

  it('starts another source in place of one that is about to be started again', () => {
    const { broadcaster, sources, source } = feed();
    broadcaster.join(new Eye());
    source().frame(1);
    source().die();
    broadcaster.renew();
    vi.advanceTimersByTime(5000);
    expect(sources).toHaveLength(2);
    expect(source().stopped).toBe(false);
  });

  it('does not listen to a source that was replaced', () => {
    const { broadcaster, sources } = feed();
    const eye = new Eye();
    broadcaster.join(eye);
    sources[0]?.frame(1);
    sources[0]?.die();
    vi.advanceTimersByTime(BROADCASTER_OPTIONS.restartMs);
    sources[0]?.frame(2);
    sources[0]?.die();
    sources[1]?.frame(3);
    expect(eye.seen).toEqual([part(1), part(3)]);
    expect(sources.map(({ stopped }) => stopped)).toEqual([true, false]);
  });
});
