const { ipcRenderer } = require('electron');

ipcRenderer.once('port', (event, total) => {
  window.postMessage({ bare: 'port', total }, '*', event.ports);
});
