import { basename } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import type { Notice } from '../../ipc/contract';
import { say } from '../../words';

/** What the menu shows and does. */
export interface MenuContext {
  mac: boolean;
  recent: readonly string[];
  command: (command: Notice<'menu:command'>) => void;
  openPath: (path: string) => void;
}

type Item = MenuItemConstructorOptions;

/** The whole menu as data; its keys are those that the window's own keys leave free. */
export function menuTemplate(context: MenuContext): Item[] {
  const edit: Item = { label: word('edit'), role: 'editMenu' };
  const app: Item[] = context.mac ? [{ role: 'appMenu' }] : [];
  return [
    ...app,
    fileMenu(context),
    ...(context.mac ? [edit] : []),
    viewMenu(context),
    help(context),
  ];
}

function fileMenu({ mac, recent, command, openPath }: MenuContext): Item {
  const opened: Item[] = recent.map((path) => ({
    label: basename(path),
    toolTip: path,
    click: () => openPath(path),
  }));
  return {
    label: word('file'),
    submenu: [
      { label: word('open'), accelerator: 'CmdOrCtrl+O', click: () => command('open') },
      { label: word('openRun'), click: () => command('open-run') },
      { label: word('openScenario'), click: () => command('open-scenario') },
      { label: word('sample'), accelerator: 'CmdOrCtrl+Shift+O', click: () => command('sample') },
      {
        label: word('recent'),
        submenu: opened.length > 0 ? opened : [{ label: word('noRecent'), enabled: false }],
      },
      { type: 'separator' },
      { label: word('save'), accelerator: 'CmdOrCtrl+S', click: () => command('save-report') },
      { label: word('exportVideo'), click: () => command('export-video') },
      { type: 'separator' },
      { role: mac ? 'close' : 'quit' },
    ],
  };
}

function viewMenu({ mac, command }: MenuContext): Item {
  // The window itself listens to D and P; the menu only shows them, which macOS cannot.
  const shown = (key: string): Item =>
    mac ? {} : { accelerator: key, registerAccelerator: false };
  return {
    label: word('view'),
    submenu: [
      { label: word('theme'), ...shown('D'), click: () => command('toggle-theme') },
      { label: word('presenter'), ...shown('P'), click: () => command('presenter') },
      { label: word('fullScreen'), role: 'togglefullscreen' },
      { type: 'separator' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'resetZoom' },
      { type: 'separator' },
      { role: 'toggleDevTools' },
    ],
  };
}

function help({ command }: MenuContext): Item {
  return {
    label: word('help'),
    role: 'help',
    submenu: [
      { label: word('keys'), accelerator: 'F1', click: () => command('help') },
      { label: word('about'), click: () => command('about') },
    ],
  };
}

function word(key: string): string {
  return say(`main.menu.${key}`);
}
