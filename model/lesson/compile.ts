import { GATHER_BYTES } from '../box/gather';
import { lanesOf } from '../delivery/rules';
import { LANES } from '../delivery/types';
import type { CurveOf } from '../link/types';
import { compile as compileScenario } from '../scenario/compile';
import type { ScenarioFile } from '../scenario/schema';
import type { ScenarioProblem } from '../scenario/types';
import type { YamlMap } from '../yaml-file/parse-yaml';
import type { Block, Section } from './markdown';
import { dimensionOf, parseValue, type Condition, type Measure } from './measure';
import type { LessonFileStep, LessonHead, Question, RunPart, ServerRunPart } from './schema';
import type {
  KnownMeasure,
  Lesson,
  LessonProblem,
  LessonQuestion,
  LessonRun,
  LessonStep,
  ServerRun,
} from './types';

/** A section whose YAML was read. */
export interface ReadStep {
  section: Section;
  step: LessonFileStep;
  map: YamlMap;
}

type Path = readonly PropertyKey[];
type Refuse = (code: LessonProblem['code'], path: Path, params?: Record<string, string>) => void;

/** A server's run ends by then, ms, where the lesson does not say when. */
const USUAL_UNTIL_MS = 15_000;

/** What a file's schema cannot say of it: which of its parts go together. The lesson, or every problem at once. */
export function compileLesson(
  head: LessonHead,
  headMap: YamlMap,
  read: readonly ReadStep[],
  curveOf: CurveOf,
): { lesson: Lesson } | { problems: LessonProblem[] } {
  const problems: LessonProblem[] = [];
  const runs = new Map<string, LessonRun>();
  const refuseIn =
    ({ map }: ReadStep): Refuse =>
    (code, path, params = {}) =>
      problems.push({ ...map.at(path), code, params });
  const resolved = read.map((part) =>
    runPartsOf(part.step).map(({ run, path }): LessonRun => {
      const refuse = refuseIn(part);
      const place = (at: Path): { line: number; column: number } =>
        has(part.map.value, [...path, ...at])
          ? part.map.at([...path, ...at])
          : headMap.at(['scenario', ...at]);
      const made = runOf(head, run, {
        curveOf,
        at: place,
        refuse: (code, at, params) => refuse(code, [...path, ...at], params),
        problem: (problem) => problems.push(problem),
      });
      if (runs.has(run.name)) refuse('twoRuns', [...path, 'name'], { name: run.name });
      runs.set(run.name, made);
      return made;
    }),
  );
  const steps = read.map((part, i): LessonStep => {
    const own = resolved[i] ?? [];
    const refuse = refuseIn(part);
    const names = new Names(runs, own.length === 1 ? (own[0]?.name ?? null) : null, refuse);
    checkFigures(part.section.blocks, (found, line) =>
      names.known(found, (code, _path, params = {}) =>
        problems.push({ line, column: 1, code, params }),
      ),
    );
    const { title, line, blocks } = part.section;
    return { title, line, text: blocks, ...stepOf(part.step, own, names) };
  });
  if (problems.length > 0) return { problems };
  const { title, question, minutes, language = 'en', room, picture = null, words = {} } = head;
  const terms = Object.entries(words).map(([term, means]) => ({ term, means }));
  return { lesson: { title, question, minutes, language, room, picture, words: terms, steps } };
}

function runPartsOf(step: LessonFileStep): { run: RunPart; path: Path }[] {
  if (step.step === 'run') return step.runs.map((run, i) => ({ run, path: ['runs', i] }));
  return 'run' in step ? [{ run: step.run, path: ['run'] }] : [];
}

