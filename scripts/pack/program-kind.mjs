import { closeSync, openSync, readSync } from 'node:fs';

/** e_machine of ELF, cputype of Mach-O and Machine of PE, by our names of architectures. */
const ELF = { 0x3e: 'x64', 0xb7: 'arm64', 0x03: 'ia32', 0x28: 'arm' };
const MACH = { 0x01000007: 'x64', 0x0100000c: 'arm64' };
const PE = { 0x8664: 'x64', 0xaa64: 'arm64', 0x14c: 'ia32' };

/**
 * For which platform and architecture a program is, by its first bytes: ELF (System V ABI), Mach-O of one architecture
 * (mach-o/loader.h, 64 bit) or PE (Microsoft's PE format). Null for anything else.
 * @param {string} file
 * @returns {{ platform: string, arch: string } | null}
 */
export function programKind(file) {
  const head = firstBytes(file, 4096);
  if (head.length < 64) return null;
  if (head.readUInt32BE(0) === 0x7f454c46) return kind('linux', ELF[head.readUInt16LE(18)]);
  if (head.readUInt32LE(0) === 0xfeedfacf) return kind('darwin', MACH[head.readUInt32LE(4)]);
  if (head.toString('latin1', 0, 2) === 'MZ') {
    const at = head.readUInt32LE(0x3c);
    if (at + 6 > head.length || head.toString('latin1', at, at + 4) !== 'PE\0\0') return null;
    return kind('win32', PE[head.readUInt16LE(at + 4)]);
  }
  return null;
}

const kind = (platform, arch) => (arch === undefined ? null : { platform, arch });

function firstBytes(file, most) {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(most);
    return bytes.subarray(0, readSync(handle, bytes, 0, most, 0));
  } finally {
    closeSync(handle);
  }
}
