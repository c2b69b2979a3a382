/** The page of an exported run, packed; scripts/setup/packed-parts.mjs makes it. */
declare module 'virtual:run-page' {
  const packed: string;
  export default packed;
}

/** The program that draws an SVG, packed in the same way. */
declare module 'virtual:resvg' {
  const packed: string;
  export default packed;
}
