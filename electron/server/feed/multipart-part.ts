const BOUNDARY = 'frame';

/** Content-Type of the whole answer. */
export const FEED_TYPE = `multipart/x-mixed-replace; boundary=${BOUNDARY}`;

/** What stands before the first part. */
export const OPENING = Buffer.from(`--${BOUNDARY}\r\n`, 'latin1');

const CLOSING = Buffer.from(`\r\n--${BOUNDARY}\r\n`, 'latin1');

/**
 * One frame as it goes to every viewer: its head, the picture, and the boundary behind it, without which a browser
 * would show it only when the next frame comes.
 */
export function partOf(jpeg: Uint8Array): Buffer {
  const head = `Content-Type: image/jpeg\r\nContent-Length: ${jpeg.byteLength}\r\n\r\n`;
  const part = Buffer.allocUnsafeSlow(head.length + jpeg.byteLength + CLOSING.byteLength);
  part.write(head, 0, 'latin1');
  part.set(jpeg, head.length);
  part.set(CLOSING, head.length + jpeg.byteLength);
  return part;
}
