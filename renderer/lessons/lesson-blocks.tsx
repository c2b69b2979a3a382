import { Fragment, type ReactNode } from 'react';
import type { Block, Inline } from '../../model/lesson/markdown';

export type InlineFigure = Extract<Inline, { kind: 'figure' }>;

interface BlocksProps {
  blocks: readonly Block[];
  /** Where it is another than that of the page around it. */
  lang: string | undefined;
  /** A figure of the text, as whoever reads it sees it. */
  figureOf: (inline: InlineFigure) => ReactNode;
}

/** The text of a lesson, on the screen and on paper. */
export function LessonBlocks({ blocks, lang, figureOf }: BlocksProps) {
  return blocks.map((block, i) => {
    switch (block.kind) {
      case 'paragraph':
        return (
          <p key={i} lang={lang}>
            <Inlines inlines={block.inlines} figureOf={figureOf} />
          </p>
        );
      case 'list':
        return (
          <ul key={i} lang={lang}>
            {block.items.map((item, n) => (
              <li key={n}>
                <Inlines inlines={item} figureOf={figureOf} />
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

type InlinesProps = Pick<BlocksProps, 'figureOf'> & { inlines: readonly Inline[] };

function Inlines({ inlines, figureOf }: InlinesProps) {
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
          <code key={i} className="mono">
            {inline.text}
          </code>
        );
      case 'figure':
        return <Fragment key={i}>{figureOf(inline)}</Fragment>;
    }
  });
}
