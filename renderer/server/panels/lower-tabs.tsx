import { Tabs } from '@mantine/core';
import { say } from '../../ui/words';
import { room, useServerRoom } from '../state/room';
import type { LowerTab } from '../state/types';
import { ClientsPanel } from './clients-panel';
import { CodePanel } from './code-panel';
import { LogPanel } from './log-panel';
import { WatchPanel } from './watch-panel';

const PANELS: Readonly<Record<LowerTab, () => React.JSX.Element>> = {
  log: LogPanel,
  clients: ClientsPanel,
  code: CodePanel,
  watch: WatchPanel,
};
const TABS = Object.keys(PANELS) as LowerTab[];

/** The log, the clients, the code and what comes out, one at a time; only the one that is shown is drawn. */
export function LowerTabs() {
  const tab = useServerRoom((s) => s.tab);
  return (
    <Tabs
      className="panel lower-tabs"
      value={tab}
      keepMounted={false}
      onChange={(value) => {
        const chosen = TABS.find((one) => one === value);
        if (chosen) room.getState().show({ tab: chosen });
      }}
    >
      <Tabs.List aria-label={say('server.tabs.label')}>
        {TABS.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {say(`server.tabs.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {TABS.map((one) => {
        const Panel = PANELS[one];
        return (
          <Tabs.Panel key={one} value={one}>
            <Panel />
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
