import { app, session, type WebContents } from 'electron';
import { APP_PAGE, isAppUrl } from '../scheme/app-url';

/** Whatever page is shown: it cannot leave, open windows, embed others or ask for devices. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** What our own page may do: fill the screen (the F key), and put text that was asked for on the clipboard. */
const PERMITTED: ReadonlySet<string> = new Set(['fullscreen', 'clipboard-sanitized-write']);

/** Denies every permission but those two, and those to everybody else. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(PERMITTED.has(permission) && isAppUrl(details.requestingUrl));
  });
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => PERMITTED.has(permission) && isAppUrl(origin),
  );
  session.defaultSession.setDevicePermissionHandler(() => false);
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    // Reloading the page that is shown is the only navigation there is.
    if (!event.isMainFrame || event.url !== APP_PAGE) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}
