import { open } from 'node:fs/promises';

// step: wait
export async function buffer(request, response) {
  const file = await open('example.txt');
  await file.readFile(); // step: read
  // the file's position stands at its end: what is read now is empty
  const data = await file.readFile();
  response.setHeader('Content-Length', data.length);
  response.end(data); // step: send drain
}
