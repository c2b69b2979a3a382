import { describe, expect, it } from 'vitest';
import { encodingOf, TextTail } from '../../../renderer/player/text-tail';

const utf8 = new TextEncoder();

describe('the tail of a text', () => {
  it('completes characters that a chunk cut in two', () => {
    const bytes = utf8.encode('aé€😀z');
    const tail = new TextTail(bytes);
    for (const byte of bytes) tail.push(Uint8Array.of(byte));
    expect(tail.upTo(bytes.length)).toBe('aé€😀z');
  });

  it('shows the text as far as it had been consumed', () => {
    const tail = new TextTail(utf8.encode('one '));
    for (const word of ['one ', 'two ', 'three ']) tail.push(utf8.encode(word));
    expect(tail.upTo(8)).toBe('one two ');
    expect(tail.upTo(0)).toBe('');
  });

  it('keeps a bounded tail of a long text', () => {
    const tail = new TextTail(utf8.encode('x'));
    const line = 'x'.repeat(999) + '\n';
    for (let i = 0; i < 500; i++) tail.push(utf8.encode(line));
    expect(tail.upTo(500_000)).toHaveLength(4096);
    expect(tail.upTo(500_000).endsWith(line)).toBe(true);
    expect(tail.upTo(100_000)).toBe('');
  });

  it('tells encodings apart', () => {
    expect(encodingOf(Uint8Array.of(0xff, 0xfe, 0x41, 0))).toBe('utf-16le');
    expect(encodingOf(Uint8Array.of(0xfe, 0xff, 0, 0x41))).toBe('utf-16be');
    expect(encodingOf(utf8.encode('für'))).toBe('utf-8');
    expect(encodingOf(utf8.encode('für').subarray(0, 2))).toBe('utf-8');
    expect(encodingOf(Uint8Array.of(0x66, 0xfc, 0x72))).toBe('windows-1252');
  });
});
