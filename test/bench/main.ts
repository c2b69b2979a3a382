import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { Machine, type Tools } from './machine';
import { isReached, type Finding, type Row } from './row';
import { ROWS } from './rows';
import { table } from './table';

interface Measured {
  name: string;
  findings: Finding[];
  /** Why the row could not be measured; null when it could. */
  error: string | null;
  seconds: number;
  /** Load of the machine before the row began; above 1 something else was running. */
  loadBefore: number;
}

/** A row as it is named on the command line: its name, and behind "=" what it is to be measured with. */
const WORD = /^([a-z-]+)(?:=(\d+))?$/;

/** Measures the named rows (all when none is named), prints the table and writes out/bench.json. */
export async function bench(names: readonly string[], tools: Tools): Promise<number> {
  const known = ROWS.map(({ name }) => name);
  const asked = names.map((word) => {
    const [, name = word, amount] = WORD.exec(word) ?? [];
    return { name, amount: amount === undefined ? undefined : Number(amount) };
  });
  const wrong = asked.find(({ name }) => !known.includes(name))?.name;
  if (wrong !== undefined) {
    process.stderr.write(`There is no row "${wrong}"; the rows are: ${known.join(', ')}.\n`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bufferscope-bench-'));
  const machine = new Machine(tools, folder, (line) => process.stdout.write(`${line}\n`));
  try {
    const rows: Measured[] = [];
    for (const row of ROWS) {
      const wanted = asked.find(({ name }) => name === row.name);
      if (asked.length > 0 && !wanted) continue;
      rows.push(await measured(row, machine, wanted?.amount));
    }
    process.stdout.write(`\n${table(rows)}\n`);
    process.stdout.write(`\nWritten: ${write(rows, tools)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

async function measured(row: Row, machine: Machine, amount?: number): Promise<Measured> {
  machine.say(`== ${row.name}`);
  const began = performance.now();
  const result: Measured = {
    name: row.name,
    findings: [],
    error: null,
    seconds: 0,
    loadBefore: loadavg()[0] ?? 0,
  };
  try {
    result.findings = await row.measure(machine, amount);
  } catch (error) {
    result.error = error instanceof Error ? error.message : String(error);
    machine.say(`${row.name}: ${result.error}`);
  }
  result.seconds = (performance.now() - began) / 1000;
  return result;
}

function write(rows: readonly Measured[], tools: Tools): string {
  const folder = join(tools.root, 'out');
  const path = join(folder, 'bench.json');
  const report = {
    schema: 'bufferscope.bench/1',
    madeAt: new Date().toISOString(),
    electron: tools.electron,
    platform: `${process.platform}-${process.arch}`,
    cpus: cpus().length,
    memoryBytes: totalmem(),
    rows: rows.map((row) => ({
      ...row,
      findings: row.findings.map((finding) => ({ ...finding, reached: isReached(finding) })),
    })),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  return path;
}
