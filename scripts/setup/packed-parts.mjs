import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { buildRunPage } from './run-page.mjs';

/** What a module imports to get a large part of a build, and what makes it. */
const PARTS = {
  'virtual:run-page': buildRunPage,
  'virtual:resvg': (root) =>
    readFileSync(createRequire(`${root}/`).resolve('@resvg/resvg-wasm/index_bg.wasm')),
};

/** Vite knows the id of what is no file by a zero byte that it begins with, as its plugins do. */
const UNFILED = '\0';

/**
 * A plugin for Vite: `import page from 'virtual:run-page'` gives the whole page of an exported run, `virtual:resvg` the
 * program that draws an SVG, both as gzip in base64 (electron/runs/packed-part.ts opens them): they were the largest things of
 * ours in a package. They become a part of whatever is built, so that nobody has to find a file: the app, packed or not,
 * the command line wherever it was built, and a test.
 * @param {string} root the checkout
 */
export function packedParts(root) {
  return {
    name: 'bufferscope-packed-parts',
    resolveId: (name) => (Object.hasOwn(PARTS, name) ? `${UNFILED}${name}` : undefined),
    load: async (id) => {
      const make = id.startsWith(UNFILED) ? PARTS[id.slice(UNFILED.length)] : undefined;
      if (!make) return undefined;
      const packed = gzipSync(await make(root), { level: 9 });
      return `export default ${JSON.stringify(packed.toString('base64'))};`;
    },
  };
}
