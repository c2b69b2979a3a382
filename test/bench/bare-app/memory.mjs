/** Reads PATH as HOW says and tells the growth of this process's resident set, bytes. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';

const [how, path] = process.argv.slice(2);
const settle = () => new Promise((done) => setTimeout(done, 300));

await settle();
const baseline = process.memoryUsage.rss();
let peak = baseline;
const sample = () => (peak = Math.max(peak, process.memoryUsage.rss()));
const timer = setInterval(sample, 100);
const started = performance.now();
let bytes = 0;
let whole = null;
if (how === 'read-file') {
  whole = await readFile(path);
  bytes = whole.length;
} else {
  for await (const chunk of createReadStream(path, { highWaterMark: 1e6 })) {
    bytes += chunk.length;
    sample();
  }
}
const ms = performance.now() - started;
await settle();
sample();
clearInterval(timer);
process.parentPort.postMessage({ bytes, ms, growth: peak - baseline, kept: whole?.length ?? 0 });
