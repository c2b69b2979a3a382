import { describe, expect, it } from 'vitest';
import { CaptionPacer } from '../../../renderer/captions/pacer';

const made = () => new CaptionPacer((text: string) => text);

describe('pacing of what is heard', () => {
  it('lets the first through at once and the next after two seconds', () => {
    const pacer = made();
    expect(pacer.offer('a', 0)).toBe('a');
    expect(pacer.offer('b', 500)).toBe('a');
    expect(pacer.offer('c', 1999)).toBe('a');
    expect(pacer.offer('c', 2000)).toBe('c');
  });

  it('says at once what comes after a long quiet', () => {
    const pacer = made();
    pacer.offer('a', 0);
    pacer.offer('a', 9000);
    expect(pacer.offer('b', 9100)).toBe('b');
  });

  it('keeps the same message while it reads the same, so that nothing is announced again', () => {
    const pacer = new CaptionPacer(({ text }: { text: string }) => text);
    const first = pacer.offer({ text: 'a' }, 0);
    expect(pacer.offer({ text: 'a' }, 5000)).toBe(first);
  });
});
