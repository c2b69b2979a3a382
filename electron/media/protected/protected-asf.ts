/** The header of ASF (WMV, WMA), and the objects in it that say how the media is encrypted, as GUIDs on the disk. */
const HEADER = '3026b2758e66cf11a6d900aa0062ce6c';
const ENCRYPTION = new Set([
  'fbb3112223bdd211b4b700a0c955fc6e',
  '14e68a292226174cb935dae07ee9289c',
  '338505438169e6499b74ad12cb86d58c',
]);

/** Object sizes are 64 bits; a GUID and a size stand before each. */
const OBJECT_HEADER = 24;

/** Number of objects and two reserved bytes behind the header object's own GUID and size. */
const HEADER_FIELDS = 6;

/** True when the beginning of a file is that of an encrypted ASF. */
export function isProtectedAsf(head: Buffer): boolean {
  if (head.toString('hex', 0, 16) !== HEADER || head.length < OBJECT_HEADER) return false;
  const end = Math.min(head.length, Number(head.readBigUInt64LE(16)));
  let at = OBJECT_HEADER + HEADER_FIELDS;
  while (at + OBJECT_HEADER <= end) {
    if (ENCRYPTION.has(head.toString('hex', at, at + 16))) return true;
    const size = Number(head.readBigUInt64LE(at + 16));
    if (size < OBJECT_HEADER) return false;
    at += size;
  }
  return false;
}
