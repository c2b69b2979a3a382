import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** What the packed executable has to have burnt in, by electron-builder's names (electron-builder.yml, electronFuses). */
const NAMES = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
};

/**
 * The names of the fuses that are set otherwise in an executable than wanted; none when it is as it should be.
 * @param {string} executable
 * @param {Record<string, boolean>} wanted
 * @returns {Promise<string[]>}
 */
export async function wrongFuses(executable, wanted) {
  const wire = await getCurrentFuseWire(executable);
  return Object.entries(wanted)
    .filter(([name, on]) => wire[NAMES[name]] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([name]) => name);
}
