import type { BrowserWindow, MessagePortMain, WebContents } from 'electron';
import type { Notice, NoticeChannel } from '../ipc/contract';

/** Sends a notice to the window; one that has gone hears nothing. */
export function notify<C extends NoticeChannel>(
  window: BrowserWindow,
  channel: C,
  notice: Notice<C>,
): void {
  if (!window.isDestroyed()) window.webContents.send(channel, notice);
}

/** Hands the page one end of a port, with what it is of; a page that has gone gets none, and the port is closed. */
export function handPort(
  page: WebContents,
  channel: string,
  message: unknown,
  port: MessagePortMain,
): void {
  if (page.isDestroyed()) port.close();
  else page.postMessage(channel, message, [port]);
}
