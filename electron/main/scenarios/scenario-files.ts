import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CurveOf } from '../../../model/link/types';
import type { Texts } from '../../../model/scenario/types';
import type { OpenedScenario } from '../../ipc/scenario-requests';
import { appFolder, unpacked } from '../../media/app-folder';
import { readScenarioFile } from '../../scenarios/scenario-file';

/** A file that is written in parts is read once it has been left alone so long, ms. */
const SETTLE_MS = 150;

const ENDING = '.yaml';

/** The folder of the scenarios that come with the app. */
const bundledFolder = (): string => unpacked(join(appFolder(), 'assets', 'scenarios'));

interface ScenarioFilesParts {
  curveOf: CurveOf;
  /** Hears of a scenario that has been read: the window may open what it names. */
  opened: (scenario: OpenedScenario) => void;
  /** Hears of the file that is followed, after each change of it. */
  changed: (scenario: OpenedScenario) => void;
}

/** Reads the scenarios of one window, and follows the file of the one that is open. */
export class ScenarioFiles {
  #watcher: FSWatcher | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: ScenarioFilesParts) {}

  /** Those that come with the app, by their titles. */
  bundled(): { id: string; title: Texts }[] {
    return readdirSync(bundledFolder())
      .filter((file) => file.endsWith(ENDING))
      .flatMap((file) => {
        const read = this.#read(join(bundledFolder(), file));
        if (!read.ok) return [];
        return [{ id: file.slice(0, -ENDING.length), title: read.scenario.title }];
      });
  }

  /** Opens one that comes with the app; nobody changes it. */
  openBundled(id: string): OpenedScenario {
    this.close();
    return this.#open(join(bundledFolder(), `${id}${ENDING}`));
  }

  /** Opens a person's own, and follows its file. */
  open(path: string): OpenedScenario {
    this.close();
    const absolute = resolve(path);
    this.#follow(absolute);
    return this.#open(absolute);
  }

  /** Follows no file any more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#watcher?.close();
    this.#watcher = null;
  }

  #open(path: string): OpenedScenario {
    const read = this.#read(path);
    this.parts.opened(read);
    return read;
  }

  #read(path: string): OpenedScenario {
    const read = readScenarioFile(path, this.parts.curveOf);
    const name = basename(path);
    if (read.ok) return { ok: true, name, scenario: read.scenario };
    return { ok: false, name, problems: read.problems, lines: read.lines };
  }

  /** By its folder: editors put a new file in the place of the old one. */
  #follow(path: string): void {
    const look = (): void => this.parts.changed(this.#open(path));
    try {
      this.#watcher = watch(dirname(path), (_event, file) => {
        if (file !== basename(path)) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(look, SETTLE_MS);
      });
      this.#watcher.on('error', () => this.close());
    } catch {
      // A folder that cannot be watched: the scenario runs all the same.
      this.#watcher = null;
    }
  }
}
