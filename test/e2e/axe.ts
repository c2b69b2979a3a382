import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What has been shown may wait for so many frames until it begins to fade in. */
const CALM_FRAMES = 4;

/** What axe calls serious or critical on this page, or in one part of it, by all of its rules or by these, as one line a finding. */
export async function seriousFindings(
  window: Page,
  part?: string,
  rules?: readonly string[],
): Promise<string[]> {
  await settled(window);
  // Once a page: handing over its half a megabyte takes longer than looking does.
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axe.source);
  const violations = await window.evaluate(
    async ({ part, rules }) => {
      const { axe: there } = globalThis as unknown as { axe: typeof axe };
      const only = rules && { runOnly: { type: 'rule' as const, values: rules } };
      const found = await there.run(part ?? document, { ...only, resultTypes: ['violations'] });
      return found.violations;
    },
    { part, rules: rules && [...rules] },
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Resolves once nothing fades or moves any more, but for what never ends: what is half there has half its contrast. */
async function settled(window: Page): Promise<void> {
  await window.evaluate(async (calmFrames) => {
    for (let calm = 0; calm < calmFrames; calm++) {
      await new Promise(requestAnimationFrame);
      const moving = document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && ends(effect));
      if (moving.length === 0) continue;
      // One that is taken away before its end rejects.
      await Promise.allSettled(moving.map(({ finished }) => finished));
      calm = 0;
    }

    function ends(effect: AnimationEffect | null): boolean {
      return Number(effect?.getComputedTiming().endTime) < Infinity;
    }
  }, CALM_FRAMES);
}
