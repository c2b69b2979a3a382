/* Marks the moment at which the line of text has been painted; receives a flood when a port comes. */
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('shown')));

addEventListener('message', ({ data, ports: [port] }) => {
  if (data?.bare !== 'port') return;
  let received = 0;
  const start = performance.now();
  port.onmessage = ({ data: bytes }) => {
    received += bytes.byteLength;
    if (received >= data.total) port.postMessage({ ms: performance.now() - start });
    else port.postMessage('credit');
  };
  port.postMessage('go');
});
