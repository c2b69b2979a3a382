import { isRunFile } from '../../model/runs/export-formats';
import { importFile } from '../runs/opened-run';
import { isScenarioFile } from '../../model/scenario/file-name';
import { openScenario } from '../scenario/opened-scenario';
import { session } from '../session/session';

/** Opens a file that a person has named as what its name says: a kept run, a scenario, else something to deliver. */
export function openFile(path: string): void {
  if (isRunFile(path)) void importFile(path);
  else if (isScenarioFile(path)) void openScenario(path);
  else void session.getState().openPath(path);
}
