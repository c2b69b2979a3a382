import type { Block, Inline } from '../../../model/lesson/markdown';
import { figureOf } from '../../../model/lesson/figures';
import { measuredWord, ownLanguage } from '../words';
import { usePage } from './page-context';

/** A lesson's text; figures in it are those of the learner's own runs, or the usual ones before there are any. */
export function LessonText({ blocks }: { blocks: readonly Block[] }) {
  const lang = ownLanguage(usePage().lesson);
  return blocks.map((block, i) => {
    switch (block.kind) {
      case 'paragraph':
        return (
          <p key={i} lang={lang}>
            <Inlines inlines={block.inlines} />
          </p>
        );
      case 'list':
        return (
          <ul key={i} lang={lang}>
            {block.items.map((item, n) => (
              <li key={n}>
                <Inlines inlines={item} />
              </li>
            ))}
          </ul>
        );
      case 'code':
        return (
          <pre key={i} className="mono" tabIndex={0}>
            {block.text}
          </pre>
        );
    }
  });
}

function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  const { record } = usePage();
  return inlines.map((inline, i) => {
    switch (inline.kind) {
      case 'text':
        return inline.text;
      case 'strong':
        return <b key={i}>{inline.text}</b>;
      case 'emphasis':
        return <em key={i}>{inline.text}</em>;
      case 'code':
        return (
          <span key={i} className="mono">
            {inline.text}
          </span>
        );
      case 'figure': {
        const value = figureOf(record, inline.measure);
        return (
          <b key={i}>{value === undefined ? inline.usual : measuredWord(inline.measure, value)}</b>
        );
      }
    }
  });
}
