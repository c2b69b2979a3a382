import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MediaError } from '../../../electron/media/media-error';
import { Bench, H264_AAC, picture, tone } from './made';

const PACKET = 188;

describe('why a file cannot be played', () => {
  let bench: Bench;
  beforeAll(async () => (bench = await Bench.open()));
  afterAll(() => bench.close());

  const refusalOf = async (path: string) => {
    const error: unknown = await bench.open(path).catch((reason: unknown) => reason);
    if (!(error instanceof MediaError)) throw new Error(`not refused: ${String(error)}`);
    return error.toRefusal();
  };

  it('the index is missing', async () => {
    const whole = await bench.make('whole.mp4', ...picture(2), ...tone(2), ...H264_AAC);
    const cut = await bench.changed(whole, 'cut.mp4', (bytes) => bytes.subarray(0, 20_000));
    const { code, message, detail } = await refusalOf(cut);
    expect(code).toBe('corrupt');
    expect(message).toContain('its index is missing');
    expect(detail.split('\n')[0]).toBe('moov atom not found');
  });

  it('nobody knows what is in it', async () => {
    const whole = await bench.make('known.mp4', ...picture(2), ...H264_AAC);
    const unknown = await bench.changed(whole, 'unknown.mp4', (bytes) =>
      Buffer.from(
        bytes.toString('latin1').replaceAll('avc1', 'zzz9').replaceAll('avcC', 'zzzC'),
        'latin1',
      ),
    );
    const { message, detail } = await refusalOf(unknown);
    expect(message).toContain('no decoder is known for what is in it');
    expect(detail).not.toBe('');
  });

  it('no picture is whole', async () => {
    const long = [...picture(8), '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '1000', '-an'];
    const whole = await bench.make('long.ts', ...long);
    const tail = await bench.changed(whole, 'tail.ts', (bytes) => {
      const from = Math.floor(bytes.length / PACKET / 2) * PACKET;
      return Buffer.concat([bytes.subarray(0, 3 * PACKET), bytes.subarray(from)]);
    });
    const { message, detail } = await refusalOf(tail);
    expect(message).toContain('no key frame');
    expect(detail).not.toBe('');
  });

  it('noise is what is called damaged', async () => {
    const whole = await bench.make('other.mp4', ...picture(2), ...H264_AAC);
    const noise = await bench.changed(whole, 'noise.mkv', (bytes) => bytes.subarray(5000, 20_000));
    const { message, detail } = await refusalOf(noise);
    expect(message).toContain('it is damaged or cut short');
    expect(detail).not.toMatch(/@ 0x|Input #0|Stream #0|frame=/);
  });
});
