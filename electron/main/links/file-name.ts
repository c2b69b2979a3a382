/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

const LONGEST = 80;

/**
 * The name of a profile as a file may be called on every system, without its extension; empty when
 * nothing of it can be kept. A name that is one already stays as it is.
 */
export function safeName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*;]/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .slice(0, LONGEST)
    .replace(/[. ]+$/, '');
  return DEVICE.test(safe) ? `${safe}_` : safe;
}
