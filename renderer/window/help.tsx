import { Modal } from '@mantine/core';
import { group } from 'd3-array';
import { useHeardKeys, type KeyBinding, type KeyLayer } from '../ui/key-bindings';
import { say } from '../ui/words';
import { panels, usePanel } from './panels';

/** The keys that are heard: those of the room that is shown and those of every room, on a sheet over it. */
export function Help() {
  const open = usePanel('help');
  return (
    <Modal
      opened={open}
      onClose={() => panels.setState({ help: false })}
      title={<strong>{say('shell.keys.title')}</strong>}
      closeButtonProps={{ 'aria-label': say('shell.keys.close') }}
      centered
      // Nothing behind it scrolls, and a page's policy allows no style sheet that a script would add for that.
      lockScroll={false}
    >
      <KeyList layer="room" />
      <KeyList layer="picture" />
      <KeyList layer="window" />
    </Modal>
  );
}

/** A row for each thing that keys do, with all its keys. */
function KeyList({ layer }: { layer: KeyLayer }) {
  const heard = useHeardKeys(layer);
  const rows = [...group(heard, ({ help }) => help)];
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="keys-title">{say(`shell.keys.of.${layer}`)}</h3>
      <dl className="keys">
        {rows.map(([help, bindings]) => help && <KeyRow key={help} {...{ help, bindings }} />)}
      </dl>
    </>
  );
}

function KeyRow({ help, bindings }: { help: string; bindings: readonly KeyBinding[] }) {
  const caps = new Set(bindings.flatMap(capsOf));
  return (
    <>
      <dt>
        {[...caps].map((cap) => (
          <kbd key={cap}>{cap}</kbd>
        ))}
      </dt>
      <dd>{say(`shell.keys.does.${help}`)}</dd>
    </>
  );
}

/** Keys whose caps show something else than their name. */
const NAMED = ['Space', 'Escape', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Delete'];

/** What is written on the keys of a binding: Ctrl, O. */
function capsOf({ key, mod, shift }: KeyBinding): string[] {
  const name = key === ' ' ? 'Space' : key;
  const cap = NAMED.includes(name) ? say(`shell.keys.caps.${name}`) : name;
  return [
    ...(mod ? [say('shell.keys.caps.mod')] : []),
    ...(shift === true ? [say('shell.keys.caps.shift')] : []),
    cap.length === 1 ? cap.toUpperCase() : cap,
  ];
}
