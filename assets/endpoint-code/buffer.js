import { readFile } from 'node:fs/promises';

// step: wait
export async function buffer(request, response) {
  const data = await readFile('example.txt'); // step: read
  response.setHeader('Content-Disposition', 'attachment; filename="example.txt"');
  response.setHeader('Content-Length', data.length);
  response.end(data); // step: send drain
}
