import { SIDES, type Side } from '../../../model/runs/two/differences';
import type { ComparedSetting } from '../../../model/runs/two/settings';
import { settingWord, sideWord } from '../../../model/runs/two/two-words';
import { say } from '../../ui/words';
import { linkFacts, linkName } from '../list/run-words';
import type { OpenedSide, Pair } from './two-store';
import { WORDS } from './words';

interface TwoSettingsProps extends Pick<Pair, 'runs'> {
  settings: readonly ComparedSetting[];
  again: (side: Side) => void;
}

/** What both runs were set to, with what differs in bold, and the ways to set it again. */
export function TwoSettings({ runs, settings, again }: TwoSettingsProps) {
  return (
    <section className="panel two-setup">
      <div className="two-setup-table">
        <table aria-label={say('twoRuns.settings.title')}>
          <thead>
            <tr>
              <td />
              {settings.map(({ setting, differs }) => (
                <th scope="col" key={setting} data-differs={differs || undefined}>
                  {say(`twoRuns.settings.${setting}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {SIDES.map((side) => (
              <tr key={side}>
                <th scope="row">
                  <span className="two-key">{sideWord(side, WORDS)}</span>
                </th>
                {settings.map((compared) => {
                  const word = wordOf(compared, side, runs[side]);
                  return (
                    <td
                      key={compared.setting}
                      data-differs={compared.differs || undefined}
                      title={word}
                    >
                      {word}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="two-again">
        {SIDES.map((side) => (
          <button className="btn" key={side} onClick={() => again(side)}>
            {say(`twoRuns.againWith.${side}`)} <kbd>{sideWord(side, WORDS)}</kbd>
          </button>
        ))}
      </div>
    </section>
  );
}

/** A link by the name that people know it by; its whole SPEC where only that tells the two apart. */
function wordOf(
  { setting, a, b, differs }: ComparedSetting,
  side: Side,
  { log }: OpenedSide,
): string {
  const value = side === 'a' ? a : b;
  if (setting !== 'link') return settingWord(setting, value, WORDS);
  const named = (spec: string): string => {
    const facts = linkFacts({ spec, seed: log.link.seed, cuts: 0 });
    return [linkName(spec), facts].filter(Boolean).join(', ');
  };
  const [one, two] = [String(a), String(b)];
  return differs && named(one) === named(two) ? String(value) : named(String(value));
}
