import { gunzipSync } from 'node:zlib';

/** The bytes of a part that scripts/setup/packed-parts.mjs has packed into the build. */
export const unpacked = (part: string): Buffer => gunzipSync(Buffer.from(part, 'base64'));
