import { describe, expect, it } from 'vitest';
import { endpointOf, laneOf } from '../../../../renderer/services/endpoint-glyph';
import { MIX, pathOf, pathsOf, wholeBytesOf } from '../../../../renderer/server/state/paths';

const BOTH = { media: { name: 'a.mp4', bytes: 9 }, text: { name: 'a.txt', bytes: 5 } };
const TEXT = { ...BOTH, media: null };

describe('paths', () => {
  it('ask for media only where there is some', () => {
    expect(pathsOf(BOTH).some((path) => path.includes('file=media'))).toBe(true);
    expect(pathsOf(TEXT).some((path) => path.includes('file=media'))).toBe(false);
  });

  it('of a mixture take turns', () => {
    const turns = [0, 1, 2, 3].map((n) => endpointOf(pathOf(MIX, n, TEXT)));
    expect(turns).toEqual(['/buffer', '/stream', '/buffer', '/stream']);
    expect(pathOf('/feed', 3, BOTH)).toBe('/feed');
  });

  it('know how much comes of a file, and not of anything else', () => {
    expect(wholeBytesOf('/buffer?file=media', BOTH)).toBe(9);
    expect(wholeBytesOf('/stream?chunk=1024', BOTH)).toBe(5);
    expect(wholeBytesOf('/buffer?file=media', TEXT)).toBeNull();
    expect(wholeBytesOf('/table', BOTH)).toBeNull();
    expect(wholeBytesOf('/feed', BOTH)).toBeNull();
  });

  it('have the look of their endpoint', () => {
    expect(laneOf(endpointOf('/buffer?file=media'))).toBe('full');
    expect(laneOf(endpointOf('/stream'))).toBe('stream');
    expect(laneOf(endpointOf('/streams'))).toBe('none');
  });
});
