/** A font that scripts/setup/cut-fonts.mjs has cut, as a data URL. */
declare module '@cut-fonts/*' {
  const url: string;
  export default url;
}
