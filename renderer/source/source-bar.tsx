import { Menu } from '@mantine/core';
import type { MediaInfo } from '../../model/media/types';
import { RecordButton } from './recording/record-button';
import { cameraPicker } from './camera/camera-picker';
import { CaretIcon } from '../ui/icons';
import { say } from '../ui/words';
import { session, useSession } from '../session/session';
import { panels } from '../window/panels';
import { useHidden } from '../window/profile';
import { RecentItems } from './recent-items';
import { sourceFacts, sourceNote } from './source-words';
import './source.css';
import { kindOf } from '../../model/source/kinds';

/** What is being delivered, and everything that can be opened instead. */
export function SourceBar() {
  const media = useSession((s) => s.media);
  const consumeRate = useSession((s) => s.settings.consumeRate);
  // What a camera gives is known once a run has turned it on.
  const delivered = useSession((s) => s.run?.plan.media ?? s.media);
  return (
    <>
      {media && (
        <span className="chip source-chip" title={media.sourcePath}>
          <b>{media.name}</b>{' '}
          <span>{sourceFacts(delivered?.id === media.id ? delivered : media, consumeRate)}</span>
        </span>
      )}
      <OpenMenu media={media} />
      <RecordButton />
    </>
  );
}

function OpenMenu({ media }: { media: MediaInfo | null }) {
  const { chooseFile, openSample } = session.getState();
  const noCamera = useHidden('camera');
  const noScenarios = useHidden('scenarios');
  return (
    <Menu position="bottom-start" width={340} returnFocus withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button className="btn bare open-button">
          {say('source.open')}
          <CaretIcon />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {media && <Menu.Label>{sourceNote(media)}</Menu.Label>}
        <Menu.Item
          rightSection={<kbd>{say('source.openKey')}</kbd>}
          onClick={() => void chooseFile()}
        >
          {say('source.openFile')}
        </Menu.Item>
        <Menu.Item onClick={() => void openChosenAsBytes()}>{say('source.openBytes')}</Menu.Item>
        {media && !kindOf(media).endless && <OtherWay media={media} />}
        <Menu.Item onClick={() => void openSample()}>{say('source.useSample')}</Menu.Item>
        {!noCamera && (
          <Menu.Item
            rightSection={<kbd>{say('cameraUi.openKey')}</kbd>}
            onClick={() => void cameraPicker.open()}
          >
            {say('cameraUi.open')}
          </Menu.Item>
        )}
        {!noScenarios && (
          <Menu.Item
            rightSection={<kbd>{say('source.scenariosKey')}</kbd>}
            onClick={() => panels.setState({ scenario: true })}
          >
            {say('source.scenarios')}
          </Menu.Item>
        )}
        <RecentItems />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The same file the other way: media as bytes, and back. */
function OtherWay({ media: { kind, name, sourcePath } }: { media: MediaInfo }) {
  const as = kind === 'bytes' ? 'auto' : 'bytes';
  return (
    <Menu.Item onClick={() => void session.getState().openPath(sourcePath, as)}>
      {say(`source.as.${as}`, { name })}
    </Menu.Item>
  );
}

async function openChosenAsBytes(): Promise<void> {
  const path = await window.bufferscope.request('media:choose');
  if (path !== null) await session.getState().openPath(path, 'bytes');
}
