import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { PAPERS, PRINT_KINDS } from '../../../model/lesson/print';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { recordOf, useLessons } from '../state/lessons-store';
import { closePrint, printChosen, printing, stopPrinting, usePrinting } from './print-state';

/** It takes so long before what is being made is told, ms. */
const TOLD_AFTER_MS = 1000;

/** What is printed, for whom, and on which paper. */
export function PrintSheet() {
  const asking = usePrinting((s) => s.asking);
  const busy = usePrinting((s) => s.busy);
  const chosen = usePrinting((s) => s.lesson);
  const kind = usePrinting((s) => s.kind);
  const paper = usePrinting((s) => s.paper);
  const listed = useLessons((s) => s.lessons) ?? [];
  const own = useLessons((s) => s.own);
  const all = [...listed, ...(own?.lessons ?? [])].flatMap((each) =>
    each.ok ? [{ id: each.id, title: each.lesson.title }] : [],
  );
  const id = (all.find((each) => each.id === chosen) ?? all[0])?.id ?? null;
  const record = useLessons((s) => (id === null ? null : recordOf(s, id)));
  const empty = kind === 'filled' && record === null;
  return (
    <Modal
      opened={asking}
      onClose={closePrint}
      title={<strong>{say('handout.print')}</strong>}
      closeButtonProps={{ 'aria-label': say('handout.cancel') }}
      centered
    >
      <form
        className="print-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (id !== null && !empty && !busy) void printChosen(id);
        }}
      >
        <label>
          {say('handout.lesson')}
          <select
            data-autofocus
            value={id ?? ''}
            onChange={({ currentTarget }) => printing.setState({ lesson: currentTarget.value })}
          >
            {all.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </select>
        </label>
        <Choice
          label={say('handout.what')}
          value={kind}
          options={PRINT_KINDS.map((value) => ({ value, label: say(`handout.choices.${value}`) }))}
          onChange={(value) => printing.setState({ kind: value })}
        />
        <p className="small">{say(empty ? 'handout.nothingDone' : `handout.about.${kind}`)}</p>
        <Choice
          label={say('handout.paper')}
          value={paper}
          options={PAPERS.map((value) => ({ value, label: value }))}
          onChange={(value) => printing.setState({ paper: value })}
        />
        <div className="confirm-buttons">
          <button className="btn primary" type="submit" disabled={id === null || empty || busy}>
            {say('handout.save')}
          </button>
          <button className="btn" type="button" onClick={busy ? stopPrinting : closePrint}>
            {say(busy ? 'handout.stop' : 'handout.cancel')}
          </button>
        </div>
        {busy && <Busy />}
      </form>
    </Modal>
  );
}

/** What takes longer than a moment says so. */
function Busy() {
  const [told, setTold] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setTold(true), TOLD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const making = usePrinting((s) => s.making);
  if (making) return <p role="status">{say('handout.running', making)}</p>;
  return told && <p role="status">{say('handout.busy')}</p>;
}
