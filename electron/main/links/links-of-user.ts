import { join } from 'node:path';
import { app, shell } from 'electron';
import { ChosenTraces } from './chosen-traces';
import { LinkCache } from './link-cache';
import { UserProfiles } from './user-profiles';

/** The links of this user: what finds their curves, the saved ones, and the traces that the window may read. */
export interface Links {
  cache: LinkCache;
  own: UserProfiles;
  chosen: ChosenTraces;
}

/** The links of the one who runs the app; what is removed goes to the system's trash. */
export function linksOfUser(): Links {
  const userData = process.env['BUFFERSCOPE_USER_DATA'] ?? app.getPath('userData');
  const own = new UserProfiles(join(userData, 'links'), (path) => shell.trashItem(path));
  return { cache: new LinkCache(own), own, chosen: new ChosenTraces() };
}
