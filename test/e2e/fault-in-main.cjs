/** A fault of main that nothing catches, once there is a window. */
const { setImmediate } = require('node:timers');
const { app } = require('electron');

app.once('browser-window-created', () => {
  setImmediate(() => {
    throw new Error('nobody saw this coming');
  });
});
