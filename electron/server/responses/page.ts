import { LANGUAGE_TAG } from '../../../model/language';
import { language, say } from '../../words';
import type { PrepareHandler } from './response';
import { createHash } from 'node:crypto';

/** What the page links, each with its sentence in the words. */
const LINKS = [
  { path: '/buffer', about: 'buffer' },
  { path: '/buffer?file=media', about: 'bufferMedia' },
  { path: '/stream', about: 'stream' },
  { path: '/stream?file=media&chunk=1MiB', about: 'streamMedia' },
  { path: '/stream?rate=20kB/s', about: 'streamSlow' },
  { path: '/table?rows=1000', about: 'table' },
  { path: '/table?rows=1000&delay=200ms', about: 'tableSlow' },
  { path: '/feed', about: 'feed' },
  { path: '/feed?fps=5', about: 'feedSlow' },
  { path: '/watch', about: 'watch' },
  { path: '/watch?show=film', about: 'watchFilm' },
  { path: '/status', about: 'status' },
];

/** `/`: a small page that explains and links the rest. It takes no seat, so it is there when all are taken. */
export function pageResponses(): PrepareHandler {
  const work = (response: Parameters<ReturnType<PrepareHandler>>[0]) => {
    const page = pageText();
    const bytes = Buffer.byteLength(page);
    const headers = [...PAGE_HEADERS, 'Content-Length', String(bytes)];
    response.totalBytes = bytes;
    response.writeHead(200, headers);
    response.end(page);
  };
  return () => work;
}

function pageText(): string {
  const word = (key: string) => escapeHtml(say(`serve.page.${key}`));
  const rows = LINKS.map(({ path, about }) => {
    const shown = escapeHtml(path);
    return `<tr><td><a href="${shown}">${shown}</a><td>${word(about)}\n`;
  });
  return `${pageHead(word('title'))}<h1>${word('title')}</h1>
<p>${word('what')}</p>
<table>
<tr><th>${word('path')}<th>${word('answer')}
${rows.join('')}</table>
<p>${word('workers')}</p>
<p>${word('seatless')}</p>
<p>${word('here')}</p>
`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
}

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
code, pre, td:first-child { font-family: ui-monospace, monospace; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8886; }
img, video { max-width: 100%; height: auto; background: #8883; }
pre { padding: .8rem; overflow-x: auto; border: 1px solid #8886; }
`;

/** The head of every page here, with its style. */
export function pageHead(title: string): string {
  return `<!doctype html>
<html lang="${LANGUAGE_TAG[language()]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
`;
}

/** Headers of a page: no script runs in it, whatever it contains; `more` is what else it may load. */
export function pageHeaders(more = ''): readonly string[] {
  const style = `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
  const may = ["default-src 'none'", style, ...(more === '' ? [] : [more])].join('; ');
  const policy = `${may}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return [...['Content-Type', 'text/html; charset=utf-8'], ...['Content-Security-Policy', policy]];
}

/** Headers of a page that loads nothing but its own style. */
export const PAGE_HEADERS = pageHeaders();
