import { isReached, type Finding } from './row';

const HEAD = ['', 'what', 'ours', 'baseline', 'measured', 'to reach', 'reached'];

/** What was found, as a table of text; rows that could not be measured are named below it. */
export function table(
  rows: readonly { name: string; findings: Finding[]; error: string | null }[],
): string {
  const lines = rows.flatMap(({ name, findings }) => findings.map((each) => line(name, each)));
  const all = [HEAD, ...lines];
  const widths = HEAD.map((_, column) =>
    Math.max(...all.map((cells) => cells[column]?.length ?? 0)),
  );
  const text = all.map((cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const missing = rows.flatMap(({ name, error }) =>
    error === null ? [] : [`${name}: not measured: ${error}`],
  );
  return [text[0], rule, ...text.slice(1), ...missing].join('\n');
}

function line(name: string, finding: Finding): string[] {
  const { what, unit, ours, baseline, judged, target } = finding;
  const bounds = [
    ...(target.atLeast === undefined ? [] : [`>= ${number(target.atLeast)}`]),
    ...(target.atMost === undefined ? [] : [`<= ${number(target.atMost)}`]),
  ];
  return [
    name,
    what,
    `${number(ours)} ${unit}`,
    baseline ? `${number(baseline.value)} ${unit} (${baseline.what})` : '',
    `${number(judged.value)} ${judged.unit}`,
    `${bounds.join(', ')} ${judged.unit}`,
    isReached(finding) ? 'yes' : 'no',
  ];
}

function number(value: number): string {
  return String(Number(value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 1000 ? 1 : 0)));
}
