import { Popover } from '@mantine/core';
import { useState } from 'react';
import { HelpIcon } from '../ui/icons';
import { say } from '../ui/words';
import { panels } from '../window/panels';
import { HELP_PAGES, rooms, useRoom } from '../window/rooms';

/** The keys, and the pages that are no rooms. */
export function HelpMenu() {
  const [open, setOpen] = useState(false);
  const room = useRoom((s) => s.room);
  const here = HELP_PAGES.some((page) => page === room);
  const choose = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <Popover position="right-end" trapFocus returnFocus opened={open} onChange={setOpen}>
      <Popover.Target>
        <button
          className="rail-item"
          aria-current={here ? 'page' : undefined}
          onClick={() => setOpen(!open)}
        >
          <HelpIcon />
          {say('shell.help')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="popup help-menu" aria-label={say('shell.help')}>
        <button className="btn bare" onClick={choose(() => panels.setState({ help: true }))}>
          {say('shell.keys.title')} <kbd>?</kbd>
        </button>
        {HELP_PAGES.map((page) => (
          <button key={page} className="btn bare" onClick={choose(() => rooms.getState().go(page))}>
            {say(`rooms.${page}`)}
          </button>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
