import { once } from 'node:events';
import { open } from 'node:fs/promises';

// step: wait
export async function stream(request, response) {
  const file = await open('example.txt');
  response.setHeader('X-Accel-Buffering', 'no'); // if: header
  response.setHeader('Cache-Control', 'no-transform'); // if: header
  // step: read
  for await (const chunk of file.createReadStream({ highWaterMark: 1024 })) {
    const goOn = response.write(chunk); // step: send
    if (!goOn) await once(response, 'drain'); // step: drain // if: held
  }
  response.end();
}
