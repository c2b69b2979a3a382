import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DelayShares, sharesOf, SHARES } from '../../../model/camera/delay-shares';

const waits = fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), {
  minLength: 5,
  maxLength: 5,
});

/** A picture that waited so long for the encoder, on the way, for the decoder, in it, and behind it. */
function timesOf([encoder = 0, link = 0, before = 0, decoder = 0, behind = 0]: number[]) {
  const encodedMs = 1000 + encoder;
  const arrivedMs = encodedMs + link;
  const givenMs = arrivedMs + before;
  const decodedMs = givenMs + decoder;
  const shownMs = decodedMs + behind;
  return { capturedMs: 1000, encodedMs, arrivedMs, givenMs, decodedMs, shownMs };
}

describe('the shares of a delay', () => {
  it('are each what was waited there, and together the whole', () => {
    fc.assert(
      fc.property(waits, (all) => {
        const [encoder = 0, link = 0, before = 0, decoder = 0, behind = 0] = all;
        const times = timesOf(all);
        const shares = sharesOf(times);
        expect(shares.encoderMs).toBeCloseTo(encoder, 6);
        expect(shares.linkMs).toBeCloseTo(link, 6);
        expect(shares.bufferMs).toBeCloseTo(before + behind, 6);
        expect(shares.decoderMs).toBeCloseTo(decoder, 6);
        const sum = SHARES.reduce((total, name) => total + shares[name], 0);
        expect(sum).toBeCloseTo(times.shownMs - times.capturedMs, 6);
      }),
    );
  });

  it('are told as the mean of what was shown since they were last asked for', () => {
    const shares = new DelayShares();
    expect(shares.take()).toBeNull();
    shares.add(timesOf([2, 10, 0, 4, 0]));
    shares.add(timesOf([4, 20, 0, 8, 0]));
    expect(shares.take()).toEqual({ encoderMs: 3, linkMs: 15, bufferMs: 0, decoderMs: 6 });
    expect(shares.take()).toBeNull();
  });
});
