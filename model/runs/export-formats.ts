import { z } from 'zod';

/** What a run can be handed on as. */
export const EXPORT_FORMATS = [
  'run',
  'html',
  'json',
  'csv',
  'trace',
  'cmcd',
  'png',
  'svg',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What the name of a file of each format ends with. */
export const EXPORT_EXTENSION: Readonly<Record<ExportFormat, string>> = {
  run: 'bufferrun',
  html: 'html',
  json: 'json',
  csv: 'csv',
  trace: 'trace.json',
  cmcd: 'cmcd',
  png: 'png',
  svg: 'svg',
};

/** True for a file that is named as a kept run is. */
export const isRunFile = (name: string): boolean =>
  name.toLowerCase().endsWith(`.${EXPORT_EXTENSION.run}`);

/** The charts of a whole run: what client buffers hold, how far lanes have come, what their processes take. */
export const RUN_CHARTS = ['occupancy', 'played', 'memory'] as const;
export type RunChartName = (typeof RUN_CHARTS)[number];

/** The colours that a picture may have. */
export const PICTURE_THEMES = ['light', 'dark'] as const;
export type PictureTheme = (typeof PICTURE_THEMES)[number];

/** The smallest and the largest side of a picture, px. */
export const MIN_SIDE = 240;
export const MAX_SIDE = 7680;
const side = z.number().int().min(MIN_SIDE).max(MAX_SIDE);

/** Which chart of a run is drawn, how large (px), and in which colours. */
export const chartPictureSchema = z.object({
  chart: z.enum(RUN_CHARTS),
  width: side,
  height: side,
  theme: z.enum(PICTURE_THEMES),
});
export type ChartPicture = z.infer<typeof chartPictureSchema>;

/** The picture that is drawn when nothing is said of it. */
export const USUAL_PICTURE: ChartPicture = {
  chart: 'occupancy',
  width: 1280,
  height: 720,
  theme: 'light',
};
