/** Where what happened ends and what to do begins: in English and Chinese at a semicolon, in Korean with a sentence. */
const CUT = /; |；|(?<=[가-힣])\. /;

/** Our errors say "what happened; what to do": the two as sentences of their own. */
export function splitAdvice(message: string): { happened: string; advice: string } {
  const [cut] = CUT.exec(message) ?? [];
  if (cut === undefined) return { happened: message, advice: '' };
  const at = message.indexOf(cut);
  return {
    happened: withStop(message.slice(0, at)),
    advice: asSentence(message.slice(at + cut.length)),
  };
}

/** A capital at the start and a full stop at the end; a detail may be the system's own word. */
export function asSentence(text: string): string {
  const upper = text.charAt(0).toUpperCase() + text.slice(1);
  return withStop(upper);
}

/** A full stop at the end, unless there is one. */
function withStop(text: string): string {
  if (text === '' || /[.!?。！？]$/.test(text)) return text;
  return /\p{Script=Han}$/u.test(text) ? `${text}。` : `${text}.`;
}
