import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  FeedHub,
  HUB_OPTIONS,
  type Viewer,
  partOf,
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

const part = (value: number) => partOf(Buffer.alloc(100, value));

describe('the feed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function feed() {
    const sources: ScriptedSource[] = [];
    const make = () => {
      sources.push(new ScriptedSource());
      return sources.at(-1) as ScriptedSource;
    };
    const hub = new FeedHub(make, HUB_OPTIONS, () => undefined);
    return { hub, sources, source: () => sources.at(-1) as ScriptedSource };
  }

  it('is started by the first viewer, once for all, and shows everyone the same memory', () => {
    const { hub, sources, source } = feed();
    expect(hub.on).toBe(false);
    const [one, two] = [new Eye(), new Eye()];
    hub.join(one);
    hub.join(two);
    expect(sources).toHaveLength(1);
    source().frame(1);
    expect(one.seen).toEqual([part(1)]);
    expect(two.seen[0]).toBe(one.seen[0]);
  });

  it('shows a late viewer the last frame at once', () => {
    const { hub, source } = feed();
    hub.join(new Eye());
    source().frame(1);
    const late = new Eye();
    hub.join(late);
    expect(late.seen).toEqual([part(1)]);
  });

  it('stops 10 s after the last viewer has left, and not before', () => {
    const { hub, source } = feed();
    const eye = new Eye();
    hub.join(eye);
    source().frame(1);
    hub.leave(eye);
    vi.advanceTimersByTime(9_999);
    expect([hub.on, source().stopped]).toEqual([true, false]);
    vi.advanceTimersByTime(1);
    expect([hub.on, source().stopped]).toEqual([false, true]);
  });

  it('goes on when someone comes within the 10 s, and starts anew after them', () => {
    const { hub, sources, source } = feed();
    const eye = new Eye();
    hub.join(eye);
    source().frame(1);
    hub.leave(eye);
    vi.advanceTimersByTime(9_000);
    hub.join(eye);
    vi.advanceTimersByTime(60_000);
    expect(sources).toHaveLength(1);
    hub.leave(eye);
    vi.advanceTimersByTime(10_000);
    hub.join(eye);
    expect(sources).toHaveLength(2);
  });

  it('stays on while one of two viewers is there', () => {
    const { hub, source } = feed();
    const [one, two] = [new Eye(), new Eye()];
    hub.join(one);
    hub.join(two);
    source().frame(1);
    hub.leave(one);
    vi.advanceTimersByTime(30_000);
    expect(hub.on).toBe(true);
  });

  it('sends the last frame again when nothing new came for a second, every second', () => {
    const { hub, source } = feed();
    const eye = new Eye();
    hub.join(eye);
    source().frame(1);
    vi.advanceTimersByTime(999);
    expect(eye.seen).toHaveLength(1);
    vi.advanceTimersByTime(2001);
    expect(eye.seen).toEqual([part(1), part(1), part(1), part(1)]);
    source().frame(2);
    expect(eye.seen.at(-1)).toEqual(part(2));
  });

  it('starts a source again that ended, three times in a minute, and goes on showing meanwhile', () => {
    const { hub, sources, source } = feed();
    const eye = new Eye();
    hub.join(eye);
    for (let start = 1; start <= 4; start++) {
      expect(sources).toHaveLength(start);
      source().frame(start);
      source().die();
      expect(eye.over).toBe(start === 4);
      vi.advanceTimersByTime(1000);
    }
    expect(sources).toHaveLength(4);
    expect(hub.viewers).toBe(0);
  });

  it('gives up at once on a source that ends without a picture', () => {
    const { hub, source, sources } = feed();
    const eye = new Eye();
    hub.join(eye);
    source().die();
    expect(eye.over).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(sources).toHaveLength(1);
  });

  it('gives up on a source from which no picture comes', () => {
    const { hub, source } = feed();
    const eye = new Eye();
    hub.join(eye);
    vi.advanceTimersByTime(10_000);
    expect([eye.over, source().stopped, hub.on]).toEqual([true, true, false]);
  });

  it('shows another source to those who look already, and nothing more of the one before', () => {
    const { hub, sources, source } = feed();
    const eye = new Eye();
    hub.join(eye);
    source().frame(1);
    hub.renew();
    expect(sources.map(({ stopped }) => stopped)).toEqual([true, false]);
    sources[0]?.frame(2);
    sources[0]?.die();
    const late = new Eye();
    hub.join(late);
    vi.advanceTimersByTime(5000);
    expect([eye.seen, late.seen]).toEqual([[part(1)], []]);
    source().frame(3);
    expect([eye.seen, late.seen]).toEqual([[part(1), part(3)], [part(3)]]);
    expect(eye.over).toBe(false);
  });

  it('ends those who look when another source shows nothing', () => {
    const { hub, source } = feed();
    const eye = new Eye();
    hub.join(eye);
    source().frame(1);
    hub.renew();
    source().die();
    expect([eye.over, hub.on]).toEqual([true, false]);
  });

  it('stops at once for another source when nobody looks any more, and starts none', () => {
    const { hub, sources, source } = feed();
    const eye = new Eye();
    hub.join(eye);
    source().frame(1);
    hub.leave(eye);
    hub.renew();
    vi.advanceTimersByTime(60_000);
    expect([hub.on, sources.length, source().stopped]).toEqual([false, 1, true]);
  });

  it('starts another source in place of one that is about to be started again', () => {
    const { hub, sources, source } = feed();
    hub.join(new Eye());
    source().frame(1);
    source().die();
    hub.renew();
    vi.advanceTimersByTime(5000);
    expect(sources).toHaveLength(2);
    expect(source().stopped).toBe(false);
  });

  it('does not listen to a source that was replaced', () => {
    const { hub, sources } = feed();
    const eye = new Eye();
    hub.join(eye);
    sources[0]?.frame(1);
    sources[0]?.die();
    vi.advanceTimersByTime(HUB_OPTIONS.restartMs);
    sources[0]?.frame(2);
    sources[0]?.die();
    sources[1]?.frame(3);
    expect(eye.seen).toEqual([part(1), part(3)]);
    expect(sources.map(({ stopped }) => stopped)).toEqual([true, false]);
  });
});
