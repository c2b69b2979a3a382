import { josa } from 'es-hangul';

type Pair = Parameters<typeof josa>[1];

/** A pair of postpositions behind what a sentence is filled with: "{{name}}[[은/는]]". */
const PAIR = /\[\[([^\]]+)\]\]/g;

/** How a digit is read, and a unit of ours: what follows depends on the sound. */
const DIGITS = '영일이삼사오육칠팔구';
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/B$/, '바이트'],
  [/%$/, '퍼센트'],
  [/B\/s$/, '초'],
  // Letters by themselves: of the alphabet only these four end in a consonant.
  [/(^|[^A-Za-z])[LMNR]$/, '엠'],
  [/(^|[^A-Za-z])[A-Z]$/, '에이'],
];

/** Where the sound of what stands before is not known both are written, as Korean does it. */
const BOTH: Readonly<Record<string, string>> = {
  '은/는': '은(는)',
  '이/가': '이(가)',
  '을/를': '을(를)',
  '와/과': '와(과)',
  '으로/로': '(으)로',
};

/** Korean with the postpositions that go with what its sentences were filled with. */
export function withPostpositions(text: string): string {
  return text.replace(PAIR, (_all, pair: string, at: number) => {
    const before = text.slice(0, at).replace(/[”’"')\]]+$/, '');
    const sound = soundOf(before);
    return sound === null ? (BOTH[pair] ?? pair) : josa.pick(sound, pair as Pair);
  });
}

/** The last syllable as it is read; null where that is not known. */
function soundOf(text: string): string | null {
  const last = text.at(-1) ?? '';
  if (/[가-힣]/.test(last)) return last;
  if (/\d/.test(last)) return DIGITS[Number(last)] ?? null;
  return UNITS.find(([unit]) => unit.test(text))?.[1] ?? null;
}
