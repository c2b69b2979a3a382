import { Menu } from '@mantine/core';
import { useRef, useState, type CSSProperties } from 'react';
import { CaretIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { LOG_FORMATS, saveLog, type LogFormat } from '../log/save-log';
import { logWords } from '../log/log-words';
import { closeLog, openLog } from '../log/open-log';
import type { LogEntry, RequestLog } from '../state/request-log';
import { room, useServerRoom } from '../state/room';
import { useRows } from '../../ui/use-rows';
import { messageOf } from '../../../model/message-of';

/** Lines that can be scrolled through; the exports have all that are kept. */
const SHOWN = 1000;
/** Height of a line, px; the style sheet takes it from here. */
const ROW_PX = 27;

/** The requests of the server, or of an exported log that has been opened. */
export function LogPanel() {
  const own = useServerRoom((s) => s.log);
  const opened = useServerRoom((s) => s.opened);
  return <Requests key={opened?.name} log={opened?.log ?? own} name={opened?.name ?? null} />;
}

interface RequestsProps {
  log: RequestLog;
  /** The file that they are from; null for those of the server. */
  name: string | null;
}

/** Requests, newest first; scrolled away from its top the list stands still until it is let go. */
function Requests({ log, name }: RequestsProps) {
  const newest = useServerRoom((s) => (s.opened?.log ?? s.log).newest);
  const [heldAt, setHeldAt] = useState<number | null>(null);
  const upTo = heldAt ?? newest;
  const entries = log.entries(upTo, SHOWN);
  const { ref, first, last, atTop, toTop } = useRows(entries.length, ROW_PX);
  // Reading further down holds the list, so that the lines do not run away from under the eyes.
  if (!atTop && heldAt === null) setHeldAt(newest);
  if (atTop && heldAt !== null) setHeldAt(null);
  return (
    <div className="log-part" style={{ '--row': `${String(ROW_PX)}px` } as CSSProperties}>
      <div className="part-head">
        {name !== null ? (
          <span title={say('server.log.openedLong', { name })}>
            {say('server.log.opened', { name })}
          </span>
        ) : heldAt === null ? (
          <span>{say('server.log.following')}</span>
        ) : (
          <>
            <span>{say('server.log.paused', { count: newest - heldAt })}</span>
            <button className="btn" onClick={toTop}>
              {say('server.log.follow')}
            </button>
          </>
        )}
        {log.missing > 0 && <span>{say('server.log.missing', { count: log.missing })}</span>}
        <span className="grow" />
        {name !== null && (
          <button className="btn" onClick={closeLog}>
            {say('server.log.close')}
          </button>
        )}
        <FileMenu empty={newest === 0 || name !== null} />
      </div>
      <div
        role="table"
        aria-label={say('server.log.list')}
        aria-rowcount={entries.length}
        className="log"
      >
        <div role="row" className="log-line log-head">
          {(['time', 'client', 'request', 'status', 'sent', 'what'] as const).map((column) => (
            <span key={column} role="columnheader" data-column={column}>
              {say(`server.log.${column}`)}
            </span>
          ))}
        </div>
        <div role="rowgroup" className="log-lines" tabIndex={0} ref={ref}>
          <div role="presentation" style={{ height: entries.length * ROW_PX }}>
            {entries.slice(first, last).map((entry, i) => (
              <LogLine
                key={entry.number}
                entry={entry}
                top={(first + i) * ROW_PX}
                isNewest={entry.number === newest}
              />
            ))}
          </div>
          {entries.length === 0 && (
            <p role="row" className="small">
              <span role="cell">{say('server.log.empty')}</span>
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

interface LogLineProps {
  entry: LogEntry;
  top: number;
  isNewest: boolean;
}

function LogLine({ entry: { number, event }, top, isNewest }: LogLineProps) {
  const { time, client, request, status, closed, sent, what } = logWords(event);
  return (
    <div
      role="row"
      className="log-line"
      data-odd={number % 2 === 1}
      data-newest={isNewest}
      style={{ top }}
      title={`${event.method} ${event.target}`}
    >
      <span role="cell" data-column="time">
        {time}
      </span>
      <span role="cell" data-column="client">
        {client}
      </span>
      <span role="cell" data-column="request">
        {request}
      </span>
      <span role="cell" data-column="status" data-closed={closed}>
        {status}
      </span>
      <span role="cell" data-column="sent">
        {sent}
      </span>
      <span role="cell" data-column="what">
        {what}
      </span>
    </div>
  );
}

/** Saves the log of the server, of which there may be nothing yet, or opens one that was exported. */
function FileMenu({ empty }: { empty: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu position="bottom-end" returnFocus withinPortal withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <button className="btn">
            {say('server.log.file')}
            <CaretIcon />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {LOG_FORMATS.map((format) => (
            <Menu.Item key={format} disabled={empty} onClick={() => void save(format)}>
              {say(`server.log.${format}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => field.current?.click()}>{say('server.log.open')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={field}
        type="file"
        accept=".har"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void openLog(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

async function save(format: LogFormat): Promise<void> {
  const { tell } = room.getState();
  try {
    const path = await saveLog(format);
    if (path !== null) tell(say('server.log.saved', { path }));
  } catch (error) {
    tell(messageOf(error));
  }
}
