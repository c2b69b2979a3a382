/**
 * A strict reader of the Trace Event Format (Google, "Trace Event Format"; what the Perfetto UI's importer counts as
 * errors is an error here), written from the public format and not from what writes it: nothing on npm reads it
 * strictly.
 */
export interface Slice {
  pid: number;
  tid: number;
  name: string;
  from: number;
  to: number;
}

/** What a trace says once all of it has been found right. */
export interface ReadTrace {
  processes: Map<number, string>;
  threads: Map<string, string>;
  slices: Slice[];
  /** The slices that each flow goes through, in its order. */
  flows: Map<string, Slice[]>;
  spans: { name: string; cat: string; from: number; to: number }[];
  counters: Map<string, { ts: number; values: Record<string, number> }[]>;
  instants: { name: string; ts: number }[];
}

type Fields = Record<string, unknown>;

const PHASES = ['M', 'X', 'B', 'E', 'i', 'C', 'b', 'e', 'n', 's', 't', 'f'];

/** Reads a trace; throws an Error that names the first event that is wrong, and why. */
export function readTrace(text: string): ReadTrace {
  const json = JSON.parse(text) as Fields;
  if (!Array.isArray(json.traceEvents)) throw new Error('There are no traceEvents.');
  const unit = json.displayTimeUnit;
  if (unit !== 'ms' && unit !== 'ns') throw new Error('displayTimeUnit is neither ms nor ns.');
  const reader = new Reader();
  for (const [i, event] of (json.traceEvents as Fields[]).entries()) {
    try {
      reader.event(event);
    } catch (error) {
      throw new Error(`Event ${String(i)}: ${(error as Error).message} ${JSON.stringify(event)}`, {
        cause: error,
      });
    }
  }
  return reader.end();
}

class Reader {
  readonly #read: ReadTrace = {
    ...{ processes: new Map(), threads: new Map(), slices: [], flows: new Map(), spans: [] },
    ...{ counters: new Map(), instants: [] },
  };
  #lastTs = 0;
  /** Open slices of each thread, the innermost last. */
  readonly #open = new Map<string, Slice[]>();
  readonly #spans = new Map<string, { name: string; ts: number }[]>();
  readonly #flowsDone = new Set<string>();

  event(event: Fields): void {
    const { ph } = event;
    if (typeof ph !== 'string' || !PHASES.includes(ph)) throw new Error('ph is not known.');
    const name = text(event, 'name');
    const pid = whole(event, 'pid');
    const tid = whole(event, 'tid');
    if (ph === 'M') return this.#metadata(name, pid, tid, event);
    const ts = finite(event, 'ts');
    if (ts < this.#lastTs) throw new Error('ts goes back.');
    this.#lastTs = ts;
    if (!this.#read.processes.has(pid)) throw new Error('Its process has no name.');
    const thread = `${String(pid)} ${String(tid)}`;
    if (ph !== 'C' && !this.#read.threads.has(thread)) throw new Error('Its thread has no name.');
    const open = this.#openAt(thread, ts);
    switch (ph) {
      case 'X': {
        text(event, 'cat');
        const to = ts + finite(event, 'dur');
        const around = open.at(-1);
        if (around && to > around.to) throw new Error(`It does not nest in "${around.name}".`);
        const slice = { pid, tid, name, from: ts, to };
        open.push(slice);
        this.#read.slices.push(slice);
        return;
      }
      case 'i':
        if (event.s !== 't' && event.s !== 'p' && event.s !== 'g') throw new Error('Its scope.');
        this.#read.instants.push({ name, ts });
        return;
      case 'C':
        return this.#counter(`${String(pid)} ${name}`, ts, event);
      case 'b':
      case 'e':
        return this.#span(ph, ts, name, `${String(pid)} ${text(event, 'cat')} ${id(event)}`);
      case 's':
      case 't':
      case 'f':
        return this.#flow(ph, `${text(event, 'cat')} ${name} ${id(event)}`, open, event);
      default:
        throw new Error('A run has no such event.');
    }
  }

  end(): ReadTrace {
    for (const [key, open] of this.#spans) {
      if (open.length > 0) throw new Error(`The span ${key} does not end.`);
    }
    for (const key of this.#read.flows.keys()) {
      if (!this.#flowsDone.has(key)) throw new Error(`The flow ${key} does not end.`);
    }
    return this.#read;
  }

  #metadata(name: string, pid: number, tid: number, { args }: Fields): void {
    const value = (args as Fields | undefined) ?? {};
    if (name === 'process_name') this.#read.processes.set(pid, text(value, 'name'));
    else if (name === 'thread_name') {
      this.#read.threads.set(`${String(pid)} ${String(tid)}`, text(value, 'name'));
    } else if (name === 'process_sort_index') whole(value, 'sort_index');
    else throw new Error('No such metadata.');
  }

  #openAt(thread: string, ts: number): Slice[] {
    const open = (this.#open.get(thread) ?? []).filter(({ to }) => to > ts);
    this.#open.set(thread, open);
    return open;
  }

  #counter(key: string, ts: number, { args }: Fields): void {
    const values = Object.entries((args as Fields | undefined) ?? {});
    if (values.length === 0) throw new Error('It counts nothing.');
    for (const [series, value] of values) {
      if (typeof value !== 'number') throw new Error(`${series} is no number.`);
    }
    const all = this.#read.counters.get(key) ?? [];
    all.push({ ts, values: Object.fromEntries(values) as Record<string, number> });
    this.#read.counters.set(key, all);
  }

  #span(ph: 'b' | 'e', ts: number, name: string, key: string): void {
    const open = this.#spans.get(key) ?? [];
    this.#spans.set(key, open);
    if (ph === 'b') return void open.push({ name, ts });
    const begun = open.pop();
    if (begun?.name !== name) throw new Error('It ends what has not begun.');
    const cat = key.split(' ').slice(1, -1).join(' ');
    this.#read.spans.push({ name, cat, from: begun.ts, to: ts });
  }

  #flow(ph: 's' | 't' | 'f', key: string, open: readonly Slice[], { bp }: Fields): void {
    const around = open.at(-1);
    if (!around) throw new Error('It is bound to no slice.');
    const flow = this.#read.flows.get(key);
    if ((ph === 's') === (flow !== undefined)) throw new Error('A flow begins once.');
    if (this.#flowsDone.has(key)) throw new Error('Its flow has ended.');
    if (ph === 'f' && bp !== 'e') throw new Error('It would be bound to the next slice.');
    this.#read.flows.set(key, [...(flow ?? []), around]);
    if (ph === 'f') this.#flowsDone.add(key);
  }
}

function text(fields: Fields, key: string): string {
  const value = fields[key];
  if (typeof value !== 'string' || value === '') throw new Error(`${key} is no text.`);
  return value;
}

function finite(fields: Fields, key: string): number {
  const value = fields[key];
  if (typeof value !== 'number' || !(value >= 0) || value === Infinity) throw new Error(`${key}.`);
  return value;
}

function whole(fields: Fields, key: string): number {
  const value = finite(fields, key);
  if (!Number.isInteger(value) || value > 2 ** 32 - 1) throw new Error(`${key} is not whole.`);
  return value;
}

const id = (fields: Fields): string => {
  const value = text(fields, 'id');
  return value.replaceAll(' ', '_');
};
