import { describe, expect, it } from 'vitest';
import { AppendQueue, type BufferOperation } from '../../../renderer/player/append-queue';

/** The ordering of a SourceBuffer and nothing else: busy until told to finish, and strict about it. */
class OrderingBuffer extends EventTarget {
  readonly calls: string[] = [];
  updating = false;
  refuseNext: string | null = null;

  appendBuffer(bytes: Uint8Array): void {
    this.#begin(`append ${bytes.length}`);
  }

  remove(from: number, to: number): void {
    this.#begin(`remove ${from}-${to}`);
  }

  finish(): void {
    this.updating = false;
    this.dispatchEvent(new Event('updateend'));
  }

  #begin(call: string): void {
    if (this.updating) throw new DOMException('busy', 'InvalidStateError');
    if (this.refuseNext !== null) {
      const name = this.refuseNext;
      this.refuseNext = null;
      throw new DOMException('refused', name);
    }
    this.updating = true;
    this.calls.push(call);
  }
}

/** The same of a MediaSource. */
class OrderingSource {
  constructor(private readonly buffer: OrderingBuffer) {}

  set duration(seconds: number) {
    this.#now(`duration ${seconds}`);
  }

  endOfStream(): void {
    this.#now('end');
  }

  #now(call: string): void {
    if (this.buffer.updating) throw new DOMException('busy', 'InvalidStateError');
    this.buffer.calls.push(call);
  }
}

function setUp() {
  const buffer = new OrderingBuffer();
  const source = new OrderingSource(buffer);
  const done: string[] = [];
  const refused: string[] = [];
  let onRefused: (operation: BufferOperation) => void = () => undefined;
  const queue = new AppendQueue(
    source as unknown as MediaSource,
    buffer as unknown as SourceBuffer,
    {
      done: ({ kind }, idle) => done.push(idle ? `${kind}, idle` : kind),
      refused: (operation, error) => {
        refused.push(`${operation.kind} ${error.name}`);
        onRefused(operation);
      },
    },
  );
  const whenRefused = (act: typeof onRefused): void => void (onRefused = act);
  return { buffer, queue, done, refused, whenRefused };
}

const bytes = (length: number): BufferOperation => ({
  kind: 'append',
  bytes: new Uint8Array(length),
});

describe('the append queue', () => {
  it('does one operation at a time, and the next only after updateend', () => {
    const { buffer, queue, done } = setUp();
    queue.add({ kind: 'duration', seconds: 9 });
    queue.add(bytes(1));
    queue.add(bytes(2));
    queue.add({ kind: 'remove', fromS: 0, toS: 1 });
    queue.add({ kind: 'end' });
    expect(buffer.calls).toEqual(['duration 9', 'append 1']);
    buffer.finish();
    expect(buffer.calls.at(-1)).toBe('append 2');
    expect(queue.busy).toBe(true);
    buffer.finish();
    expect(buffer.calls.at(-1)).toBe('remove 0-1');
    buffer.finish();
    expect(buffer.calls.at(-1)).toBe('end');
    expect(queue.busy).toBe(false);
    expect(done).toEqual(['duration, idle', 'append', 'append', 'remove', 'end, idle']);
  });

  it('waits for an update that somebody else began', () => {
    const { buffer, queue } = setUp();
    buffer.updating = true;
    queue.add(bytes(1));
    expect(buffer.calls).toEqual([]);
    buffer.finish();
    expect(buffer.calls).toEqual(['append 1']);
  });

  it('hands a refused operation back and goes on with what is put in its place', () => {
    const { buffer, queue, refused, whenRefused } = setUp();
    whenRefused((operation) => {
      queue.add({ kind: 'remove', fromS: 0, toS: 3 });
      queue.add(operation);
    });
    buffer.refuseNext = 'QuotaExceededError';
    queue.add(bytes(5));
    expect(refused).toEqual(['append QuotaExceededError']);
    expect(buffer.calls).toEqual(['remove 0-3']);
    buffer.finish();
    expect(buffer.calls.at(-1)).toBe('append 5');
  });

  it('touches nothing once it is closed', () => {
    const { buffer, queue, done } = setUp();
    queue.add(bytes(1));
    queue.add(bytes(2));
    queue.close();
    buffer.finish();
    queue.add(bytes(3));
    expect(buffer.calls).toEqual(['append 1']);
    expect(done).toEqual([]);
  });
});
