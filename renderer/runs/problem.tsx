import { say } from '../ui/words';
import { library, useLibrary } from './library';
import { dismissProblem, useOpenedRun } from './opened-run';

/** What could not be done or opened, until it is read. */
export function Problem() {
  const failed = useLibrary((s) => s.problem);
  const refused = useOpenedRun((s) => s.problem);
  const problem = refused ?? failed;
  if (problem === null) return null;
  const close = (): void => {
    dismissProblem();
    library.setState({ problem: null });
  };
  return (
    <p className="runs-said" role="alert">
      <b className="bad">{problem}</b>
      <button className="btn bare" onClick={close}>
        {say('runs.close')}
      </button>
    </p>
  );
}
