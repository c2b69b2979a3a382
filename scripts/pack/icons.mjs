import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Sizes of the freedesktop icon theme, px. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
/** Up to this size, px, the drawing with fewer and thicker parts is used. */
const SMALL = 32;
/** Sizes in a Windows icon, px. */
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Types of PNG entries in an Apple icon and their sides, px (Apple Icon Image format). */
const ICNS_TYPES = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

/**
 * Draws the icons of the app and of its files from assets/icons, each size from the drawing, into `out`: `png/` for Linux,
 * .ico and .icns. No size is made of another, as converters of one picture do.
 * @param {string} root the checkout
 * @param {string} out
 */
export async function drawIcons(root, out) {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initOnce(readFileSync(wasm));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'png'), { recursive: true });
  const drawing = (name) => readFileSync(join(root, 'assets', 'icons', `${name}.svg`), 'utf8');
  const [app, small] = [drawing('app'), drawing('app-small')];
  const ofApp = (size) => pngOf(size <= SMALL ? small : app, size);
  for (const size of SIZES) writeFileSync(join(out, 'png', `${size}x${size}.png`), ofApp(size));
  const forms = { icon: ofApp };
  for (const name of ['run', 'lesson', 'result'])
    forms[name] = (size) => pngOf(drawing(name), size);
  for (const [name, drawn] of Object.entries(forms)) {
    const draw = once(drawn);
    writeFileSync(join(out, `${name}.ico`), ico(ICO_SIZES.map((size) => [size, draw(size)])));
    writeFileSync(join(out, `${name}.icns`), icns(ICNS_TYPES.map(([type, s]) => [type, draw(s)])));
  }
}

/** The same function, which draws each size once. */
function once(draw) {
  const drawn = new Map();
  return (size) => {
    if (!drawn.has(size)) drawn.set(size, draw(size));
    return drawn.get(size);
  };
}

let ready;
const initOnce = (bytes) => (ready ??= initWasm(bytes));

function pngOf(svg, size) {
  const picture = new Resvg(svg, { fitTo: { mode: 'width', value: size } });
  const drawn = picture.render();
  const png = Buffer.from(drawn.asPng());
  drawn.free();
  picture.free();
  return png;
}

/** A Windows icon of PNGs, [side in px, PNG] each (ICONDIR and ICONDIRENTRY; a side of 256 is written as 0). */
export function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(([side, png], i) => {
    const at = 6 + 16 * i;
    head.writeUInt8(side % 256, at);
    head.writeUInt8(side % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(([, png]) => png)]);
}

/** An Apple icon of PNGs, [type of four letters, PNG] each: every entry with its length, header included. */
export function icns(pictures) {
  const entries = pictures.map(([type, png]) => Buffer.concat([headOf(type, png.length), png]));
  const body = Buffer.concat(entries);
  return Buffer.concat([headOf('icns', body.length), body]);
}

function headOf(type, length) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(length + 8, 4);
  return head;
}
