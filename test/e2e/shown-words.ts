import type { Page } from '@playwright/test';
import { pseudoText } from '../../assets/words/pseudo';
import type { SpokenLanguage } from '../../model/language';
import { catalogueOf } from '../../scripts/words/catalogues.mjs';
import { expect } from './app';
import { press } from './room';

/** The words of a language by their keys, "lanes.player.space", with nothing filled in. */
export function wordsIn(language: SpokenLanguage): { say: (key: string) => string } {
  const pseudo = language === 'en-XA';
  const catalogue = catalogueOf(process.cwd(), pseudo ? 'en' : language);
  return {
    say(key) {
      const text = catalogue.get(key);
      if (text === undefined) throw new Error(`There is no word "${key}".`);
      return pseudo ? pseudoText(text) : text;
    },
  };
}

/** The rooms by their keys, each with what is there once it is ready. */
export const ROOMS_BY_KEY = [
  ['1', '.lanes .lane'],
  ['2', '.server-room, main'],
  ['3', '.what-if, main'],
  ['4', '.lesson-path'],
  ['5', '.runs-room, main'],
  ['6', 'main .topbar'],
] as const;

/** Shows a room by its key and waits until it is there. */
export async function enterRoom(window: Page, key: string, ready: string): Promise<void> {
  await press(window, `Control+${key}`);
  await expect(window.locator(ready).first()).toBeVisible();
  await expect(window.locator('main .topbar').first()).toBeVisible();
}

/** What a page says: every text that can be seen, every name and hint that a screen reader is told. */
export const saidOn = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      // Code is written as it runs; a language is named in itself.
      if (holder?.closest('pre, code, kbd, script, style, [lang]:not(html)')) continue;
      said.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('pre, code')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'alt']) {
        said.push(element.getAttribute(name) ?? '');
      }
    }
    return [...new Set(said.map((text) => text.trim().replace(/\s+/g, ' ')))].filter(Boolean);
  });

/** English sentences and labels as patterns, without those that are the same in the other language. */
function englishOf(language: SpokenLanguage): RegExp[] {
  const other = language === 'en-XA' ? null : catalogueOf(process.cwd(), language);
  return [...catalogueOf(process.cwd(), 'en')].flatMap(([key, text]) => {
    const literal = text.replace(/\{\{[^}]*\}\}/g, '');
    // A word or two letters may be a unit, a key or a name.
    const own = literal.match(/[a-z]{3,}/g)?.join('') ?? '';
    if (own.length < 4 || /^\/\w+$/.test(text) || other?.get(key) === text) return [];
    const escaped = text
      .split(/\{\{[^}]*\}\}/)
      .map((part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return [new RegExp(`^${escaped.join('.*')}$`, 's')];
  });
}

/** What of a page's words is still English. */
export function leftInEnglish(said: readonly string[], language: SpokenLanguage): string[] {
  const english = englishOf(language);
  return said.filter((text) => /[a-z]{3}/.test(text) && english.some((one) => one.test(text)));
}

/** A target is at least so wide and high, px (WCAG 2.2, 2.5.8). */
const MIN_TARGET_PX = 24;

/**
 * What can be clicked and is smaller than a target has to be, with its size. A field is clicked by its label as well, and
 * a target within a sentence is as high as its line.
 */
export const tooSmall = (window: Page): Promise<string[]> =>
  window.evaluate((min) => {
    const clickable =
      'button, a[href], input, select, textarea, summary, [role="button"], [role="tab"], [role="menuitem"], [role="slider"], [role="switch"]';
    return [...document.body.querySelectorAll<HTMLElement>(clickable)].flatMap((element) => {
      if (!element.checkVisibility({ opacityProperty: true }) || element.closest('.unseen'))
        return [];
      const label =
        element.closest('label') ?? document.querySelector(`label[for="${element.id}"]`);
      const boxes = [element, label].flatMap((each) =>
        each ? [each.getBoundingClientRect()] : [],
      );
      const width = Math.max(...boxes.map((box) => box.width));
      const height = Math.max(...boxes.map((box) => box.height));
      // What is hidden from the eye is one px wide.
      if (Math.min(width, height) <= 2 || Math.min(width, height) >= min - 0.5) return [];
      if (element.closest('p, dd, li > span') && getComputedStyle(element).display === 'inline')
        return [];
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      return [
        `${name.slice(0, 50)} (${element.className}): ${width.toFixed(0)} x ${height.toFixed(0)}`,
      ];
    });
  }, MIN_TARGET_PX);

