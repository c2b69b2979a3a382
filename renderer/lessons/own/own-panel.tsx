import type { OwnLesson, OwnScenario } from '../../../electron/ipc/own-lesson-requests';
import { openScenario } from '../../scenario/opened-scenario';
import { say, textOf } from '../../ui/words';
import { useHidden } from '../../window/profile';
import { isDone, openLesson, recordOf, useLessons } from '../state/lessons-store';
import {
  chooseFolder,
  choosePacked,
  leaveFolder,
  packLesson,
  removePacked,
  showFile,
  stopPacking,
  usePacking,
  writeNew,
} from './own-actions';

/** A person's own lessons and scenarios: those of the folder, and lessons that were opened with their media. */
export function OwnLessonsPanel() {
  const own = useLessons((s) => s.own);
  const hidden = useHidden('own-lessons');
  if (!own) return <section className="panel" aria-label={say('ownLessons.title')} />;
  const { folder, problem, lessons, scenarios } = own;
  const inFolder = lessons.filter(({ from }) => from === 'folder');
  const packed = lessons.filter(({ from }) => from === 'packed');
  // A class that may not choose lessons still goes through those that are there.
  if (hidden && lessons.length === 0) return null;
  return (
    <section className="panel own-lessons" aria-label={say('ownLessons.title')}>
      <h2>{say('ownLessons.title')}</h2>
      <p className="small">
        {folder === null
          ? say('ownLessons.noneChosen')
          : say('ownLessons.from', { folder: folder.replace(/^.*[\\/](?=.)/, '') })}
      </p>
      <div className="own-list" tabIndex={0} role="region" aria-label={say('ownLessons.title')}>
        {problem !== null && <p role="alert">{problem}</p>}
        {folder !== null && problem === null && inFolder.length + scenarios.length === 0 && (
          <p className="small">{say('ownLessons.emptyFolder')}</p>
        )}
        <ul>
          {inFolder.map((each) => (
            <LessonItem key={each.id} listed={each} hidden={hidden} />
          ))}
        </ul>
        {packed.length > 0 && <h3>{say('ownLessons.opened')}</h3>}
        <ul>
          {packed.map((each) => (
            <LessonItem key={each.id} listed={each} hidden={hidden} />
          ))}
        </ul>
        {scenarios.length > 0 && <h3>{say('scenario.panel.title')}</h3>}
        <ul>
          {scenarios.map((each) => (
            <ScenarioItem key={each.file} listed={each} />
          ))}
        </ul>
      </div>
      <PackingNote />
      {!hidden && (
        <div className="own-buttons own-foot">
          <button className="btn" onClick={() => void chooseFolder()}>
            {say(folder === null ? 'ownLessons.choose' : 'ownLessons.chooseOther')}
          </button>
          <button className="btn" onClick={() => void choosePacked()}>
            {say('ownLessons.open')}
          </button>
          {folder !== null && (
            <>
              <button className="btn" onClick={() => void writeNew('lesson')}>
                {say('ownLessons.newLesson')}
              </button>
              <button className="btn" onClick={() => void writeNew('scenario')}>
                {say('ownLessons.newScenario')}
              </button>
              <button className="btn bare" onClick={() => void leaveFolder()}>
                {say('ownLessons.leaveFolder')}
              </button>
            </>
          )}
        </div>
      )}
    </section>
  );
}

function LessonItem({ listed, hidden }: { listed: OwnLesson; hidden: boolean }) {
  const record = useLessons((s) => recordOf(s, listed.id));
  const { id, file, from } = listed;
  if (!listed.ok) {
    return (
      <li data-is="bad">
        <b>{say('lessons.path.bad', { name: file })}</b>
        <Problems problems={listed.problems} />
        {from === 'folder' && <ShowFile file={file} />}
      </li>
    );
  }
  const { title, steps, minutes } = listed.lesson;
  return (
    <li>
      <button className="own-open" onClick={() => openLesson(id)}>
        <b>{title}</b>
        <span className="small">
          {say('ownLessons.about', { count: steps.length, minutes })}
          {isDone(record, listed.lesson) && `, ${say('lessons.path.isDone')}`}
        </span>
      </button>
      {!hidden && (
        <span className="own-buttons">
          {from === 'folder' ? (
            <>
              <button className="btn bare" onClick={() => void packLesson(id, title)}>
                {say('ownLessons.pack')} <span className="unseen">{title}</span>
              </button>
              <ShowFile file={file} />
            </>
          ) : (
            <button className="btn bare" onClick={() => void removePacked(id)}>
              {say('ownLessons.remove')} <span className="unseen">{title}</span>
            </button>
          )}
        </span>
      )}
    </li>
  );
}

function ScenarioItem({ listed }: { listed: OwnScenario }) {
  const { file, path } = listed;
  if (!listed.ok) {
    return (
      <li data-is="bad">
        <b>{say('lessons.path.bad', { name: file })}</b>
        <Problems problems={listed.problems} />
        {listed.problems.length === 0 && <p className="small">{listed.lines.join(' ')}</p>}
        <ShowFile file={file} />
      </li>
    );
  }
  return (
    <li>
      <button className="own-open" onClick={() => void openScenario(path)}>
        <b>{textOf(listed.title)}</b>
        <span className="small">{say('ownLessons.steps', { count: listed.steps })}</span>
      </button>
    </li>
  );
}

function ShowFile({ file }: { file: string }) {
  return (
    <button className="btn bare" onClick={() => void showFile(file)}>
      {say('ownLessons.showFile')} <span className="unseen">{file}</span>
    </button>
  );
}

interface ProblemsProps {
  problems: readonly { line: number; column: number; sentence: string }[];
}

function Problems({ problems }: ProblemsProps) {
  return (
    <ul className="small">
      {problems.map(({ line, column, sentence }) => (
        <li key={`${String(line)} ${String(column)} ${sentence}`}>
          {say('lessons.path.problem', { line, column, sentence })}
        </li>
      ))}
    </ul>
  );
}

/** How far packing or unpacking is, and the way to stop it. */
function PackingNote() {
  const packing = usePacking();
  if (!packing) return null;
  const { name, share } = packing;
  return (
    <div className="own-busy" role="status">
      <p className="small">{say('ownLessons.packing', { name })}</p>
      <progress aria-label={name} {...(share !== null && { value: share })} />
      <button className="btn" onClick={() => void stopPacking()}>
        {say('ownLessons.stop')}
      </button>
    </div>
  );
}
