import { readFile } from 'node:fs/promises';
import { protocol, type Protocol } from 'electron';
import { APP_SCHEME, mediaIdOf } from '../../ipc/app-url';
import { fileOfUrl } from './file-of-url';
import { headersFor } from './headers';
import { serveMedia } from './serve-media';

/** Makes app:// a standard, secure scheme; must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        codeCache: true,
        // Without it a <video> cannot seek in what the scheme serves.
        stream: true,
      },
    },
  ]);
}

/** Serves the files below `root`, the media of opened runs, and nothing else, to a session's app:// addresses. */
export function serveFiles(
  root: string,
  media: { pathOf: (id: string) => string | undefined },
  { protocol: served }: { protocol: Protocol } = { protocol },
): void {
  served.handle(APP_SCHEME, async (request) => {
    const id = request.method === 'GET' ? mediaIdOf(request.url) : null;
    const mediaPath = id === null ? undefined : media.pathOf(id);
    if (mediaPath !== undefined) return serveMedia(mediaPath, request);
    const path = request.method === 'GET' ? fileOfUrl(request.url, root) : null;
    if (path === null) return new Response(null, { status: 403 });
    try {
      const body = await readFile(path);
      return new Response(new Uint8Array(body), { headers: headersFor(path) });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