/** Texts that do not fit: cut off by their own box or by the one around, with how much is missing, px. */
export const cutOff = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const found: string[] = [];
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('.unseen, pre, code, svg, [data-may-be-cut]')) continue;
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!own || !element.checkVisibility({ opacityProperty: true })) continue;
      const text = element.textContent?.trim().slice(0, 60) ?? '';
      const { overflowX, overflowY } = getComputedStyle(element);
      const over = element.scrollWidth - element.clientWidth;
      // What is hidden from the eye is one px wide.
      if (element.clientWidth > 4 && over > 1 && overflowX !== 'visible' && overflowX !== 'auto') {
        found.push(`${text}: ${String(over)} px of its width are cut off`);
      }
      const high = element.scrollHeight - element.clientHeight;
      if (element.clientHeight > 4 && high > 3 && overflowY === 'hidden') {
        found.push(`${text}: ${String(high)} px of its height are cut off`);
      }
      const box = element.getBoundingClientRect();
      for (let around = element.parentElement; around; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') break;
        if (style.position === 'fixed') break;
        if (style.overflowX === 'visible') continue;
        const edge = around.getBoundingClientRect();
        const beyond = Math.max(box.right - edge.right, edge.left - box.left);
        if (beyond > 1) found.push(`${text}: ${beyond.toFixed(0)} px beyond ${around.className}`);
        break;
      }
    }
    return [...new Set(found)];
  });

/**
 * Texts that lie over each other or beyond the panel that they stand in, by their lines and as far as they are seen; what
 * lies over the whole page is let be.
 */
export const misplaced = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const APART = 2; // px: letters reach a little beyond what they take up.
    const panels = '.panel, .seat, .lane, .queue li';
    const lines: { text: string; element: Element; box: DOMRect }[] = [];
    const found = new Set<string>();
    /** What of a box those around it let through; null for nothing, and for what lies over the page. */
    const seenOf = (box: DOMRect, element: Element): DOMRect | null => {
      let { left, top, right, bottom } = box;
      for (let around: Element | null = element; around; around = around.parentElement) {
        const { position, overflowX, overflowY } = getComputedStyle(around);
        if (position === 'fixed') return null;
        const edge = around.getBoundingClientRect();
        if (overflowX !== 'visible')
          [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        if (overflowY !== 'visible')
          [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      return right - left > 4 && bottom > top
        ? new DOMRect(left, top, right - left, bottom - top)
        : null;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      const element = node.parentElement;
      const text = (node.textContent ?? '').trim().slice(0, 40);
      if (!element || text === '' || element.closest('.unseen, svg, pre, style, script')) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      range.selectNodeContents(node);
      for (const whole of range.getClientRects()) {
        const box = seenOf(whole, element);
        if (!box) continue;
        lines.push({ text, element, box });
        const edge = element.closest(panels)?.getBoundingClientRect();
        const beyond = edge ? Math.max(box.bottom - edge.bottom, box.right - edge.right) : 0;
        if (beyond > APART) found.add(`"${text}", ${beyond.toFixed(0)} px beyond its panel`);
      }
    }
    for (const [i, a] of lines.entries()) {
      for (const b of lines.slice(i + 1)) {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // Lines of one text may stand close.
        if (wide > APART && high > 2 * APART && a.element !== b.element) {
          found.add(`"${a.text}" and "${b.text}", by ${wide.toFixed(0)} x ${high.toFixed(0)} px`);
        }
      }
    }
    return [...found];
  });
