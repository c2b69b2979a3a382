import { constants, readdirSync, watch, type FSWatcher } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import {
  isLanguageFolder,
  LESSON_ENDING,
  lessonNameOf,
  OWN_LESSON,
} from '../../../model/lesson/file-name';
import type { CurveOf } from '../../../model/link/types';
import { isScenarioFile } from '../../../model/scenario/file-name';
import { isProfileFile } from '../../../model/profile/schema';
import type { OwnLesson, OwnLessonList, OwnScenario } from '../../ipc/own-lesson-requests';
import { appFolder, unpacked } from '../../media/app-folder';
import { readScenarioFile } from '../../scenarios/scenario-file';
import { say } from '../../words';
import type { LessonFiles } from './lesson-files';
import type { PackedLessons } from './packed-lessons';

/** A file that is written in parts is read once it has been left alone so long, ms. */
const SETTLE_MS = 150;

/** More lessons and scenarios than these of one folder are not read; it is said. */
const MAX_FILES = 200;

interface OwnLessonsParts {
  files: LessonFiles;
  packed: PackedLessons;
  curveOf: CurveOf;
  /** The folder that the person has chosen; null for none. */
  folder: () => string | null;
  /** Hears of each file that the window may open. */
  names: (path: string) => void;
  changed: () => void;
}

/** The lessons and scenarios of the folder that a teacher has chosen, and the lessons that came with their media. */
export class OwnLessons {
  #watchers: FSWatcher[] = [];
  #watched: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: OwnLessonsParts) {}

  /** All of them as they are now; their files are followed from here on. */
  list(language: string): OwnLessonList {
    const folder = this.parts.folder();
    this.#follow(folder);
    const packed = this.parts.packed.list(language);
    if (folder === null) return { folder, problem: null, lessons: packed, scenarios: [] };
    let files: string[];
    try {
      files = readdirSync(folder).sort().filter(isRead);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      const problem = say('ownLessons.folderGone', { path: folder, code });
      return { folder, problem, lessons: packed, scenarios: [] };
    }
    const left = Math.max(0, files.length - MAX_FILES);
    files = files.slice(0, MAX_FILES);
    const lessons = files.filter(isLessonOfFolder).map((file): OwnLesson => {
      const id = `${OWN_LESSON}${lessonNameOf(file)}`;
      return { ...this.parts.files.listed(id, { folder, file }, language), file, from: 'folder' };
    });
    const scenarios = files
      .filter((file) => !isLessonOfFolder(file))
      .map((file) => this.#scenario(folder, file));
    // What the folder holds is newer than what was opened of it.
    const others = packed.filter(({ id }) => !lessons.some((each) => each.id === id));
    const problem =
      left > 0 ? say('ownLessons.tooMany', { path: folder, most: MAX_FILES, count: left }) : null;
    return { folder, problem, lessons: [...lessons, ...others], scenarios };
  }

  /** The file of a lesson of the folder; null when the folder holds none of this id. */
  fileOf(id: string): { folder: string; file: string } | null {
    const folder = this.parts.folder();
    const file = `${id.slice(OWN_LESSON.length)}${LESSON_ENDING}`;
    const isName = id.startsWith(OWN_LESSON) && basename(file) === file;
    return folder !== null && isName && has(folder, file) ? { folder, file } : null;
  }

  /** Writes a template under the first name that is free; throws a sentence where it cannot. */
  async write(kind: 'lesson' | 'scenario', language: string): Promise<string> {
    const folder = this.parts.folder();
    if (folder === null) throw new Error(say('ownLessons.noFolder'));
    const from = templateOf(kind, language);
    const name = say(`ownLessons.newName.${kind}`);
    for (let number = 1; ; number += 1) {
      const file = `${number === 1 ? name : `${name}-${String(number)}`}${extname(from)}`;
      try {
        await copyFile(from, join(folder, file), constants.COPYFILE_EXCL);
        return file;
      } catch (error) {
        const { code = '' } = error as NodeJS.ErrnoException;
        if (code !== 'EEXIST') {
          throw new Error(say('ownLessons.cannotWrite', { path: join(folder, file), code }), {
            cause: error,
          });
        }
      }
    }
  }

  /** Follows no file any more. */
  close(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers) watcher.close();
    this.#watchers = [];
    this.#watched = null;
  }

  #scenario(folder: string, file: string): OwnScenario {
    const path = join(folder, file);
    const read = readScenarioFile(path, this.parts.curveOf);
    if (!read.ok) return { file, path, ok: false, problems: read.problems, lines: read.lines };
    this.parts.names(path);
    return { file, path, ok: true, title: read.scenario.title, steps: read.scenario.steps.length };
  }

  /** By its folder and the folders of other languages in it: editors put a new file in the place of the old one. */
  #follow(folder: string | null): void {
    const folders = folder === null ? [] : [folder, ...languageFolders(folder)];
    const key = folders.join('\n');
    if (key === this.#watched) return;
    this.close();
    this.#watched = key;
    for (const each of folders) {
      try {
        const watcher = watch(each, () => {
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => this.parts.changed(), SETTLE_MS);
        });
        // A folder that goes is told by the next list.
        watcher.on('error', () => watcher.close());
        this.#watchers.push(watcher);
      } catch {
        // A folder that cannot be watched: its files are read all the same.
      }
    }
  }
}

/** A Markdown file that is no lesson on purpose. */
const isLessonOfFolder = (file: string): boolean =>
  file.endsWith(LESSON_ENDING) && !/^readme\b/i.test(file);

/** A lesson or a scenario. */
const isRead = (file: string): boolean =>
  isLessonOfFolder(file) || (isScenarioFile(file) && !isProfileFile(file));

function has(folder: string, file: string): boolean {
  try {
    return readdirSync(folder).includes(file);
  } catch {
    return false;
  }
}

function languageFolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((each) => each.isDirectory() && isLanguageFolder(each.name))
      .map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}

function templateOf(kind: 'lesson' | 'scenario', language: string): string {
  const folder = unpacked(join(appFolder(), 'assets', 'templates'));
  const own = has(folder, language) ? language : 'en';
  return join(folder, own, kind === 'lesson' ? 'lesson.md' : 'scenario.yaml');
}
