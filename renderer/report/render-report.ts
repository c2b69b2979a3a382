import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import archivo from '@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2?inline';
import type { RunLog } from '../../model/run/schema';
import { cutFontFaces } from '../../assets/words/cut-fonts';
import { LANGUAGE_TAG } from '../../model/language';
import { spokenLanguage } from '../ui/words';
import { KIND_CHARTS } from '../charts/kind-charts';
import tokens from '../styles/tokens.css?inline';
import languages from '../styles/languages.css?inline';
import style from './report.css?inline';
import { reportTitle } from './report-head';
import { ReportPage } from './report-page';

/** Width of the page's charts, CSS px. */
const WIDTH = 1080;

/** The run as one HTML file that needs nothing else: charts drawn as SVG, font and colours inside. */
export async function renderReport(log: RunLog): Promise<string> {
  const charts = await KIND_CHARTS.of(log.media)();
  const stage = document.createElement('div');
  stage.inert = true;
  stage.style.cssText = `position:fixed;left:-${2 * WIDTH}px;top:0;width:${WIDTH}px`;
  document.body.append(stage);
  const root = createRoot(stage);
  try {
    root.render(createElement(ReportPage, { log, charts }));
    await drawn(stage);
    return page(reportTitle(log), stage.innerHTML, await cutFontFaces(spokenLanguage()));
  } finally {
    root.unmount();
    stage.remove();
  }
}

/** Resolves once React has drawn every chart. */
async function drawn(stage: HTMLElement): Promise<void> {
  const ready = () => {
    const charts = [...stage.querySelectorAll('figure')];
    return charts.length > 0 && charts.every((chart) => chart.querySelector('svg path[d]'));
  };
  for (let frame = 0; frame < 120 && !ready(); frame += 1) {
    await new Promise((done) => requestAnimationFrame(done));
  }
}

function page(title: string, body: string, ownFaces: string): string {
  const safe = title.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  const font = `@font-face{font-family:"Archivo Variable";src:url("${archivo}") format("woff2");font-weight:100 900;font-stretch:62% 125%}`;
  return [
    '<!doctype html>',
    `<html lang="${LANGUAGE_TAG[spokenLanguage()]}" data-mantine-color-scheme="light">`,
    `<head><meta charset="utf-8"><title>${safe}</title>`,
    `<style>${font}${ownFaces}\n${tokens.replace(/@import[^;]*;/g, '')}\n${languages}\n${style}</style></head>`,
    `<body>${body}</body></html>`,
    '',
  ].join('\n');
}
