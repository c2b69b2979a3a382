import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { presetLink } from '../../../../renderer/what-if/state/room-link';
import { roomSource } from '../../../../renderer/what-if/state/room-source';
import { settingsFor } from '../../../../renderer/what-if/state/room-state';
import type {
  Detail,
  DetailQuery,
  FromWorker,
  SweepQuery,
  ToWorker,
} from '../../../../renderer/what-if/worker/messages';
import { SweepClient } from '../../../../renderer/what-if/worker/sweep-client';
import { point } from '../points';

const { shape } = roomSource(null, 1e6);
const source = roomSource(null, 1e6);
const scenario = {
  method: 'buffering' as const,
  settings: settingsFor(source),
  link: presetLink('steady', source),
};
const order: SweepQuery = { scenario, axis: 'prefetch', values: [1, 2], seeds: [1] };
const detailOrder: DetailQuery = {
  scenario,
  axis: 'prefetch',
  value: 1,
  strips: [1],
  seed: 1,
  seeds: [1],
  rest: { bytes: 100e6, measured: false },
};

/** The far end of a worker: what it was told, and a way to answer. */
class FarEnd {
  readonly told: ToWorker[] = [];
  ended = false;
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  postMessage(message: ToWorker): void {
    this.told.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: FromWorker): void {
    this.onmessage?.({ data });
  }
  get sweeps(): number[] {
    return this.told.flatMap((each) => (each.type === 'sweep' ? each.generation : []));
  }
}

let ends: FarEnd[];
let client: SweepClient;
const end = (): FarEnd => {
  const last = ends.at(-1);
  if (!last) throw new Error('no worker was begun');
  return last;
};
const now = () => client.store.getState();

beforeEach(() => {
  vi.useFakeTimers();
  ends = [];
  client = new SweepClient(() => {
    const far = new FarEnd();
    ends.push(far);
    return far as unknown as Worker;
  });
});
afterEach(() => {
  client.dispose();
  vi.useRealTimers();
});

describe('a sweep', () => {
  it('hands the source over once, and streams its points in the order of their values', () => {
    client.sweep('a', order, shape);
    const [generation = 0] = end().sweeps;
    end().say({ type: 'points', generation, points: [point(2, 1, 1)], done: false });
    end().say({ type: 'points', generation, points: [point(1, 1, 1)], done: true });
    expect(now().phase).toBe('done');
    expect(now().now?.points.map(({ value }) => value)).toEqual([1, 2]);
    client.sweep('b', order, shape);
    expect(end().told.filter(({ type }) => type === 'media')).toHaveLength(1);
  });

  it('counts only as long as it is the newest, and keeps the complete one before it', () => {
    client.sweep('a', order, shape);
    const [first = 0] = end().sweeps;
    end().say({ type: 'points', generation: first, points: [point(1, 1, 1)], done: true });
    client.sweep('b', order, shape);
    client.sweep('c', order, shape);
    const [, second = 0, third = 0] = end().sweeps;
    end().say({ type: 'points', generation: second, points: [point(1, 7, 7)], done: true });
    expect(now()).toMatchObject({ phase: 'running', now: { key: 'c', points: [] } });
    expect(now().before?.key).toBe('a');
    end().say({ type: 'points', generation: third, points: [point(1, 8, 8)], done: true });
    expect(now()).toMatchObject({ phase: 'done', before: null });
  });

  it('is not asked for twice, is late after a while, and not once it is done', () => {
    client.sweep('a', order, shape);
    client.sweep('a', order, shape);
    expect(end().sweeps).toHaveLength(1);
    expect(now().late).toBe(false);
    vi.advanceTimersByTime(200);
    expect(now().late).toBe(true);
    const [generation = 0] = end().sweeps;
    end().say({ type: 'points', generation, points: [], done: true });
    expect(now().late).toBe(false);
  });

  it('is cancelled with what is there; a worker that does not hear is ended and begun anew', () => {
    client.sweep('a', order, shape);
    const [generation = 0] = end().sweeps;
    end().say({ type: 'points', generation, points: [point(1, 1, 1)], done: false });
    client.cancel();
    expect(now().phase).toBe('cancelled');
    expect(now().now?.points).toHaveLength(1);
    end().say({ type: 'points', generation, points: [point(2, 1, 1)], done: true });
    expect(now()).toMatchObject({ phase: 'cancelled' });
    vi.advanceTimersByTime(5000);
    expect(end().ended).toBe(true);
    client.sweep('a', order, shape);
    expect(ends).toHaveLength(2);
    expect(end().told[0]?.type).toBe('media');
  });

  it('asked for while a worker is deaf to a cancel is asked for again of the next worker', () => {
    client.sweep('a', order, shape);
    client.cancel();
    client.detail('of a', detailOrder, shape);
    client.sweep('b', order, shape);
    vi.advanceTimersByTime(5000);
    expect(ends.map(({ ended }) => ended)).toEqual([true, false]);
    expect(end().told.map(({ type }) => type)).toEqual(['media', 'detail', 'sweep']);
    const [generation = 0] = end().sweeps;
    end().say({ type: 'detail', key: 'of a', detail: { value: 4 } as Detail });
    end().say({ type: 'points', generation, points: [point(1, 1, 1)], done: true });
    expect(now()).toMatchObject({ phase: 'done', now: { key: 'b' }, detailKey: 'of a' });
  });

  it('that was answered is not asked for again', () => {
    client.detail('of a', detailOrder, shape);
    client.sweep('a', order, shape);
    const [generation = 0] = end().sweeps;
    end().say({ type: 'detail', key: 'of a', detail: { value: 4 } as Detail });
    end().say({ type: 'points', generation, points: [point(1, 1, 1)], done: true });
    client.sweep('b', order, shape);
    client.cancel();
    vi.advanceTimersByTime(5000);
    expect(ends).toHaveLength(1);
    expect(end().ended).toBe(true);
  });

  it('that fails says why, and the next one is another try', () => {
    client.sweep('a', order, shape);
    end().say({ type: 'failed', message: 'It stopped.' });
    expect(now()).toMatchObject({ phase: 'failed', message: 'It stopped.' });
    client.sweep('b', order, shape);
    expect(now()).toMatchObject({ phase: 'running', message: '' });
  });
});

describe('details', () => {
  const asked = (): string[] =>
    end().told.flatMap((each) => (each.type === 'detail' ? each.key : []));

  it('are asked for once each, and known by their key', () => {
    for (const key of ['a', 'b', 'b']) client.detail(key, detailOrder, shape);
    expect(asked()).toEqual(['a', 'b']);
    end().say({ type: 'detail', key: 'b', detail: { value: 4 } as Detail });
    expect(now()).toMatchObject({ detailKey: 'b', detail: { value: 4 } });
  });
});
