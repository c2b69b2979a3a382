import type { JpegAnswer, JpegRequest } from './jpeg-encoder';

const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext('2d', { alpha: false });

/** Makes JPEGs of pictures, away from everything that the window draws. */
addEventListener('message', ({ data }: MessageEvent<JpegRequest>) => void respond(data));

async function respond({ id, picture, quality }: JpegRequest): Promise<void> {
  canvas.width = picture.width;
  canvas.height = picture.height;
  context?.drawImage(picture, 0, 0);
  picture.close();
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  const bytes = await blob.arrayBuffer();
  const made: JpegAnswer = { id, bytes };
  postMessage(made, { transfer: [bytes] });
}
