import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { APP_SCHEME } from '../../ipc/app-url';
import { fileOfUrl } from './file-of-url';
import { headersFor } from './headers';

/** Makes app:// a standard, secure scheme; must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the files below `root`, and nothing else, to app:// addresses. */
export function serveFiles(root: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
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
