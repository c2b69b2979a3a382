// step: wait
export function table(request, response) {
  let html = '<table><tr><th>n<th>n squared';
  for (let n = 0; n < 10_000; n += 1) {
    html += `<tr><td>${n}<td>${n * n}`; // step: row
  }
  // nothing has been sent until here
  response.setHeader('Content-Type', 'text/html');
  response.end(`${html}</table>`); // step: send drain
}
