import { app, session, type WebContents } from 'electron';
import { APP_PAGE, isAppUrl } from '../scheme/app-url';

/** Whatever page is shown: it cannot leave, open windows, embed others or ask for devices. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** Denies every permission but full screen, which the F key of our own page needs. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(permission === 'fullscreen' && isAppUrl(details.requestingUrl));
  });
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) =>
      permission === ('fullscreen' as typeof permission) && isAppUrl(origin),
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
