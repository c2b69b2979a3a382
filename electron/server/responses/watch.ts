import { say } from '../../words';
import { oneOf } from '../http/query';
import { escapeHtml, pageHead, pageHeaders } from './page';
import type { PrepareHandler } from './response';

/** What the page is made of, as a learner would write it: it is shown beside its picture, and is that picture. */
const SOURCE = `<!doctype html>
<html lang="en">
  <head>
    <title>The feed</title>
  </head>
  <body>
    <img src="/feed" alt="The feed">
  </body>
</html>
`;

/** The picture of this page: of the feed as it is, or with the slip of a part without its length. */
const PICTURES = { none: '/feed', length: '/feed?slip=length' } as const;

/** A film as a page shows it; the browser asks for what it needs of it. */
const FILM_SOURCE = SOURCE.replaceAll('The feed', 'The film').replace(
  '<img src="/feed" alt="The film">',
  '<video src="/film" controls></video>',
);

/** What the page of the film can be asked for, each with its sentence in the words: how the film is served. */
const FILMS = [
  { path: '/film?rate=2MB/s', about: 'end' },
  { path: '/film?index=start&rate=2MB/s', about: 'start' },
  { path: '/film?ranges=no&rate=2MB/s', about: 'noRanges' },
] as const;

/** `/watch`: a picture that replaces itself, or a film, in any browser of this computer, and the HTML that shows it. */
export function watchResponses(): PrepareHandler {
  const headers = pageHeaders("img-src 'self'; media-src 'self'");
  return (query) => {
    const show = oneOf(query, 'show', ['feed', 'film']);
    const slip = oneOf(query, 'slip', ['none', 'length']);
    const film = Number(oneOf(query, 'film', ['0', '1', '2']));
    const body = Buffer.from(show === 'film' ? filmPage(film) : page(PICTURES[slip]));
    return (response) => {
      response.totalBytes = body.byteLength;
      response.writeHead(200, [...headers, 'Content-Length', String(body.byteLength)]);
      response.end(body);
    };
  };
}

function page(picture: string): string {
  const word = (key: string) => escapeHtml(say(`serve.watch.${key}`));
  const source = escapeHtml(SOURCE.replace('/feed', picture));
  return `${pageHead(word('title'))}<h1>${word('title')}</h1>
<p><img src="${escapeHtml(picture)}" alt="${word('picture')}" width="640" height="360"></p>
<pre>${source}</pre>
<p>${word('seat')}</p>
`;
}

/** The page of a film, and the ways to the same film served otherwise. */
function filmPage(chosen: number): string {
  const word = (key: string) => escapeHtml(say(`serve.film.${key}`));
  const path = FILMS[chosen]?.path ?? FILMS[0].path;
  const ways = FILMS.map(({ about }, i) => {
    const words = word(about);
    return i === chosen
      ? `<li><b>${words}</b>`
      : `<li><a href="/watch?show=film&amp;film=${String(i)}">${words}</a>`;
  });
  return `${pageHead(word('title'))}<h1>${word('title')}</h1>
<p><video src="${escapeHtml(path)}" controls muted autoplay width="640" height="360"></video></p>
<pre>${escapeHtml(FILM_SOURCE.replace('/film', path))}</pre>
<p>${word('log')}</p>
<ul>
${ways.join('\n')}
</ul>
`;
}
