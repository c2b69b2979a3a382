import { join } from 'node:path';
import { session, type Session } from 'electron';
import { appFolder } from '../../media/app-folder';
import { RecordedMedia } from '../runs/recorded-media';
import { serveFiles } from '../scheme/serve';
import { lockSession } from '../window/lockdown';

/** The session of the stages, apart from the window's: it keeps nothing, and its pages reach nothing but our files. */
export interface StageSession {
  session: Session;
  /** The media files that its pages may read. */
  media: RecordedMedia;
}

let opened: StageSession | undefined;

export function stageSession(): StageSession {
  if (opened) return opened;
  const own = session.fromPartition('video-stage', { cache: false });
  const media = new RecordedMedia();
  lockSession(own);
  serveFiles(join(appFolder(), 'out-build/renderer'), media, own);
  opened = { session: own, media };
  return opened;
}
