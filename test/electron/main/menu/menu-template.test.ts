import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { WINDOW_KEYS } from '../../../../renderer/app/window-keys';
import { COMPARE_KEYS } from '../../../../renderer/compare/keys';
import { bindingOf } from '../../../../renderer/ui/key-bindings';
import type { KeyPress } from '../../../../renderer/ui/key-press';
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

type Taken = MenuItemConstructorOptions & { accelerator: string };

/** Whether the menu itself answers to the item's key. */
const isTaken = (item: MenuItemConstructorOptions): item is Taken =>
  typeof item.accelerator === 'string' && item.registerAccelerator !== false;

/** The press of a key that an accelerator such as CmdOrCtrl+Shift+O names. */
function pressOf(accelerator: MenuItemConstructorOptions['accelerator']): KeyPress {
  const parts = String(accelerator).split('+');
  const key = parts.pop() ?? '';
  return {
    key: key.length === 1 ? key.toLowerCase() : key,
    code: key.length === 1 ? `Key${key}` : key,
    command: parts.includes('CmdOrCtrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    repeat: false,
    target: 'page',
  };
}

/** What the window does with a press in the room that has the most keys, whatever a run is at. */
function heard(press: KeyPress): string | undefined {
  const all = [...COMPARE_KEYS, ...WINDOW_KEYS].map((binding) => ({
    ...binding,
    when: () => true,
  }));
  return bindingOf(press, all)?.help;
}

const click = (item: MenuItemConstructorOptions | undefined): void =>
  (item?.click as (() => void) | undefined)?.();

describe('menuTemplate', () => {
  it('takes no key from the window, unless both do the same with it', () => {
    for (const mac of [false, true]) {
      const made = context({ mac });
      const taken = flat(menuTemplate(made)).filter(isTaken);
      expect(taken.length).toBeGreaterThan(0);
      for (const item of taken) {
        const press = pressOf(item.accelerator);
        // Letters, digits and arrows alone are for the window and its rooms.
        expect(press.command || /^F\d+$/.test(press.key)).toBe(true);
        click(item);
        expect([undefined, made.done.at(-1)]).toContain(heard(press));
      }
    }
  });

  it('shows the keys that the window listens to, and only those', () => {
    const shown = flat(menuTemplate(context())).filter(
      ({ registerAccelerator }) => registerAccelerator === false,
    );
    const does = shown.map(({ accelerator }) => heard(pressOf(accelerator)));
    expect(does).toEqual(['theme', 'presenter']);
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
