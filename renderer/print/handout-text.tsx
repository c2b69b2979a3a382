import { figureOf } from '../../model/lesson/figures';
import type { Block, Inline } from '../../model/lesson/markdown';
import type { PrintKind } from '../../model/lesson/print';
import type { LessonRecord } from '../../model/lesson/record';
import { measuredWord } from '../lessons/words';

interface TextProps {
  blocks: readonly Block[];
  kind: PrintKind;
  record: LessonRecord;
}

/** A lesson's text on paper; a figure is a gap in a blank handout, and what was measured in the others. */
export function HandoutText({ blocks, ...rest }: TextProps) {
  return blocks.map((block, i) => {
    switch (block.kind) {
      case 'paragraph':
        return (
          <p key={i}>
            <Inlines inlines={block.inlines} {...rest} />
          </p>
        );
      case 'list':
        return (
          <ul key={i}>
            {block.items.map((item, n) => (
              <li key={n}>
                <Inlines inlines={item} {...rest} />
              </li>
            ))}
          </ul>
        );
      case 'code':
        return <pre key={i}>{block.text}</pre>;
    }
  });
}

type InlinesProps = Omit<TextProps, 'blocks'> & { inlines: readonly Inline[] };

function Inlines({ inlines, kind, record }: InlinesProps) {
  return inlines.map((inline, i) => {
    switch (inline.kind) {
      case 'text':
        return inline.text;
      case 'strong':
        return <b key={i}>{inline.text}</b>;
      case 'emphasis':
        return <em key={i}>{inline.text}</em>;
      case 'code':
        return <code key={i}>{inline.text}</code>;
      case 'figure': {
        const value = kind === 'blank' ? undefined : figureOf(record, inline.measure);
        if (value !== undefined) return <b key={i}>{measuredWord(inline.measure, value)}</b>;
        // What is usual is told to the teacher alone: a learner who did not run it has a gap.
        return kind === 'key' ? <b key={i}>{inline.usual}</b> : <i key={i} className="gap" />;
      }
    }
  });
}
