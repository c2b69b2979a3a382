import { beforeEach, describe, expect, it } from 'vitest';
import { followDrops, type DropState } from '../../../renderer/source/follow-drops';

const page = new EventTarget();
const states: DropState[] = [];
const files: string[] = [];
const file = (name: string) => new File(['x'], name);

/** Sends what a browser would send; true when the page kept the browser from acting on it. */
function drag(name: string, held: File[], types = ['Files']): boolean {
  const items = held.map(() => ({ kind: 'file' }));
  const event = Object.assign(new Event(name, { cancelable: true }), {
    dataTransfer: { types, items, files: held, dropEffect: '' },
  });
  page.dispatchEvent(event);
  return event.defaultPrevented;
}

followDrops(page, {
  onState: (state) => states.push(state),
  onFile: ({ name }) => files.push(name),
});

beforeEach(() => {
  states.length = 0;
  files.length = 0;
});

describe('followDrops', () => {
  it('shows while a file is over the page, whatever elements it crosses', () => {
    const held = [file('a.mp4')];
    drag('dragenter', held);
    drag('dragenter', held);
    drag('dragleave', held);
    expect(states.at(-1)).toEqual({ items: 1 });
    drag('dragleave', held);
    expect(states.at(-1)).toBeNull();
  });

  it('opens the first of those dropped, and never lets the page be replaced', () => {
    const held = [file('a.mp4'), file('b.mp4')];
    drag('dragenter', held);
    expect(states.at(-1)).toEqual({ items: 2 });
    expect(drag('dragover', held)).toBe(true);
    expect(drag('drop', held)).toBe(true);
    expect(files).toEqual(['a.mp4']);
    expect(states.at(-1)).toBeNull();
    drag('dragenter', held);
    drag('dragleave', held);
    expect(states.at(-1)).toBeNull();
  });

  it('takes no text', () => {
    drag('dragenter', [], ['text/plain']);
    expect(drag('drop', [], ['text/plain'])).toBe(true);
    expect(files).toEqual([]);
    expect(states.every((state) => state === null)).toBe(true);
  });
});
