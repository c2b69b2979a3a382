import { shell } from 'electron';
import type { Handlers } from '../../ipc/router';
import { say } from '../../words';
import type { MediaRegistry } from '../media/media-registry';
import { ownPage } from './server-supervisor';
import type { Servers } from './servers';

/** What main does for each request about servers of ours and their clients. */
export function serverHandlers(
  servers: Servers,
  registry: MediaRegistry,
): Pick<Handlers, 'server:start' | 'server:stop' | 'server:open-in-browser' | 'clients:start'> {
  return {
    'server:start': async (request) => {
      const { owner, session, mediaId } = request;
      const { configFor } = await import('./start-request');
      const config = await configFor(request, mediaId === null ? null : registry.get(mediaId));
      await servers.of(owner).start(session, { config });
      return { media: config.media, text: config.text };
    },
    'server:stop': async ({ owner }) => {
      await servers.of(owner).stop();
      return undefined;
    },
    'server:open-in-browser': async () => {
      const { origin } = servers.of('room');
      if (origin === null) throw new Error(say('server.main.noServer'));
      await shell.openExternal(ownPage(origin));
      return undefined;
    },
    'clients:start': async ({ owner }) => {
      await servers.of(owner).startClients();
      return undefined;
    },
  };
}
