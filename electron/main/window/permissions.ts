import { isAppUrl } from '../../ipc/app-url';

/** What a page asks for, as Electron's two permission handlers tell it. */
export interface AskedPermission {
  permission: string;
  /** The address of the page that asks. */
  url: string;
  isMainFrame: boolean;
  /** For 'media': 'video' is a camera, 'audio' a microphone. */
  media: readonly (string | undefined)[];
}

/** What our own page may do: fill the screen (the F key), and put text that was asked for on the clipboard. */
const PERMITTED: ReadonlySet<string> = new Set(['fullscreen', 'clipboard-sanitized-write']);

/** Whether a page may do what it asks for; a microphone comes with a camera, never alone. */
export function mayUse(asked: AskedPermission, cameraAllowed: boolean): boolean {
  // Recording the screen asks for 'media' too, but names no camera.
  return mayKnow(asked, cameraAllowed) && (!isMedia(asked) || asked.media.includes('video'));
}

/** Whether a page may know that it could, as with the names of cameras and microphones. */
export function mayKnow(asked: AskedPermission, cameraAllowed: boolean): boolean {
  if (!isAppUrl(asked.url)) return false;
  if (!isMedia(asked)) return PERMITTED.has(asked.permission);
  const { media, isMainFrame } = asked;
  const known = media.length > 0 && media.every((kind) => kind === 'video' || kind === 'audio');
  return cameraAllowed && isMainFrame && known;
}

function isMedia({ permission }: AskedPermission): boolean {
  return permission === 'media';
}
