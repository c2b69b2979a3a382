import { renderToStaticMarkup } from 'react-dom/server';
import { LANGUAGE_TAG, type SpokenLanguage } from '../../model/language';
import type { RunLog } from '../../model/run/schema';
import type { ChartPicture } from '../../model/runs/export-formats';
import { KIND_CHARTS } from '../charts/kind-charts';
import { inOrder } from '../charts/series';
import { runCharts, type RunChart } from '../report/run-charts';
import tokens from '../styles/tokens.css?inline';
import '../source-kinds/drawn-kinds';
import { hueOf, inkOf, MARKER } from '../ui/lane-style';
import { say, speak } from '../ui/words';
import { resolved, rolesOf } from './theme-colours';

/** A picture of this size is drawn as the window draws it, px; a larger one is all of it enlarged. */
const USUAL = { width: 720, height: 405 };
/** Room around the chart, and above it for its heading, px of the usual size. */
const EDGE = 12;
const TOP = 50;
/** Room of a lane's name, and the most characters of what was delivered. */
const NAME_WIDTH = 92;
const MAX_SOURCE = 64;

/**
 * A chart of a whole run as an SVG that needs nothing else, drawn by the components of the window without one: colours
 * are written out, and where Archivo is not installed the system's font stands in.
 */
export async function chartSvg(
  log: RunLog,
  picture: ChartPicture,
  language: SpokenLanguage,
): Promise<string> {
  speak(language);
  const { chart, width, height, theme } = picture;
  const roles = rolesOf(tokens, theme);
  const drawn = runCharts(log, await KIND_CHARTS.of(log.media)())[chart];
  const scale = Math.min(width / USUAL.width, height / USUAL.height);
  const [right, bottom] = [width / scale - EDGE, height / scale - EDGE];
  const markup = renderToStaticMarkup(drawn.draw({ width: right - EDGE, height: bottom - TOP }));
  const label = /aria-label="([^"]*)"/.exec(markup)?.[1] ?? '';
  const heading = renderToStaticMarkup(
    <Heading log={log} chart={drawn} right={right} named={chart !== 'memory'} />,
  );
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}"`,
    ` viewBox="0 0 ${String(width)} ${String(height)}" lang="${LANGUAGE_TAG[language]}" role="img" aria-label="${label}">`,
    `<style>text{font-family:'Archivo Variable',Archivo,system-ui,sans-serif;fill:var(--ink-2)}</style>`,
    `<rect width="100%" height="100%" fill="var(--surface)"/>`,
    `<g transform="scale(${scale.toFixed(4)})">${heading}`,
    // The window shows what a chart has beyond its edges; an SVG within another would cut it off.
    markup
      .slice(markup.indexOf('<svg'), markup.lastIndexOf('</svg>'))
      .replace(/^<svg[^>]*>/, `<g transform="translate(${String(EDGE)} ${String(TOP)})">`)
      // They are of the window's style sheets.
      .replace(/ class="[^"]*"/g, ''),
    '</g></g></svg>\n',
  ].join('');
  return resolved(svg, roles);
}

interface HeadingProps {
  log: RunLog;
  chart: RunChart;
  right: number;
  /** The chart does not name its lanes by itself: in the window it stands beside them. */
  named: boolean;
}

/** What is shown of which run, and which lane is which. */
function Heading({ log, chart, right, named }: HeadingProps) {
  const source = `${log.media.name}, ${log.link.spec}`;
  const cut = source.length > MAX_SOURCE ? `${source.slice(0, MAX_SOURCE)}…` : source;
  return (
    <>
      <text x={EDGE} y={22} fontSize={16}>
        <tspan style={{ fill: 'var(--ink)', fontWeight: 650 }}>{chart.title}</tspan>
        <tspan dx={8} fontSize={12}>
          {chart.unit}
        </tspan>
      </text>
      {(named ? inOrder(log.lanes) : []).map(({ method }, i) => (
        <g key={method} transform={`translate(${String(EDGE + 6 + i * NAME_WIDTH)} 39)`}>
          <path d={MARKER[method]} fill={hueOf(method)} />
          <text x={10} y={4.5} fontSize={12} style={{ fill: inkOf(method), fontWeight: 650 }}>
            {say(`lanes.methods.${method}`)}
          </text>
        </g>
      ))}
      <text x={right} y={43.5} fontSize={11} textAnchor="end">
        {cut}
      </text>
    </>
  );
}
