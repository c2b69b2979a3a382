import { app, BrowserWindow, dialog } from 'electron';
import { EXIT } from '../../flags/flag-value';
import { printable } from '../../printable';
import { say } from '../../words';

/**
 * Tells of a fault in our own code that nothing has caught: a person in one sentence with the ways on, once a start, and
 * whoever runs a command on the terminal, which then ends. Without this Electron shows the stack trace and everything
 * stands until somebody has closed it. What failed is in `log`.
 */
export function tellOwnFaults({ asks, log }: { asks: boolean; log: string }): void {
  let told = false;
  process.on('uncaughtException', () => {
    if (told) return;
    told = true;
    if (asks) return askHowToGoOn(log);
    process.stderr.write(
      `${printable(`${say('main.dialogs.fault')} ${say('main.dialogs.faultLog', { path: log })}`)}\n`,
      () => app.exit(EXIT.laneFailed),
    );
  });
}

/** Asks whether to go on; while the app quits there is nobody to ask. */
function askHowToGoOn(log: string): void {
  const window = BrowserWindow.getAllWindows().find((each) => each.isVisible());
  if (!window) return;
  const asked = dialog.showMessageBox(window, {
    type: 'error',
    message: say('main.dialogs.fault'),
    detail: `${say('main.dialogs.faultDetail')} ${say('main.dialogs.faultLog', { path: log })}`,
    buttons: [say('main.dialogs.goOn'), say('main.dialogs.quit')],
    defaultId: 0,
    cancelId: 0,
  });
  void asked.then(({ response }) => {
    if (response === 1) app.quit();
  });
}
