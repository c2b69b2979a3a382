import { Switch } from '@mantine/core';
import { useMemo } from 'react';
import { bufferFigure, countFigure, rateFigure, secondsFigure } from '../../model/figures';
import { MIN_OUTAGE_MS } from '../../model/link/link';
import { rateColumns } from '../link/rate-columns';
import { say } from '../ui/words';
import { stepEnd, type Draft } from './draft';
import { silentStretches } from './draft-curve';
import { edit, useEditor, useEditorStore } from './editor-store';
import { ExactField } from './exact-field';
import { resizeOutage } from './outage-edits';
import { curveOfDocument, lengthOf } from './document';
import { moveStart, setDelay, setLength, setLevel, setRepeats } from './step-edits';

/** Beside the drawing: the selected part in exact numbers, the link as a whole, and what it comes to. */
export function SideFields() {
  const draft = useEditor((s) => s.history.present.draft);
  return (
    <aside className="link-side" aria-label={say('linkEditor.numbers')}>
      {draft && <SelectedFields draft={draft} />}
      {draft && <WholeFields draft={draft} />}
      <Sums />
    </aside>
  );
}

function SelectedFields({ draft }: { draft: Draft }) {
  const { kind, index } = useEditor((s) => s.selected);
  return kind === 'step' ? (
    <StepFields key={`s${String(index)}`} draft={draft} index={index} />
  ) : (
    <OutageFields key={`o${String(index)}`} draft={draft} index={index} />
  );
}

function StepFields({ draft, index }: { draft: Draft; index: number }) {
  const editor = useEditorStore();
  const step = draft.steps[index];
  if (!step) return null;
  const count = draft.steps.length;
  return (
    <section className="link-fields">
      <h3>{say('linkEditor.stepTitle', { number: index + 1, count })}</h3>
      <ExactField
        label={say('linkEditor.rate')}
        value={step.rate / 1e6}
        commit={(mb) => edit(editor, (now) => setLevel(now, index, mb * 1e6))}
      />
      <div className="field-row">
        <ExactField
          label={say('linkEditor.from')}
          value={step.fromMs / 1000}
          idle={index === 0 ? say('linkEditor.firstFrom') : null}
          commit={(s) => edit(editor, (now) => moveStart(now, index, s * 1000))}
        />
        <ExactField
          label={say('linkEditor.to')}
          value={stepEnd(draft, index) / 1000}
          idle={index === count - 1 ? say('linkEditor.lastTo') : null}
          commit={(s) => edit(editor, (now) => moveStart(now, index + 1, s * 1000))}
        />
      </div>
    </section>
  );
}

function OutageFields({ draft, index }: { draft: Draft; index: number }) {
  const editor = useEditorStore();
  const outage = draft.outages[index];
  if (!outage) return null;
  const field = (edge: 'fromMs' | 'toMs') => ({
    value: outage[edge] / 1000,
    commit: (s: number) => edit(editor, (now) => resizeOutage(now, index, edge, s * 1000)),
  });
  return (
    <section className="link-fields">
      <h3>{say('linkEditor.outageName', { number: index + 1, count: draft.outages.length })}</h3>
      <div className="field-row">
        <ExactField label={say('linkEditor.from')} {...field('fromMs')} />
        <ExactField label={say('linkEditor.to')} {...field('toMs')} />
      </div>
    </section>
  );
}

function WholeFields({ draft }: { draft: Draft }) {
  const editor = useEditorStore();
  const delay = (field: 'latencyMs' | 'jitterMs') => ({
    label: say(`link.${field}`),
    value: draft[field],
    decimals: 0,
    commit: (ms: number) => edit(editor, (now) => setDelay(now, field, Math.min(10_000, ms))),
  });
  return (
    <section className="link-fields">
      <h3>{say('linkEditor.whole')}</h3>
      <div className="field-row">
        <ExactField
          label={say('linkEditor.length')}
          value={draft.lengthMs / 1000}
          commit={(s) => edit(editor, (now) => setLength(now, s * 1000))}
        />
        <Switch
          label={say('linkEditor.repeats')}
          checked={draft.repeats}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            edit(editor, (now) => setRepeats(now, on));
          }}
        />
      </div>
      <div className="field-row">
        <ExactField {...delay('latencyMs')} />
        <ExactField {...delay('jitterMs')} />
      </div>
    </section>
  );
}

/** What the drawing comes to over its length. */
function Sums() {
  const page = useEditor((s) => s.history.present);
  const { mean, lengthMs, silent, steps } = useMemo(() => {
    const curve = curveOfDocument(page);
    const length = lengthOf(page);
    return {
      mean: rateColumns(curve, 0, length, 1)[0]?.mean ?? 0,
      lengthMs: length,
      silent: silentStretches(curve, length, page.long ? MIN_OUTAGE_MS : 0),
      steps: curve.fromMs.length,
    };
  }, [page]);
  const downMs = silent.reduce((ms, { fromMs, toMs }) => ms + toMs - fromMs, 0);
  const rows: [string, string][] = [
    [say('linkEditor.mean'), rateFigure(mean)],
    [
      say('linkEditor.carries', { time: secondsFigure(lengthMs) }),
      bufferFigure((mean * lengthMs) / 1000),
    ],
    [
      say('linkEditor.down'),
      downMs === 0 ? '0' : `${String(silent.length)}, ${secondsFigure(downMs)}`,
    ],
  ];
  if (page.long) rows.unshift([say('linkEditor.steps'), countFigure(steps)]);
  const dead = mean === 0;
  return (
    <section className="link-fields">
      <dl className="link-sums">
        {rows.map(([what, figure]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <p className="small">
        {page.long
          ? say('linkEditor.tooLong')
          : dead
            ? say('linkEditor.dead')
            : say(page.draft?.repeats ? 'linkEditor.thenAgain' : 'linkEditor.thenHolds', {
                time: secondsFigure(lengthMs),
                rate: rateFigure(page.draft?.steps.at(-1)?.rate ?? 0),
              })}
      </p>
    </section>
  );
}
