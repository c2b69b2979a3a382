/** Our errors say "what happened; what to do": the two as sentences of their own. */
export function splitAdvice(message: string): { happened: string; advice: string } {
  const cut = message.indexOf('; ');
  if (cut < 0) return { happened: message, advice: '' };
  return { happened: `${message.slice(0, cut)}.`, advice: asSentence(message.slice(cut + 2)) };
}

/** A capital at the start and a full stop at the end; a detail may be the system's own word. */
export function asSentence(text: string): string {
  const upper = text.charAt(0).toUpperCase() + text.slice(1);
  return upper === '' || /[.!?]$/.test(upper) ? upper : `${upper}.`;
}
