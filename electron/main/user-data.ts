import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { PREFERENCES } from '../flags/language-flag';
import { openFolder, removeFoldersOfTheDead } from '../media/cache-folder';
import { userFolder } from '../user-folder';
import { say } from '../words';

const PREFIX = 'bufferscope-session-';

/**
 * Settles where Chromium and the app keep what is this user's, before either asks for it. Where nothing can be
 * written (a home that is read-only or not there) a folder for this session alone takes its place.
 * Returns the sentence that says so, or null.
 */
export async function openUserData(): Promise<string | null> {
  haveDocuments();
  const wanted = userFolder();
  const { folder, borrowed } = await openFolder(wanted, `${PREFIX}${process.pid}-`);
  if (borrowed) await moveIn(folder, wanted);
  else if (process.env['BUFFERSCOPE_USER_DATA']) app.setPath('userData', wanted);
  return borrowed ? say('main.nothingKept', { path: wanted }) : null;
}

/** Keeps everything in a folder that ends with the session; preferences that can only be read hold in it too. */
async function moveIn(folder: string, wanted: string): Promise<void> {
  app.setPath('userData', folder);
  try {
    copyFileSync(join(wanted, PREFERENCES), join(folder, PREFERENCES));
  } catch {
    // None were kept, or they cannot be read: this session begins with the usual ones.
  }
  // The toolkits beneath Chromium would complain on stderr, each in its own words.
  for (const name of ['XDG_CACHE_HOME', 'XDG_CONFIG_HOME']) process.env[name] = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // Chromium writes on while it ends: what it leaves goes with the next such session.
  await removeFoldersOfTheDead(app.getPath('temp'), PREFIX);
}

/** Without a home there are no documents either; what a person saves is then proposed among the temporary files. */
function haveDocuments(): void {
  try {
    app.getPath('documents');
  } catch {
    app.setPath('documents', app.getPath('temp'));
  }
}
