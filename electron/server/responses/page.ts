import { say } from '../../words';
import { escapeHtml } from './html';
import { PAGE_HEADERS, pageHead } from './page-look';
import type { Prepare } from './work';

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
  { path: '/status', about: 'status' },
];

/** `/`: a small page that explains and links the rest. It takes no seat, so it is there when all are taken. */
export function pageAnswers(): Prepare {
  const page = Buffer.from(pageText());
  const headers = [...PAGE_HEADERS, 'Content-Length', String(page.byteLength)];
  const work = (answer: Parameters<ReturnType<Prepare>>[0]) => {
    answer.totalBytes = page.byteLength;
    answer.head(200, headers);
    answer.end(page);
  };
  return () => work;
}

function pageText(): string {
  const word = (key: string) => escapeHtml(say(`serve.page.${key}`));
  const rows = LINKS.map(({ path, about }) => {
    const shown = escapeHtml(path);
    return `<tr><td><a href="${shown}">${shown}</a><td>${word(about)}\n`;
  });
  return `${pageHead('en', word('title'))}<h1>${word('title')}</h1>
<p>${word('what')}</p>
<table>
<tr><th>${word('path')}<th>${word('answer')}
${rows.join('')}</table>
<p>${word('workers')}</p>
<p>${word('seatless')}</p>
<p>${word('here')}</p>
`;
}
