import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvg from 'virtual:resvg';
import regular from '@fontsource/archivo/files/archivo-latin-400-normal.woff2?inline';
import { cutFontsOf } from '../../assets/words/cut-fonts';
import semibold from '@fontsource/archivo/files/archivo-latin-600-normal.woff2?inline';
import { language } from '../words';
import { unpacked } from './packed-part';

let ready: Promise<void> | undefined;

/** Draws an SVG of ours as a PNG of its own size, in Archivo and the font of the language that is spoken. */
export async function pngOfSvg(svg: string): Promise<Buffer> {
  const own = await cutFontsOf(language());
  ready ??= initWasm(unpacked(resvg));
  await ready;
  const picture = new Resvg(withWeights(svg), {
    font: {
      fontBuffers: [regular, semibold, ...(own ? [own.regular, own.bold] : [])].map(bytesOf),
      defaultFontFamily: 'Archivo',
      sansSerifFamily: 'Archivo',
    },
  });
  const drawn = picture.render();
  try {
    return Buffer.from(drawn.asPng());
  } finally {
    drawn.free();
    picture.free();
  }
}

/** The bytes of a data URL. */
const bytesOf = (url: string): Buffer => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');

/** It knows weights in hundreds, and no variable font. */
const withWeights = (svg: string): string =>
  svg.replace(/font-weight(:|=")(\d{3})/g, (_all, is: string, weight: string) => {
    return `font-weight${is}${String(Math.floor(Number(weight) / 100) * 100)}`;
  });
