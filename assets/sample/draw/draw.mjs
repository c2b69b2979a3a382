/**
 * Draws the PNG layers of the sample from layers.mjs: `xvfb-run -a $(node scripts/electron-path.mjs) --no-sandbox assets/sample/draw/draw.mjs`.
 * Only needed when the drawing is to change: the PNGs are committed.
 */
/* global btoa, document, FontFace, Image -- in the functions that run in the page */
import { app, BrowserWindow } from 'electron';
import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLOCK, LAYERS } from './layers.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const fontFile = '../../../node_modules/@fontsource/archivo/files/archivo-latin-600-normal.woff2';
const font = readFileSync(join(here, fontFile)).toString('base64');

/** Runs in the page: an SVG image as PNG, base64. */
const drawSvg = async ({ svg, width, height }) => {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${btoa(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1];
};

/** Runs in the page: the clock's cells, each digit in a place of its own so that nothing jumps. */
const drawClock = async ({ width, height, cells, size, digit, colon }, fontBase64) => {
  const face = await new FontFace('Clock', `url(data:font/woff2;base64,${fontBase64})`).load();
  document.fonts.add(face);
  const canvas = Object.assign(document.createElement('canvas'), { width, height: height * cells });
  const context = canvas.getContext('2d');
  Object.assign(context, { font: `600 ${size}px Clock`, textAlign: 'center', fillStyle: '#fff' });
  Object.assign(context, { shadowColor: 'rgba(8, 40, 62, .55)', shadowBlur: 5, shadowOffsetY: 1 });
  for (let second = 0; second < cells; second += 1) {
    const text = `${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`;
    let right = width - 6;
    for (const letter of [...text].reverse()) {
      const space = letter === ':' ? colon : digit;
      context.fillText(letter, right - space / 2, second * height + height * 0.76);
      right -= space;
    }
  }
  return canvas.toDataURL('image/png').split(',')[1];
};

/** Not awaited: Electron gets ready only after this file has run. */
void app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('about:blank');
  const inPage = (fn, ...args) =>
    window.webContents.executeJavaScript(
      `(${fn})(${args.map((a) => JSON.stringify(a)).join(',')})`,
    );
  const save = (name, base64) =>
    writeFileSync(join(here, '..', `${name}.png`), Buffer.from(base64, 'base64'));
  for (const [name, layer] of Object.entries(LAYERS)) save(name, await inPage(drawSvg, layer));
  save('clock', await inPage(drawClock, CLOCK, font));
  app.exit(0);
});
