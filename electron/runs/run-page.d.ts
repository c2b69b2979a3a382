/** The page of an exported run; scripts/setup/run-page.mjs makes it. */
declare module 'virtual:run-page' {
  const page: string;
  export default page;
}
