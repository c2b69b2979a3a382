/**
 * Holds the app's `ready` until Playwright has attached to it: a page that commits while Playwright attaches
 * is lost to it for ever (one launch in seventeen). Playwright does this itself, by the same name, for an
 * Electron out of node_modules; for another executable nothing does. Its switches for Chromium are left out.
 * @see https://github.com/microsoft/playwright/blob/main/packages/playwright-core/src/server/electron/loader.ts
 */
const { app } = require('electron');

const ready = app.whenReady();
const emit = app.emit.bind(app);
let readyArguments = [];
let isReady = false;
let announce;
const announced = new Promise((resolve) => (announce = resolve));

app.emit = (event, ...args) => {
  if (event !== 'ready' || isReady) return emit(event, ...args);
  readyArguments = args;
  return app.listenerCount('ready') > 0;
};
app.isReady = () => isReady;
app.whenReady = () => announced;

globalThis.__playwright_run = async () => {
  await ready;
  isReady = true;
  announce();
  emit('ready', ...readyArguments);
};
