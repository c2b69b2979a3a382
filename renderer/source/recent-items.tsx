import { Menu } from '@mantine/core';
import { say } from '../ui/words';
import { session, useSession } from '../session/session';
import { splitPath } from './source-words';

/** The most recent files that the menu shows. */
const MAX_SHOWN = 8;

/** Files opened before, newest first. */
export function RecentItems() {
  const recent = useSession((s) => s.recent);
  if (recent.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{say('source.recent')}</Menu.Label>
      {recent.slice(0, MAX_SHOWN).map((path) => (
        <RecentItem key={path} path={path} />
      ))}
    </>
  );
}

function RecentItem({ path }: { path: string }) {
  const { folder, name } = splitPath(path);
  return (
    <Menu.Item title={path} onClick={() => void session.getState().openPath(path)}>
      <span className="recent-name">{name}</span>
      <span className="recent-folder mono">{folder}</span>
    </Menu.Item>
  );
}
