import { open } from 'node:fs/promises';

// step: wait
export async function stream(request, response) {
  const file = await open('example.txt');
  // the loop is missing: one piece is written
  const { buffer, bytesRead } = await file.read({ length: 1024 }); // step: read
  response.write(buffer.subarray(0, bytesRead)); // step: send drain
  response.end();
}
