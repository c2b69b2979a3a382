import type { Bridge } from '../../electron/ipc/contract';

declare global {
  interface Window {
    /** What preload puts on the page: the only way to the main process. */
    readonly bufferscope: Bridge;
  }
}
