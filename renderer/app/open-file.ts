import { isRunFile } from '../../model/runs/export-formats';
import { importFile } from '../runs/opened-run';
import { isLessonDrop, openForLessons } from './open-lesson';
import { isScenarioFile } from '../../model/scenario/file-name';
import { openScenario } from '../scenario/opened-scenario';
import { session } from '../session/session';

/** Opens a file that a person has named as what its name says: a kept run, a scenario, a lesson, a result of one, else media. */
export function openFile(path: string, paths: readonly string[] = [path]): void {
  if (isLessonDrop(path)) return openForLessons(path, paths);
  if (isRunFile(path)) void importFile(path);
  else if (isScenarioFile(path)) void openScenario(path);
  else void session.getState().openPath(path);
}
