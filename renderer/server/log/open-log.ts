import { messageOf } from '../../../model/message-of';
import { say } from '../../ui/words';
import { RequestLog } from '../state/request-log';
import { room } from '../state/room';
import { MAX_HAR_BYTES, readArchive } from './read-har';

/** Shows the requests of an exported log in place of the server's own; what cannot be read is said. */
export async function openLog(file: File): Promise<void> {
  const { tell } = room.getState();
  try {
    if (file.size > MAX_HAR_BYTES) throw new Error(say('server.log.notOurs', { name: file.name }));
    const log = new RequestLog();
    log.add(readArchive(file.name, await file.text()), 0);
    room.setState({ opened: { name: file.name, log }, tab: 'log' });
  } catch (error) {
    tell(messageOf(error));
  }
}

/** Goes back to the log of the server. */
export const closeLog = (): void => room.setState({ opened: null });
