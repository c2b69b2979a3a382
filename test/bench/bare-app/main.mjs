/**
 * The least that Electron can do, to measure Bufferscope against:
 * `window` shows one line of text and stays open, `video PATH WIDTH HEIGHT` plays a file in three plain videos; `flood CHUNK TOTAL CREDITS` and `memory HOW PATH`
 * print one line of JSON and end.
 */
import { app, BrowserWindow, MessageChannelMain, utilityProcess } from 'electron';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const [mode, ...words] = process.argv.slice(process.argv.indexOf('--') + 1);

const MODES = {
  window: () => openWindow(),
  video,
  flood,
  memory: () => answerOf(fork('memory.mjs')),
};

app.on('window-all-closed', () => app.quit());
app.on('ready', () => void MODES[mode]());
if (!Object.hasOwn(MODES, mode)) {
  process.stderr.write(`bare-app: no such mode: ${mode}\n`);
  app.exit(2);
}

async function openWindow(webPreferences, page = 'page.html', query = {}) {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences });
  await window.loadFile(join(here, page), { query });
  return window;
}

function video() {
  const [path, width, height] = words;
  const playsAtOnce = { autoplayPolicy: 'no-user-gesture-required' };
  return openWindow(playsAtOnce, 'video.html', { src: pathToFileURL(path).href, width, height });
}

/** A utility process of ours, told what it is to do by its arguments. */
function fork(script) {
  return utilityProcess.fork(join(here, script), words);
}

async function flood() {
  const window = await openWindow({ preload: join(here, 'preload.cjs') });
  const { port1, port2 } = new MessageChannelMain();
  const child = fork('flood.mjs');
  answerOf(child);
  child.postMessage('port', [port1]);
  window.webContents.postMessage('port', Number(words[1]), [port2]);
}

function answerOf(child) {
  child.once('message', (answer) => {
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    app.exit(0);
  });
  child.once('exit', (code) => app.exit(code || 1));
}