/** The body of a step of its kind. */
function stepOf(
  step: LessonFileStep,
  runs: LessonRun[],
  names: Names,
): DistributiveOmit<LessonStep, 'title' | 'line' | 'text'> {
  const [run] = runs;
  const besides = 'beside' in step ? step.beside : undefined;
  const beside = (besides ?? []).flatMap((each, i) => names.known(each, names.at(['beside', i])));
  switch (step.step) {
    case 'read':
      return { kind: 'read' };
    case 'hook':
      return { kind: 'hook', run: required(run) };
    case 'predict':
      return { kind: 'predict', questions: questionsOf(step.questions, names) };
    case 'see':
      return { kind: 'see', questions: questionsOf(step.questions, names), beside };
    case 'why':
      return { kind: 'why', ask: step.ask, beside };
    case 'end':
      return { kind: 'end', beside };
    case 'run':
      for (const [i, each] of step.runs.entries()) {
        const claims = each.claims ?? [];
        const made = required(runs[i]);
        made.claims = claims.flatMap((claim, c) =>
          names.condition(claim, names.at(['runs', i, 'claims', c]), made.name),
        );
      }
      return { kind: 'run', runs, beside };
    case 'try':
      if (step.controls.includes('path') !== (step.paths !== undefined)) {
        names.at(['controls'])('noPaths', []);
      }
      return {
        ...{ kind: 'try', run: required(run), controls: step.controls, beside },
        paths: step.paths ?? [],
        goal: step.goal.flatMap((each, i) =>
          names.condition(each, names.at(['goal', i]), run?.name),
        ),
      };
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A step of this kind has a run: its schema says so. */
function required(run: LessonRun | undefined): LessonRun {
  if (!run) throw new Error('A step that runs has no run.');
  return run;
}

/** Which runs, lanes and clients there are, for whatever names one. */
class Names {
  constructor(
    private readonly runs: ReadonlyMap<string, LessonRun>,
    private readonly own: string | null,
    private readonly refuse: Refuse,
  ) {}

  /** Where a problem of the value at this path is told. */
  at(path: Path): Refuse {
    return (code, _path, params) => this.refuse(code, path, params);
  }

  /** The run of this name; without one the step's own, or the lesson's only one. */
  run(named: string | null, refuse: Refuse): LessonRun | null {
    const only = this.runs.size === 1 ? [...this.runs.keys()][0] : undefined;
    const name = named ?? this.own ?? only;
    if (name === undefined) {
      refuse('whichRun', [], { names: [...this.runs.keys()].join(', ') });
      return null;
    }
    const run = this.runs.get(name);
    if (!run) refuse('noRun', [], { name, names: [...this.runs.keys()].join(', ') });
    return run ?? null;
  }

  known(measure: Measure, refuse: Refuse, own: string | null = null): KnownMeasure[] {
    const run = this.run(measure.run ?? own, refuse);
    if (!run) return [];
    if (!isPartOf(measure, run)) {
      const code = LANES.some((each) => each === measure.subject) ? 'noLane' : 'noClient';
      refuse(code, [], { name: measure.subject, run: run.name });
      return [];
    }
    return [{ ...measure, run: run.name }];
  }

  condition(condition: Condition, refuse: Refuse, own: string | null = null): Condition[] {
    const [left] = this.known(condition.left, refuse, own);
    if (!left) return [];
    if ('value' in condition.right) return [{ ...condition, left }];
    const [right] = this.known(condition.right, refuse, own);
    return right ? [{ ...condition, left, right }] : [];
  }
}

function isPartOf({ subject }: Measure, { scenario, server }: LessonRun): boolean {
  if (scenario) return lanesOf(scenario.settings).some((lane) => lane === subject);
  return server?.clients.some(({ name }) => name === subject) === true;
}

function questionsOf(asked: Record<string, Question>, names: Names): LessonQuestion[] {
  return Object.entries(asked).flatMap(([id, question]): LessonQuestion[] => {
    const path = ['questions', id];
    const { ask, choose, number, draw, check = {} } = question;
    if (choose) {
      for (const option of Object.keys(check)) {
        if (Object.hasOwn(choose, option)) continue;
        const params = { name: option, names: Object.keys(choose).join(', ') };
        names.at([...path, 'check', option])('noOption', [], params);
      }
      const options = Object.entries(choose).map(([option, words]) => {
        const own = Object.hasOwn(check, option) ? check[option] : undefined;
        const [known] = own ? names.condition(own, names.at([...path, 'check', option])) : [];
        return { id: option, words, check: known ?? null };
      });
      return [{ id, ask, kind: 'choose', options }];
    }
    if (number) {
      const refuse = names.at([...path, 'number']);
      const [measure] = names.known(number.measure, refuse);
      const max = parseValue(number.max, dimensionOf(number.measure));
      if (max === null || max <= 0) {
        const params = { key: 'max', expected: 'amount', found: number.max };
        names.at([...path, 'number', 'max'])('expected', [], params);
      }
      return measure ? [{ id, ask, kind: 'number', measure, max: max ?? 0 }] : [];
    }
    if (!draw) return [];
    const refuse = names.at([...path, 'draw']);
    const run = names.run(draw.run ?? null, refuse);
    if (draw.to <= draw.from) names.at([...path, 'draw', 'to'])('backwards', []);
    if (!run) return [];
    if (!run.scenario || !lanesOf(run.scenario.settings).includes(draw.lane)) {
      refuse('noLane', [], { name: draw.lane, run: run.name });
    }
    if (draw.to > (run.scenario?.settings.untilMs ?? Infinity)) {
      names.at([...path, 'draw', 'to'])('beyondRun', [], { run: run.name });
    }
    return [{ ...draw, id, ask, kind: 'draw', run: run.name }];
  });
}

interface RunContext {
  curveOf: CurveOf;
  at: (path: Path) => { line: number; column: number };
  refuse: Refuse;
  problem: (problem: LessonProblem) => void;
}

function runOf(head: LessonHead, part: RunPart, context: RunContext): LessonRun {
  const { name, title = '', server, media, methods, settings, link, seed } = part;
  const own = { media, methods, settings, link, seed };
  const made = { name, title, claims: [] };
  if (head.room === 'server') {
    if (Object.values(own).some((value) => value !== undefined))
      context.refuse('roomOfRun', [], { room: 'server' });
    const run = serverRunOf(head.server, server);
    if (run.clients.length === 0) context.refuse('noClients', ['name']);
    return { ...made, scenario: null, server: run };
  }
  if (server) context.refuse('roomOfRun', ['server'], { room: 'compare' });
  return { ...made, scenario: scenarioOf(head, own, context), server: null };
}

function scenarioOf(
  { scenario = {} }: LessonHead,
  own: Pick<RunPart, 'media' | 'methods' | 'settings' | 'link' | 'seed'>,
  { curveOf, at, problem }: RunContext,
): LessonRun['scenario'] {
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  const file: ScenarioFile = {
    ...{ title: 'lesson', steps: [], ...scenario, ...given },
    settings: { ...scenario.settings, ...own.settings },
  };
  const compiled = compileScenario(file, { at, curveOf });
  if ('scenario' in compiled) {
    const { media, settings, link, seed } = compiled.scenario;
    return { media, settings, link, seed };
  }
  for (const each of compiled.problems) problem(asLessonProblem(each));
  return null;
}

/** What cannot be said of a run is what cannot be said of a scenario. */
function asLessonProblem({ line, column, code, params }: ScenarioProblem): LessonProblem {
  if (code === 'settings') return { line, column, code: 'settings', params };
  return { line, column, code: 'run', params: { ...params, why: code } };
}

function serverRunOf(head: ServerRunPart = {}, own: ServerRunPart = {}): ServerRun {
  const { model = 'sync', seats = 1, watchdog, box, clients = {}, until } = { ...head, ...own };
  const all = Object.entries(clients).map(([name, client]) => ({ name, ...client }));
  return {
    ...{ model, seats, watchdogMs: watchdog ?? null },
    box: box ? boxOf(box) : null,
    clients: all,
    untilMs: until ?? USUAL_UNTIL_MS,
  };
}

function boxOf({ gather, gzip, header }: NonNullable<ServerRunPart['box']>): ServerRun['box'] {
  const way = gzip ? 'gzip' : gather === undefined ? 'pass' : 'gather';
  return { way, gatherBytes: gather ?? GATHER_BYTES.usual, honours: header === true };
}

function has(value: unknown, path: Path): boolean {
  let found = value;
  for (const part of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return false;
    found = (found as Record<PropertyKey, unknown>)[part];
  }
  return true;
}

/** Figures in a text name a run and what is in it, too. */
function checkFigures(
  blocks: readonly Block[],
  check: (measure: Measure, line: number) => KnownMeasure[],
): void {
  for (const block of blocks) {
    const inlines =
      block.kind === 'list' ? block.items.flat() : block.kind === 'paragraph' ? block.inlines : [];
    for (const inline of inlines) {
      if (inline.kind !== 'figure') continue;
      const [known] = check(inline.measure, inline.line);
      if (known) inline.measure = known;
    }
  }
}
