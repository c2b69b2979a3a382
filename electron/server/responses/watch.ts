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

/** `/watch`: a picture that replaces itself, in any browser of this computer, and the ten lines of HTML that show it. */
export function watchResponses(): PrepareHandler {
  const headers = pageHeaders("img-src 'self'");
  return (query) => {
    const slip = oneOf(query, 'slip', ['none', 'length']);
    const body = Buffer.from(page(PICTURES[slip]));
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
