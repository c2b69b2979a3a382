import type { KeyBinding } from '../../ui/key-bindings';
import { say } from '../../ui/words';
import { isHidden, useHidden } from '../../window/profile';
import { askToPrint } from '../handout/print-state';
import { showClass } from '../state/lessons-store';

/** The keys of what a teacher does on the path of lessons. */
export const TEACHER_KEYS: readonly KeyBinding[] = [
  { key: 'k', help: 'classView', when: () => !isHidden('class-view'), act: showClass },
  {
    key: 'p',
    mod: true,
    help: 'printHandout',
    when: () => !isHidden('print'),
    act: () => askToPrint(null),
  },
];

/** What a teacher does on the path of lessons. */
export function TeacherButtons() {
  const noClass = useHidden('class-view');
  const noPrint = useHidden('print');
  return (
    <>
      {!noClass && (
        <button className="btn bare" onClick={showClass}>
          {say('classView.title')} <kbd>K</kbd>
        </button>
      )}
      {!noPrint && (
        <button className="btn bare" onClick={() => askToPrint(null)}>
          {say('handout.print')} <kbd>{`${say('shell.keys.caps.mod')}+P`}</kbd>
        </button>
      )}
    </>
  );
}
