import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import { METHODS } from '../../../model/delivery/types';
import { createLink } from '../../../model/link/link';
import { resolvedSpec } from '../../../model/link/spec/presets';
import { PROFILES, profileCurve } from '../../../model/link/profiles';
import { laneFigures } from '../../../model/sweep/figures-recorder';
import { makeProfile, profileText } from '../../../scripts/profiles/make-profile.mjs';
import { RECIPES } from '../../../scripts/profiles/recipes.mjs';

const FOLDER = join(import.meta.dirname, '../../../assets/profiles');

describe('the built-in profiles', () => {
  test('are what scripts/profiles.mjs makes of their statistics and seeds', () => {
    const files = readdirSync(FOLDER).sort();
    expect(files).toEqual(
      Object.keys(RECIPES)
        .map((name) => `${name}.json`)
        .sort(),
    );
    for (const [name, recipe] of Object.entries(RECIPES)) {
      expect(profileText(makeProfile(recipe))).toBe(
        readFileSync(join(FOLDER, `${name}.json`), 'utf8'),
      );
    }
  });

  test('each have a title and one sentence', () => {
    expect(PROFILES).toHaveLength(7);
    for (const { title, sentence } of PROFILES) {
      expect(title).not.toBe('');
      expect(sentence).toMatch(/^[A-Z][^.]*\.$/);
    }
  });

  test('are valid curves that repeat after two to five minutes, the same object each time', () => {
    for (const { name } of PROFILES) {
      const { curve, latencyMs } = profileCurve(name);
      expect(profileCurve(name).curve).toBe(curve);
      expect(curve.fromMs[0]).toBe(0);
      expect(curve.fromMs.every((ms, i) => i === 0 || ms > (curve.fromMs[i - 1] ?? 0))).toBe(true);
      expect(curve.rate).toHaveLength(curve.fromMs.length);
      expect(curve.rate.every((rate) => rate >= 0)).toBe(true);
      expect(curve.periodMs).toBeGreaterThanOrEqual(120_000);
      expect(curve.periodMs).toBeLessThanOrEqual(300_000);
      expect(latencyMs).toBeGreaterThan(0);
    }
  });

  test('teach: with the sample the three methods start apart on all, and stall differently on most', () => {
    const index = Array.from({ length: 101 }, (_, i) => ({ bytes: i * 1e6, seconds: i }));
    const media = { kind: 'media' as const, deliveredBytes: 1e8, index };
    let differing = 0;
    for (const { name } of PROFILES) {
      const link = createLink(resolvedSpec('profile', name, profileCurve(name)), 1);
      const figures = METHODS.map((method) =>
        laneFigures({ method, settings: DEFAULT_SETTINGS, media }, link),
      );
      expect(new Set(figures.map((each) => each.startupDelayMs)).size).toBe(METHODS.length);
      if (new Set(figures.map((each) => each.stallTotalMs)).size > 1) differing += 1;
    }
    expect(differing).toBeGreaterThanOrEqual(6);
  });

  test('of any other name are refused in one sentence', () => {
    expect(() => profileCurve('moon')).toThrow(
      'There is no profile "moon"; the built-in ones are fibre, dsl, wifi-microwave, train-4g, bus-3g, satellite, evening.',
    );
    expect(() => profileCurve('toString')).toThrow('There is no profile "toString"');
  });
});
