import { join } from 'node:path';
import { app, shell } from 'electron';
import { GivenFiles } from '../given-files';
import { LinkCache } from './link-cache';
import { UserProfiles } from './user-profiles';

/** The links of this user: what finds their curves, the saved ones, and the files that the window may open. */
export interface Links {
  cache: LinkCache;
  own: UserProfiles;
  given: GivenFiles;
}

/** The links of the one who runs the app; what is removed goes to the system's trash. */
export function linksOfUser(given = new GivenFiles()): Links {
  const own = new UserProfiles(join(app.getPath('userData'), 'links'), (path) =>
    shell.trashItem(path),
  );
  return { cache: new LinkCache(own), own, given };
}
