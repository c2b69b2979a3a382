import { chosenSize } from '../../compare/lanes/picture-unit';
import type { LeastPrefetch } from '../../../model/scenario/types';
import { say } from '../../ui/words';
import { inChunks } from '../findings/exact';
import { setValue } from '../state/choose';
import type { Picture } from '../state/use-picture';

/** The least prefetch that needs no search: by the two curves, for all runs and for the hardest. */
export function Exact({ picture: { setup, detail, at } }: { picture: Picture }) {
  if (!detail || at?.problem) return <div className="exact" />;
  const { chunkBytes } = setup.scenario.settings;
  const sizeOf = ({ bytes }: LeastPrefetch): number | null =>
    bytes === null ? null : inChunks(bytes, chunkBytes, setup.source.bytes);
  const { all, hardest } = detail.least;
  const [most, own] = [sizeOf(all), sizeOf(hardest)];
  return (
    <div className="exact">
      <span className="field-name">{say('whatIf.exact.title')}</span>
      {most === null ? (
        <p className="small">{say(`whatIf.exact.${all.reason ?? 'never-arrives'}`)}</p>
      ) : (
        <>
          <button
            className="btn bare"
            aria-label={say('whatIf.exact.use', { value: chosenSize(most) })}
            title={say('whatIf.exact.use', { value: chosenSize(most) })}
            onClick={() => setValue('prefetch', most)}
          >
            {chosenSize(most)}
          </button>
          <span className="small">
            {say('whatIf.exact.all')}
            {own !== null && own !== most && `; ${say('whatIf.exact.hardest')} ${chosenSize(own)}`}
          </span>
        </>
      )}
    </div>
  );
}
