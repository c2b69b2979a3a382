/** The scheme and host under which the window's own files are served. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'bufferscope';

/** The page that the window shows. */
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`;

/** The same page as it shows the presenter's notes in a window of their own. */
export const NOTES_PAGE = `${APP_PAGE}?notes`;

/** The page of a video's stage, which a window shows that nobody sees. */
export const STAGE_PAGE = `${APP_SCHEME}://${APP_HOST}/stage.html`;

/** The page of a handout, which is printed by a window that nobody sees. */
export const PRINT_PAGE = `${APP_SCHEME}://${APP_HOST}/print.html`;

/** True for an address of our own; Node gives custom schemes no origin, so scheme and host are compared. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, port } = new URL(url);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST && username === '' && port === '';
}

const MEDIA = `${APP_SCHEME}://${APP_HOST}/media/`;

/** Where the media file of an opened run is served. */
export const mediaUrl = (id: string): string => `${MEDIA}${id}`;

/** The id in such an address; null for any other. */
export function mediaIdOf(url: string): string | null {
  return isAppUrl(url) && url.startsWith(MEDIA) ? url.slice(MEDIA.length) : null;
}
