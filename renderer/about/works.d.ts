/** The works of others that the app holds (see model/about/works.ts); scripts/setup/works-plugin.mjs makes the list. */
declare module 'virtual:works' {
  const works: readonly {
    name: string;
    version: string;
    licence: string | null;
    direct: boolean;
    text: string;
  }[];
  export default works;
}
