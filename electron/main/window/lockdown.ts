import { app, session, type Session, type WebContents } from 'electron';
import { APP_PAGE, NOTES_PAGE, PRINT_PAGE, STAGE_PAGE } from '../../ipc/app-url';
import { mayKnow, mayUse } from './permissions';
import { systemAllows } from './system-camera';

/**
 * Whatever page is shown: it cannot leave, open windows or embed others. No name of a host is looked up anywhere, whoever in
 * Chromium wants to know one. Before the app is ready.
 */
export function lockDown(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** Denies every permission but what our own page may have; cameras and microphones only while `cameraAllowed`. */
export function limitPermissions(cameraAllowed: () => boolean): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const { requestingUrl: url, isMainFrame } = details;
    if (!mayUse({ permission, url, isMainFrame, media }, cameraAllowed())) return decide(false);
    systemAllows(media).then(decide, () => decide(false));
  });
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, url, { isMainFrame, mediaType }) =>
      mayKnow({ permission, url, isMainFrame, media: [mediaType] }, cameraAllowed()),
  );
  defaultSession.setDevicePermissionHandler(() => false);
  // The pictures of our own server come by http; WebRTC, which asks as https does, finds a proxy that is none.
  void defaultSession.setProxy({
    proxyRules: 'http=direct://;https=127.0.0.1:1;socks=127.0.0.1:1',
    proxyBypassRules: '<-loopback>',
  });
  // What is saved is written by main, to where the person says.
  defaultSession.on('will-download', (event) => event.preventDefault());
}

/** What a page can ask of a network; our own scheme is none. */
const NETWORK = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'];

/**
 * Lets pages ask nothing of a network but our own server, `isOurs` of an origin such as "http://127.0.0.1:8417". The CSP
 * cannot name its port, which is not known when the page is loaded.
 */
export function limitRequests(isOurs: (origin: string) => Promise<boolean>): void {
  session.defaultSession.webRequest.onBeforeRequest({ urls: NETWORK }, ({ url }, decide) => {
    isOurs(new URL(url).origin).then(
      (ours) => decide({ cancel: !ours }),
      () => decide({ cancel: true }),
    );
  });
}

/** The pages that windows of ours may show, each its own. */
const PAGES: readonly string[] = [APP_PAGE, NOTES_PAGE, STAGE_PAGE, PRINT_PAGE];

/** A session whose pages may ask nothing of a network, and have no permission at all. */
export function lockSession(locked: Session): void {
  locked.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  locked.setPermissionCheckHandler(() => false);
  locked.setDevicePermissionHandler(() => false);
  locked.on('will-download', (event) => event.preventDefault());
  locked.webRequest.onBeforeRequest({ urls: NETWORK }, (_request, decide) =>
    decide({ cancel: true }),
  );
}

function confine(contents: WebContents): void {
  let own = APP_PAGE;
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    // Reloading the page that is shown is the only navigation there is.
    if (!event.isMainFrame || event.url !== own) event.preventDefault();
  });
  // An empty page is shown without asking: ours takes its place again.
  contents.on('did-navigate', (_event, url) => {
    if (PAGES.includes(url)) own = url;
    else void contents.loadURL(own);
  });
  // WebRTC makes no connection but over a proxy; see `limitPermissions`. Chromium knows no CSP directive against it.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-redirect', (event) => event.preventDefault());
}
