import { useState } from 'react';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { ENDPOINT_CODE, LANGUAGES, type Language } from '../code/endpoint-code';
import type { ServedClient } from '../../../electron/ipc/server-port';
import { laneOf, SHOWN_ENDPOINTS, type ShownEndpoint } from '../worker-board/endpoint-glyph';
import { room, useServerRoom } from '../state/room';

/** The endpoint that is looked at as short code, with the line that runs now for its newest client. */
export function CodePanel() {
  const endpoint = useServerRoom((s) => s.endpoint);
  const newest = useServerRoom((s) => newestOf(s.snapshot?.clients ?? [], endpoint));
  const [language, setLanguage] = useState<Language>('python');
  const lines = ENDPOINT_CODE[endpoint][language];
  const languageWord = say(`server.code.languages.${language}`);
  return (
    <div className="code-part" data-lane={laneOf(endpoint)}>
      <div className="part-head">
        <Choice
          label={say('server.code.endpoint')}
          value={endpoint}
          options={SHOWN_ENDPOINTS.map((value) => ({ value, label: value }))}
          onChange={(value) => room.getState().show({ endpoint: value })}
        />
        <span className="grow" />
        <Choice
          label={say('server.code.language')}
          value={language}
          options={LANGUAGES.map((value) => ({
            value,
            label: say(`server.code.languages.${value}`),
          }))}
          onChange={setLanguage}
        />
      </div>
      <p className="here">
        {newest
          ? say('server.code.here', {
              client: newest.client,
              step: say(`server.code.steps.${newest.step}`),
            })
          : say('server.code.nobody', { path: endpoint })}
      </p>
      <pre
        className="scroll"
        tabIndex={0}
        role="region"
        aria-label={say('server.code.label', { language: languageWord, path: endpoint })}
      >
        {lines.map(({ text, steps }, i) => {
          const runs = newest !== undefined && steps.includes(newest.step);
          return (
            <code key={i} data-runs={runs} aria-current={runs ? 'step' : undefined}>
              <i aria-hidden="true">{i + 1}</i>
              {text}
              {runs && (
                <em>{say(`server.code.${newest.step === 'wait' ? 'waiting' : 'running'}`)}</em>
              )}
            </code>
          );
        })}
      </pre>
      <p className="small">{say('server.code.ours')}</p>
    </div>
  );
}

/** The newest client that is answered; one that waits only when there is no other. */
function newestOf(
  clients: readonly ServedClient[],
  endpoint: ShownEndpoint,
): ServedClient | undefined {
  const asking = clients.filter((served) => served.endpoint === endpoint);
  return asking.findLast(({ step }) => step !== 'wait') ?? asking.at(-1);
}
