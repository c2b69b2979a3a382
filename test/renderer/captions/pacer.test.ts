import { describe, expect, it } from 'vitest';
import type { Caption } from '../../../renderer/captions/caption';
import { CaptionPacer } from '../../../renderer/captions/pacer';

const caption = (lead: string, figured = ''): Caption => ({
  tone: 'plain',
  label: '',
  lead,
  effects: [{ text: '', figured }],
});

describe('pacing of captions', () => {
  it('lets the first through at once and the next after two seconds', () => {
    const pacer = new CaptionPacer();
    expect(pacer.offer(caption('a'), 0).lead).toBe('a');
    expect(pacer.offer(caption('b'), 500).lead).toBe('a');
    expect(pacer.offer(caption('c'), 1999).lead).toBe('a');
    expect(pacer.offer(caption('c'), 2000).lead).toBe('c');
  });

  it('says at once what comes after a long quiet', () => {
    const pacer = new CaptionPacer();
    pacer.offer(caption('a'), 0);
    pacer.offer(caption('a'), 9000);
    expect(pacer.offer(caption('b'), 9100).lead).toBe('b');
  });

  it('keeps the same object while nothing has changed, so that nothing is announced again', () => {
    const pacer = new CaptionPacer();
    const first = pacer.offer(caption('a', '1'), 0);
    expect(pacer.offer(caption('a', '1'), 5000)).toBe(first);
    expect(pacer.offer(caption('a', '2'), 5000)).not.toBe(first);
  });
});
