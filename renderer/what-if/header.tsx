import { Menu } from '@mantine/core';
import { CameraLight } from '../camera/recording-indicator';
import { sourceFacts } from '../source/source-words';
import { useSession } from '../session/session';
import { CaretIcon } from '../ui/icons';
import { say } from '../ui/words';
import { room, SEED_COUNTS, useRoomState } from './state/room-state';
import type { Picture } from './state/use-picture';

interface HeaderProps {
  picture: Picture | null;
  onExport: () => void;
  onTry: () => void;
}

/** What is modelled, how often, and the two ways out: as data, and over the real link. */
export function Header({ picture, onExport, onTry }: HeaderProps) {
  const ready = picture !== null && picture.points.length > 0;
  return (
    <header className="topbar">
      <h1>{say('rooms.what-if')}</h1>
      <SourceChip />
      {picture && <SeedsMenu picture={picture} />}
      <span className="grow" />
      <CameraLight />
      <button className="btn" disabled={!ready} onClick={onExport}>
        {say('whatIf.export')} <kbd>E</kbd>
      </button>
      <button className="btn primary" disabled={!ready} onClick={onTry}>
        {say('whatIf.try')} <kbd>Enter</kbd>
      </button>
    </header>
  );
}

function SourceChip() {
  const media = useSession((s) => s.media);
  const consumeRate = useSession((s) => s.settings.consumeRate);
  const [name, facts] = media
    ? [media.name, sourceFacts(media, consumeRate)]
    : [say('whatIf.madeUp'), say('whatIf.madeUpFacts')];
  return (
    <span className="chip source-chip" title={`${name}, ${facts}`}>
      <b>{name}</b> <span>{facts}</span>
    </span>
  );
}

function SeedsMenu({ picture: { setup } }: { picture: Picture }) {
  const count = useRoomState((s) => s.seedCount);
  const each = say(`whatIf.each.${setup.range.axis}`);
  const words = setup.seedless
    ? say('whatIf.seedless', { each })
    : say('whatIf.runsEach', { count, each });
  return (
    <Menu position="bottom-start" returnFocus withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button className="btn bare seeds-menu" disabled={setup.seedless}>
          <span>{words}</span>
          {!setup.seedless && <CaretIcon />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {SEED_COUNTS.map((choice) => (
          <Menu.Item key={choice} onClick={() => room.setState({ seedCount: choice })}>
            {say('whatIf.seedsChoice', { count: choice })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
