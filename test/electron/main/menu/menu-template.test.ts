import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate, type MenuContext } from '../../../../electron/main/menu/menu-template';

function context(change: Partial<MenuContext> = {}): MenuContext & { done: string[] } {
  const done: string[] = [];
  return {
    mac: false,
    recent: [],
    command: (command) => done.push(command),
    openPath: (path) => done.push(path),
    done,
    ...change,
  };
}

function flat(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? flat(item.submenu) : []),
  ]);
}

const click = (item: MenuItemConstructorOptions | undefined): void =>
  (item?.click as (() => void) | undefined)?.();

describe('menuTemplate', () => {
  it('takes no key from the window', () => {
    const own = new Set(['Space', 'R', 'C', 'Shift+C', 'Left', 'Right', 'P', 'Esc', 'D', 'F']);
    for (const mac of [false, true]) {
      for (const { accelerator, registerAccelerator } of flat(menuTemplate(context({ mac })))) {
        if (typeof accelerator !== 'string' || registerAccelerator === false) continue;
        expect(own.has(accelerator)).toBe(false);
        expect(accelerator).not.toMatch(/^(CmdOrCtrl\+)?[1-5]$/);
      }
    }
  });

  it('lists the recent files by name and opens them by path', () => {
    const made = context({ recent: ['/films/one.mp4', '/films/two.mkv'] });
    const items = flat(menuTemplate(made));
    click(items.find(({ label }) => label === 'two.mkv'));
    click(items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+O'));
    expect(made.done).toEqual(['/films/two.mkv', 'open']);
  });

  it('has a word for every item', () => {
    for (const { label } of flat(menuTemplate(context({ mac: true })))) {
      expect(label ?? '').not.toContain('main.menu');
    }
  });
});
