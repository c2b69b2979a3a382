import { useState } from 'react';
import works from 'virtual:works';
import type { AboutFacts } from '../../electron/ipc/about-requests';
import { groupWorks, type WorkGroup } from '../../model/about/works';
import { say } from '../ui/words';
import { LicencesSheet } from './licences-sheet';

const GROUPS = groupWorks(works);
/** Rows of the table for groups of works; the rest is one row. */
const MAX_ROWS = 4;
/** Works that are named in a row. */
const MAX_NAMES = 3;

/** Under which licences everything is that is shipped, in short. */
export function LicencesPanel({ facts }: { facts: AboutFacts }) {
  const [open, setOpen] = useState(false);
  const rest = GROUPS.slice(MAX_ROWS).flatMap(({ names }) => names);
  return (
    <section className="panel about-panel about-licences">
      <h2>
        {say('about.licences')} <span>{say('about.licencesMore', { count: works.length })}</span>
      </h2>
      <div className="about-works" role="group" aria-label={say('about.licences')} tabIndex={0}>
        <table>
          <tbody>
            <Row
              names="Electron, Chromium"
              licence={say('about.electronLicence')}
              kind={say('about.kinds.runtime')}
            />
            {facts.ffmpeg && (
              <Row
                names="ffmpeg"
                licence={facts.ffmpeg.licence}
                kind={say('about.kinds.program')}
              />
            )}
            {GROUPS.slice(0, MAX_ROWS).map((group) => (
              <Row key={`${group.kind} ${group.licence}`} {...rowOf(group)} />
            ))}
            {rest.length > 0 && (
              <Row
                names={namesOf(rest)}
                licence={say('about.otherLicences')}
                kind={say('about.kinds.library', { count: rest.length })}
              />
            )}
          </tbody>
        </table>
      </div>
      <button className="btn" onClick={() => setOpen(true)}>
        {say('about.inFull')}
      </button>
      <LicencesSheet {...{ facts, open }} onClose={() => setOpen(false)} />
    </section>
  );
}

interface RowProps {
  names: string;
  licence: string;
  kind: string;
}

function Row({ names, licence, kind }: RowProps) {
  return (
    <tr>
      <th scope="row">{names}</th>
      <td>{licence}</td>
      <td>{kind}</td>
    </tr>
  );
}

const rowOf = ({ kind, licence, names }: WorkGroup): RowProps => ({
  names: namesOf(names),
  licence,
  kind: say(`about.kinds.${kind}`, { count: names.length }),
});

/** The first names of a row, and how many more there are. */
function namesOf(names: readonly string[]): string {
  const named = names.slice(0, MAX_NAMES).join(', ');
  const more = names.length - MAX_NAMES;
  return more > 0 ? say('about.namesMore', { names: named, count: more }) : named;
}
