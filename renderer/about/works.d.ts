/** The works of others that the app holds; scripts/setup/works-plugin.mjs makes the list. */
declare module 'virtual:works' {
  import type { Work } from '../../model/about/works';

  const works: readonly Work[];
  export default works;
}
