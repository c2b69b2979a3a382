import { once } from 'node:events';
import { camera } from './camera.js';

// step: wait
export async function feed(request, response) {
  response.setHeader('Content-Type', 'multipart/x-mixed-replace; boundary=frame');
  response.write('--frame\r\n');
  while (!response.destroyed) {
    const jpeg = await camera.newestFrame(); // step: frame
    response.write('Content-Type: image/jpeg\r\n');
    response.write(`Content-Length: ${jpeg.length}\r\n\r\n`);
    response.write(jpeg); // step: send
    const goOn = response.write('\r\n--frame\r\n');
    if (!goOn) await once(response, 'drain'); // step: drain
  }
}
