import { shippedWorks } from '../notices.mjs';

/** What a module imports to get the works; the id that Vite knows it by begins with a zero byte, as its plugins do. */
const NAME = 'virtual:works';
const ID = `\0${NAME}`;

/**
 * A plugin for Vite: `import works from 'virtual:works'` gives every work of others that the app holds, with its licence
 * in full. The About page and NOTICES.txt say the same, since both are made of it.
 * @param {string} root the checkout
 */
export function worksPlugin(root) {
  return {
    name: 'bufferscope-works',
    resolveId: (name) => (name === NAME ? ID : undefined),
    load: (id) => (id === ID ? `export default ${JSON.stringify(shippedWorks(root))};` : undefined),
  };
}
