/** Posts TOTAL bytes in tight arrays of CHUNK bytes, never more than CREDITS of them unanswered. */
const { argv, parentPort } = process;

const [chunk, total, credits] = argv.slice(2).map(Number);
const array = new Uint8Array(chunk).fill(7);

parentPort.once('message', ({ ports: [port] }) => {
  let sent = 0;
  const post = () => {
    if (sent >= total) return;
    const bytes = Math.min(chunk, total - sent);
    port.postMessage(bytes === chunk ? array : array.slice(0, bytes));
    sent += bytes;
  };
  port.on('message', ({ data }) => {
    if (data === 'credit') post();
    else if (data === 'go') for (let i = 0; i < credits; i++) post();
    else parentPort.postMessage(data);
  });
  port.start();
});
