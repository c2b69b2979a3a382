import { once } from 'node:events';

// step: wait
export async function table(request, response) {
  response.setHeader('Content-Type', 'text/html');
  response.write('<table><tr><th>n<th>n squared');
  for (let n = 0; n < 10_000; n += 1) {
    const goOn = response.write(`<tr><td>${n}<td>${n * n}`); // step: row send
    if (!goOn) await once(response, 'drain'); // step: drain
  }
  response.end('</table>');
}
