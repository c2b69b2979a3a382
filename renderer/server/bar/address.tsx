import { Menu } from '@mantine/core';
import { CaretIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { pathOf } from '../state/paths';
import { room, useServerRoom } from '../state/room';
import { messageOf } from '../../../model/message-of';

/** Where the server listens, and what can be done with that. */
export function Address() {
  const origin = useServerRoom((s) => s.origin);
  const path = useServerRoom((s) => pathOf(s.toAdd.path, 1, s.served));
  if (origin === null) return null;
  return (
    <span className="chip address">
      <Menu position="bottom-start" returnFocus withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <button
            className="btn bare mono"
            aria-label={say('server.address.menu', { url: origin })}
          >
            <span>
              <span className="scheme">http://</span>
              {origin.replace('http://', '')}
            </span>
            <CaretIcon />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void done(() => copy(`${origin}/`))}>
            {say('server.address.copyUrl')}
          </Menu.Item>
          <Menu.Item onClick={() => void done(() => copy(curlCommand(origin + path)))}>
            {say('server.address.copyCurl', { path: path.split('?', 1)[0] ?? path })}
          </Menu.Item>
          <Menu.Item onClick={() => void done(openInBrowser)}>
            {say('server.address.open')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span>{say('server.thisComputer')}</span>
    </span>
  );
}

/** Shows bytes as they come (-N) and how quickly they do; what was read is thrown away. */
function curlCommand(url: string): string {
  return `curl -N -o /dev/null '${url}'`;
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  room.getState().tell(say('server.address.copied'));
}

function openInBrowser(): Promise<undefined> {
  return window.bufferscope.request('server:open-in-browser');
}

/** What cannot be done is said. */
async function done(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    room.getState().tell(messageOf(error));
  }
}
