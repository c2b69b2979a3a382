import { Menu } from 'electron';
import { menuTemplate, type MenuContext } from './menu-template';

/** Puts the menu up, or up again when the recent files have changed. */
export function showMenu(context: MenuContext): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(context)));
}
