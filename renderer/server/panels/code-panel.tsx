import { Switch } from '@mantine/core';
import { useState } from 'react';
import { SLIPS } from '../../../electron/ipc/server-port';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { ENDPOINT_CODE, LANGUAGES, SLIP_CODE, type Language } from '../code/endpoint-code';
import type { ServedClient } from '../../../electron/ipc/server-port';
import { laneOf, SHOWN_ENDPOINTS, type ShownEndpoint } from '../../services/endpoint-glyph';
import { room, useServerRoom } from '../state/room';

/** The endpoint that is looked at as short code, with the line that runs now for its newest client. */
export function CodePanel() {
  const endpoint = useServerRoom((s) => s.endpoint);
  const newest = useServerRoom((s) => newestOf(s.snapshot?.clients ?? [], endpoint));
  const [language, setLanguage] = useState<Language>('python');
  const asking = useServerRoom((s) => s.asking);
  const slips = asking.slips.includes(endpoint);
  const all = (slips ? SLIP_CODE : ENDPOINT_CODE)[endpoint][language];
  const lines = all.filter(({ only }) => only !== 'header' || asking.header);
  const off = useServerRoom(({ toAdd, asking: { unheld } }) => unheld.includes(toAdd.kind));
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
        <Choice
          label={say('box.code.variant')}
          value={slips ? 'slip' : 'right'}
          options={(['right', 'slip'] as const).map((value) => ({
            value,
            label: say(`box.code.${value}`),
          }))}
          onChange={(value) => setSlip(endpoint, value === 'slip')}
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
        {lines.map(({ text, steps, only }, i) => {
          // The line that new clients are answered without is struck out.
          const left = only === 'held' && off;
          const runs = newest !== undefined && steps.includes(newest.step);
          return (
            <code
              key={i}
              data-runs={runs}
              data-only={only}
              aria-current={runs ? 'step' : undefined}
            >
              <i aria-hidden="true">{i + 1}</i>
              {left ? <del>{text}</del> : text}
              {runs && (
                <em>{say(`server.code.${newest.step === 'wait' ? 'waiting' : 'running'}`)}</em>
              )}
            </code>
          );
        })}
      </pre>
      {slips && <p className="slip">{say(`box.code.slips.${SLIPS[endpoint]}`)}</p>}
      <HeaderWays />
      <p className="small">{say('server.code.ours')}</p>
    </div>
  );
}

/** New clients ask for this endpoint with its slip, or without. */
function setSlip(endpoint: ShownEndpoint, on: boolean): void {
  const { asking, setAsking } = room.getState();
  const others = asking.slips.filter((each) => each !== endpoint);
  setAsking({ slips: on ? [...others, endpoint] : others });
}

/** The headers that switch a box off, and whether new clients' answers bear them. */
function HeaderWays() {
  const header = useServerRoom((s) => s.asking.header);
  return (
    <div className="header-ways">
      <Switch
        label={say('box.code.header')}
        checked={header}
        onChange={(event) => room.getState().setAsking({ header: event.currentTarget.checked })}
      />
      <dl>
        <dt>{say('box.code.gatherName')}</dt>
        <dd>
          <code>X-Accel-Buffering: no</code> {say('box.code.ways.gather')}
        </dd>
        <dt>{say('box.code.gzipName')}</dt>
        <dd>
          <code>Cache-Control: no-transform</code> {say('box.code.ways.gzip')}
        </dd>
      </dl>
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
