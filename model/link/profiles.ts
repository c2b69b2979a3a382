import bus from '../../assets/profiles/bus-3g.json';
import dsl from '../../assets/profiles/dsl.json';
import evening from '../../assets/profiles/evening.json';
import fibre from '../../assets/profiles/fibre.json';
import satellite from '../../assets/profiles/satellite.json';
import train from '../../assets/profiles/train-4g.json';
import microwave from '../../assets/profiles/wifi-microwave.json';
import words from '../../assets/words/en/links.json';
import type { ResolvedCurve } from './types';

/** What scripts/profiles.mjs writes: the columns of a curve and how they were made. */
interface MadeProfile {
  latencyMs: number;
  periodMs: number;
  fromMs: number[];
  rate: number[];
}

/** The networks of our own making, from fast to slow; see scripts/profiles/recipes.mjs for their statistics. */
const MADE = {
  fibre,
  dsl,
  'wifi-microwave': microwave,
  'train-4g': train,
  'bus-3g': bus,
  satellite,
  evening,
} as const satisfies Record<string, MadeProfile>;

type Name = keyof typeof MADE;

const isName = (name: string): name is Name => Object.hasOwn(MADE, name);

/** The built-in profiles: what each is called and what it shows, in one sentence. */
export const PROFILES: readonly { name: string; title: string; sentence: string }[] = Object.keys(
  MADE,
)
  .filter(isName)
  .map((name) => ({ name, ...words.profiles[name] }));

const curves = new Map<string, ResolvedCurve>();

/** The curve of a built-in profile, the same object each time; throws an Error with one sentence for any other name. */
export function profileCurve(name: string): ResolvedCurve {
  const made: MadeProfile | null = isName(name) ? MADE[name] : null;
  if (!made) {
    const names = PROFILES.map((profile) => profile.name).join(', ');
    throw new Error(`There is no profile "${name}"; the built-in ones are ${names}.`);
  }
  const known = curves.get(name) ?? {
    curve: {
      fromMs: Float64Array.from(made.fromMs),
      rate: Float64Array.from(made.rate),
      periodMs: made.periodMs,
    },
    latencyMs: made.latencyMs,
  };
  curves.set(name, known);
  return known;
}
