/** One message about the run: the cause first, then what it does to each lane. */
export interface Caption {
  /** Red for a link that is down or an error. */
  tone: 'plain' | 'down' | 'bad';
  /** One or two words for the presenter's banner. */
  label: string;
  /** The cause. */
  lead: string;
  effects: Effect[];
}

/** Nothing to be said. */
export const QUIET: Caption = { tone: 'plain', label: '', lead: '', effects: [] };

/** One effect, a sentence. */
export interface Effect {
  text: string;
  /** The same with figures, for the presenter's banner; it may change while `text` does not. */
  figured: string;
}

/** What tells one message from the next. */
export function captionText({ lead, effects }: Caption): string {
  return [lead, ...effects.map((effect) => effect.text)].filter(Boolean).join(' ');
}

/** True when two messages read the same, figures included. */
export function sameCaption(a: Caption, b: Caption): boolean {
  const figures = ({ effects }: Caption): string => effects.map((effect) => effect.figured).join();
  return a.tone === b.tone && captionText(a) === captionText(b) && figures(a) === figures(b);
}
