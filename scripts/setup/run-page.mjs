import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cutFontsPlugin } from './cut-fonts.mjs';

/** Settings of a build that has React in it, whatever NODE_ENV whoever builds has: a test has another, and a bench. */
export const REACT_AS_SHIPPED = {
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', development: false } },
};

/**
 * Builds the whole page of an exported run as one text, in which title, language, fonts and run are to be filled in
 * (electron/runs/html-of-run.ts): its script and its style inside it, and a policy that lets it load nothing and run no
 * other script. Done here and not by a plugin that inlines, since the policy needs the hash of exactly what is put in.
 * @param {string} root the checkout
 * @returns {Promise<string>}
 */
export async function buildRunPage(root) {
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
