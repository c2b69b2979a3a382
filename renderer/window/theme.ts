/** True while the page is drawn dark, whether chosen or taken from the system. */
export function isDark(): boolean {
  return document.documentElement.dataset.mantineColorScheme === 'dark';
}
