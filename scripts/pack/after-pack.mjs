import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Takes Electron's welcome app, which would run any folder it is given, out of the packed app. */
export default async function afterPack({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  await rm(join(resources, 'default_app.asar'), { force: true });
}
