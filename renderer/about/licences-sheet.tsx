import { Modal } from '@mantine/core';
import { useState } from 'react';
import works from 'virtual:works';
import type { AboutFacts } from '../../electron/ipc/about-requests';
import { messageOf } from '../../model/message-of';
import { say } from '../ui/words';

interface SheetProps {
  facts: AboutFacts;
  open: boolean;
  onClose: () => void;
}

/** Every work with its licence in full, found by name; Chromium's own list is a file beside the program. */
export function LicencesSheet({ facts, open, onClose }: SheetProps) {
  const [wanted, setWanted] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const sought = wanted.trim().toLowerCase();
  const found = works.filter(({ name, licence }) =>
    `${name} ${licence ?? ''}`.toLowerCase().includes(sought),
  );
  const openChromium = (): void => {
    window.bufferscope
      .request('about:chromium-licences')
      .then(setProblem, (error: unknown) => setProblem(messageOf(error)));
  };
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={<strong>{say('about.inFull')}</strong>}
      closeButtonProps={{ 'aria-label': say('about.closeLicences') }}
      size={900}
      centered
      lockScroll={false}
      classNames={{ body: 'about-sheet' }}
    >
      <p className="small">
        {say('about.own')}{' '}
        {facts.ffmpeg && say('about.configuration', { configuration: facts.ffmpeg.configuration })}
      </p>
      <div className="about-find">
        <input
          type="search"
          aria-label={say('about.find')}
          placeholder={say('about.find')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          data-autofocus
        />
        {facts.chromiumLicences && (
          <button className="btn" onClick={openChromium}>
            {say('about.chromium')}
          </button>
        )}
      </div>
      {problem !== null && <p role="alert">{say('about.chromiumFailed', { reason: problem })}</p>}
      {found.length === 0 && <p role="status">{say('about.noneFound', { wanted })}</p>}
      <ul>
        {found.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                <b>{name}</b> {version} <span className="small">{licence}</span>
              </summary>
              <pre>{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
