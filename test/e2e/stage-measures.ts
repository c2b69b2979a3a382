import type { Page } from '@playwright/test';

/** What is wrong with the words of a stage. */
export interface StageMeasures {
  /** Texts that are read, and the smallest size of one, px of the window. */
  texts: number;
  smallest: { text: string; px: number };
  /** Texts that are cut off by the window or by what they stand in. */
  cut: string[];
  /** Texts that lie over one another. */
  over: string[];
}

/** Measures every text of the stage: its size as it is drawn, what cuts it off, and what it lies over. */
export function measureStage(window: Page): Promise<StageMeasures> {
  return window.evaluate(() => {
    /** Parts of a px that rounding makes. */
    const NEAR = 1;
    const stage = document.querySelector('.presenter');
    if (!stage) throw new Error('There is no stage.');
    const seen: { text: string; px: number; box: DOMRect; owner: Element }[] = [];
    const cut: string[] = [];
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!owner || text === '' || owner.closest('.unseen')) continue;
      if (!owner.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      const scale = owner instanceof SVGGraphicsElement ? (owner.getScreenCTM()?.a ?? 1) : 1;
      const px = parseFloat(getComputedStyle(owner).fontSize) * scale;
      seen.push({ text, px, box, owner });
      const within = (outer: { left: number; top: number; right: number; bottom: number }) =>
        box.left >= outer.left - NEAR &&
        box.right <= outer.right + NEAR &&
        box.top >= outer.top - NEAR &&
        box.bottom <= outer.bottom + NEAR;
      if (!within({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })) cut.push(text);
      for (let outer = owner.parentElement; outer && outer !== stage; outer = outer.parentElement) {
        if (
          getComputedStyle(outer).overflow !== 'visible' &&
          !within(outer.getBoundingClientRect())
        ) {
          cut.push(`${text} in ${outer.className}`);
        }
      }
    }
    const over: string[] = [];
    seen.forEach((a, i) => {
      for (const b of seen.slice(i + 1)) {
        if (a.owner === b.owner) continue;
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // Lines stand closer than their boxes are high.
        if (wide > 2 * NEAR && high > 0.3 * Math.min(a.px, b.px))
          over.push(`${a.text} | ${b.text}`);
      }
    });
    const [first] = [...seen].sort((a, b) => a.px - b.px);
    const smallest = { text: first?.text ?? '', px: first?.px ?? 0 };
    return { texts: seen.length, smallest, cut, over };
  });
}
