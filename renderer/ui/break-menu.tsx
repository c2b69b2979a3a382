import { Menu } from '@mantine/core';
import { BREAKS, type Break } from '../../model/runs/moments';
import { RingIcon } from './icons';
import { say } from './words';

interface BreakMenuProps {
  /** What the run pauses at; null plays through. */
  breakAt: Break | null;
  /** What the button is called. */
  words: string;
  /** What it shows of that where room is scarce; all of it when left out. */
  short?: string;
  onChange: (breakAt: Break | null) => void;
}

/** What a run pauses at, kept or live: the next stall, start, outage or mark. */
export function BreakMenu({ breakAt, words, short = words, onChange }: BreakMenuProps) {
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <button className="btn break-button" data-set={breakAt !== null || undefined} title={words}>
          <RingIcon /> {short !== words && <span className="unseen">{words}</span>}
          <span aria-hidden={short !== words}>{short}</span> <kbd>B</kbd>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {BREAKS.map((each) => (
          <Menu.Item key={each} onClick={() => onChange(each)}>
            {say(`runs.breaks.kinds.${each}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => onChange(null)}>{say('runs.breaks.kinds.none')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
