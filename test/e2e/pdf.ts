import { readFileSync } from 'node:fs';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF is when it is opened again. */
export interface OpenedPdf {
  /** Width and height of its pages, points. */
  size: number[];
  pages: number;
  text: string;
  /** Paths that are drawn as such, and pictures made of pixels. */
  paths: number;
  images: number;
}

/** Opens a PDF as a reader does. */
export async function openPdf(path: string): Promise<OpenedPdf> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const document = await task.promise;
  const texts: string[] = [];
  let [paths, images] = [0, 0];
  let size: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    size = [Math.round(width), Math.round(height)];
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    const { fnArray } = await page.getOperatorList();
    paths += fnArray.filter((op) => op === OPS.constructPath).length;
    images += fnArray.filter((op) => op === OPS.paintImageXObject).length;
  }
  const pages = document.numPages;
  await task.destroy();
  return { size, pages, text: texts.join('\n').replace(/\s+/g, ' '), paths, images };
}
