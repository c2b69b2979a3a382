import { describe, expect, it } from 'vitest';
import { secondsY } from '../../../renderer/apparatus/buffer-ruler';

describe('the seconds beside a tube', () => {
  it('stand at the foot, and higher when a word needs the foot', () => {
    expect(secondsY([60])).toBe(109);
    expect(secondsY([108])).toBe(95);
    expect(secondsY([90])).toBe(77);
    expect(secondsY([40, 90])).toBe(77);
  });
});
