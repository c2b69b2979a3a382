import { join } from 'node:path';
import { BrowserWindow, MessageChannelMain, session, type Session } from 'electron';
import { PRINT_PAGE } from '../../ipc/app-url';
import { PRINT_PORT_CHANNEL } from '../../ipc/channels';
import { printReplySchema, type Handout } from '../../ipc/print-requests';
import { appFolder } from '../../media/app-folder';
import { say } from '../../words';
import { RecordedMedia } from '../runs/recorded-media';
import { serveFiles } from '../scheme/serve';
import { lockSession } from '../window/lockdown';
import { ownPage } from '../window/own-page';

/** The page answers within this time, ms. */
const ANSWER_MS = 60_000;

/** Margins of every page, inches: 15 mm, and room for the number of the page below. */
const MARGINS = { top: 0.6, bottom: 0.75, left: 0.6, right: 0.6 };

let opened: Session | undefined;

/** The session of pages that are printed, apart from the window's: it keeps nothing, and reaches nothing but our files. */
function printSession(): Session {
  if (opened) return opened;
  opened = session.fromPartition('print', { cache: false });
  lockSession(opened);
  serveFiles(join(appFolder(), 'out-build/renderer'), new RecordedMedia(), opened);
  return opened;
}

/**
 * Draws a handout on a page that nobody sees, and gives it as a PDF, its curves as vectors and its fonts within it. Throws
 * a sentence, or what the signal was aborted with.
 */
export async function printHandout(handout: Handout, signal: AbortSignal): Promise<Buffer> {
  const window = new BrowserWindow({
    ...{ show: false, focusable: false, skipTaskbar: true },
    webPreferences: { ...ownPage(), session: printSession() },
  });
  const ended = new Promise<never>((_resolve, reject) => {
    const gone = (): void => reject(new Error(say('handout.gone')));
    window.webContents.once('render-process-gone', gone);
    signal.addEventListener('abort', gone, { once: true });
  });
  // Whoever waits for something else hears of it all the same.
  ended.catch(() => undefined);
  try {
    await Promise.race([window.loadURL(PRINT_PAGE), ended]);
    await Promise.race([drawn(window, handout), ended]);
    return await Promise.race([
      window.webContents.printToPDF({
        pageSize: handout.paper,
        margins: MARGINS,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: FOOTER,
        generateTaggedPDF: true,
      }),
      ended,
    ]);
  } finally {
    if (!window.isDestroyed()) window.destroy();
  }
}

/** Chromium fills in the numbers; a style of the page does not reach here. */
const FOOTER =
  '<div style="width:100%;padding:0 15mm;font:8pt sans-serif;color:#444;text-align:right">' +
  '<span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/** Hands the page what is printed, and waits until it stands there with its fonts. */
function drawn(window: BrowserWindow, handout: Handout): Promise<void> {
  const { port1, port2 } = new MessageChannelMain();
  window.webContents.postMessage(PRINT_PORT_CHANNEL, null, [port2]);
  return new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(say('handout.silent'))), ANSWER_MS);
    port1.once('message', ({ data }: { data: unknown }) => {
      clearTimeout(late);
      const reply = printReplySchema.safeParse(data);
      if (!reply.success) return reject(new Error(say('handout.silent')));
      if (reply.data.told === 'failed') return reject(new Error(reply.data.message));
      resolve();
    });
    window.once('closed', () => clearTimeout(late));
    port1.start();
    port1.postMessage(handout);
  }).finally(() => port1.close());
}
