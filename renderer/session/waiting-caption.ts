import { useMemo } from 'react';
import { QUIET, type Caption } from '../captions/caption';
import { KIND_CAPTIONS } from '../captions/kind-captions';
import { inLanguage, say, useLanguage } from '../ui/words';
import { useSession } from './session';

/** What the session waits for, or why it has no run. */
export interface WaitingCaption {
  caption: Caption;
  /** Its seconds are counted beside it; a file that is being opened counts its own, beside its progress. */
  counted: boolean;
}

/** What is told while a source of this name is opened; call it in the language that is spoken. */
export const openingCaption = (name: string): WaitingCaption => ({
  caption: {
    ...QUIET,
    label: say('caption.label.opening'),
    lead: say('caption.opening', { name }),
  },
  counted: false,
});

/** What stands in the caption's place while there is nothing of a run to be told; null when there is. */
export function useWaitingCaption(): WaitingCaption | null {
  const problem = useSession((s) => s.problem);
  const opening = useSession((s) => (s.run ? null : (s.opening?.name ?? null)));
  const starting = useSession((s) => !s.run && (s.preparing || !s.booted));
  const idle = useSession((s) => s.run === null);
  const none = useSession(({ media }) => KIND_CAPTIONS.of(media).none(media?.name ?? ''));
  const language = useLanguage();
  return useMemo(() => {
    const waiting = (
      lead: string,
      label = '',
      tone: Caption['tone'] = 'plain',
      counted = true,
    ) => ({
      caption: { ...QUIET, tone, label, lead },
      counted,
    });
    const said = (): WaitingCaption | null => {
      if (problem !== null) return waiting(problem, say('caption.label.error'), 'bad');
      if (opening !== null) return openingCaption(opening);
      if (starting) return waiting(say('caption.preparing'), say('caption.label.preparing'));
      return idle ? waiting(none, '', 'plain', false) : null;
    };
    return inLanguage(language, said);
  }, [problem, opening, starting, idle, none, language]);
}
