import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cutFontsPlugin } from './cut-fonts.mjs';

/** What a module imports to get the page; the id that Vite knows it by begins with a zero byte, as its plugins do. */
const NAME = 'virtual:run-page';
const ID = `\0${NAME}`;

/** Settings of a build that has React in it, whatever NODE_ENV whoever builds has: a test has another, and a bench. */
export const REACT_AS_SHIPPED = {
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', development: false } },
};

/**
 * A plugin for Vite: `import page from 'virtual:run-page'` gives the whole page of an exported run as one text, in which
 * title, language, fonts and run are to be filled in (electron/runs/html-of-run.ts). It becomes a part of whatever is built, so that nobody has to
 * find a file: the app, packed or not, the command line wherever it was built, and a test.
 * @param {string} root the checkout
 */
export function runPagePlugin(root) {
  return {
    name: 'bufferscope-run-page',
    resolveId: (name) => (name === NAME ? ID : undefined),
    load: async (id) =>
      id === ID ? `export default ${JSON.stringify(await buildRunPage(root))};` : undefined,
  };
}

/**
 * Builds the page: its script and its style inside it, and a policy that lets it load nothing and run no other script.
 * Done here and not by a plugin that inlines, since the policy needs the hash of exactly what is put in.
 */
async function buildRunPage(root) {
  const { build } = await import('vite');
  const { output } = await build({
    ...{ root: join(root, 'renderer'), configFile: false, logLevel: 'error', publicDir: false },
    ...REACT_AS_SHIPPED,
    plugins: [cutFontsPlugin(root)],
    build: {
      ...{ write: false, minify: true, target: 'es2022', cssCodeSplit: false },
      assetsInlineLimit: Infinity,
      rollupOptions: {
        input: join(root, 'renderer', 'exports', 'page', 'main.tsx'),
        // In a file that is opened from a folder a module may not be loaded; a script may.
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const script = output
    .filter(({ type }) => type === 'chunk')
    .map(({ code }) => code)
    .join('')
    // Within a string a solidus may be escaped; what ends the element would end it anywhere.
    .replaceAll('</script', '<\\/script');
  const style = output
    .filter(({ fileName }) => fileName.endsWith('.css'))
    .map(({ source }) => String(source))
    .join('');
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}<!--font-hash-->`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="<!--language-->">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    '<title><!--title--></title>',
    `<style>${style}</style><!--fonts-->`,
    '</head>',
    '<body>',
    '<div id="root"></div>',
    '<script type="text/plain" id="run"><!--run--></script>',
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
