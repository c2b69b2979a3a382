import type { WebContents } from 'electron';

/**
 * A PNG of what the page shows. Through the page's debugger, as Playwright does it: behind
 * `capturePage` one exit in six ended in a general protection fault (Electron 33: 24 of 150 runs;
 * this way none of 60).
 */
export async function pictureOf(page: WebContents): Promise<Buffer> {
  page.debugger.attach();
  try {
    const { data } = (await page.debugger.sendCommand('Page.captureScreenshot')) as {
      data: string;
    };
    return Buffer.from(data, 'base64');
  } finally {
    page.debugger.detach();
  }
}
