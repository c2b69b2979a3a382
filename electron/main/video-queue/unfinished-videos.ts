import { stat } from 'node:fs/promises';
import type { BrokenOffVideo } from '../../ipc/video';
import type { Recovery, UnfinishedVideo } from '../../ipc/video-queue-requests';
import { say } from '../../words';
import type * as BrokenOff from '../video/broken-off';
import type { JournalEntry, VideoJournal } from './video-journal';
import type { VideoQueue } from './video-queue';

/** What is left of a video: its entry in the journal, what was drawn of it, or both. */
interface Left {
  id: string;
  entry: JournalEntry | null;
  broken: BrokenOffVideo | null;
}

/** Videos that an earlier process has not finished: each is offered once, then it is as a person says. */
export class UnfinishedVideos {
  #left: Map<string, Left> | null = null;

  constructor(
    private readonly journal: VideoJournal,
    private readonly queue: VideoQueue,
    private readonly brokenOff: () => Promise<typeof BrokenOff>,
  ) {}

  /** Those that nobody has decided about; what an earlier start has offered is let go. */
  async offer(): Promise<UnfinishedVideo[]> {
    this.#left ??= await this.#find();
    return [...this.#left.values()].map(({ id, entry, broken }) => ({
      id,
      title: entry?.title ?? broken?.title ?? '',
      file: entry?.file ?? broken?.file ?? '',
      bytes: broken?.bytes ?? null,
      again: entry !== null,
    }));
  }

  /**
   * Does with one as it is said; the file of one that is kept and stands in no queue, else null. Throws a sentence when
   * it is none that is offered.
   */
  async recover(id: string, how: Recovery): Promise<string | null> {
    const left = this.#left?.get(id);
    if (!left) throw new Error(say('videoExport.refused.gone'));
    const { entry, broken } = left;
    let kept: string | null = null;
    switch (how) {
      case 'finish':
        await this.#finish(left);
        break;
      case 'keep':
        kept = await this.#keep(left);
        break;
      case 'delete':
        if (broken) await (await this.brokenOff()).deleteBrokenOff(this.journal.notes, broken.id);
        if (entry) await this.journal.forget(entry.id);
        break;
      case 'leave':
        await this.#letGo(left);
    }
    this.#left?.delete(id);
    return kept;
  }

  /** What was drawn goes, and the video is drawn anew. */
  async #finish({ entry, broken }: Left): Promise<void> {
    if (!entry) throw new Error(say('videoExport.refused.noRun'));
    const log = await this.journal.logOf(entry.id);
    if (broken) await (await this.brokenOff()).deleteBrokenOff(this.journal.notes, broken.id);
    const { title, file, force, pictures, options } = entry;
    await this.queue.add({ title, file, force, pictures, options }, log);
    await this.journal.forget(entry.id);
  }

  async #keep({ entry, broken }: Left): Promise<string | null> {
    if (!broken) return null;
    const { keepBrokenOff } = await this.brokenOff();
    const result = await keepBrokenOff(this.journal.notes, broken.id);
    if (!entry) return result.file;
    const log = await this.journal.logOf(entry.id).catch(() => null);
    const { title, pictures, options } = entry;
    const rescued = { title, file: result.file, force: false, pictures, options };
    this.queue.addRescued(rescued, result, log);
    await this.journal.forget(entry.id);
    return null;
  }

  async #letGo({ entry, broken }: Left): Promise<void> {
    if (broken) await (await this.brokenOff()).forgetBrokenOff(this.journal.notes, broken.id);
    if (entry) await this.journal.forget(entry.id);
  }

  async #find(): Promise<Map<string, Left>> {
    const { journal } = this;
    const entries = await journal.left();
    // What draws videos is loaded only where one was drawn.
    const drawn = await stat(journal.notes).then(
      () => true,
      () => false,
    );
    const broken = drawn ? await (await this.brokenOff()).listBrokenOff(journal.notes) : [];
    const all: Left[] = entries.map((entry) => ({
      id: entry.id,
      entry,
      broken: broken.find(({ file }) => file === entry.file) ?? null,
    }));
    for (const each of broken) {
      if (!all.some((left) => left.broken === each)) {
        all.push({ id: each.id, entry: null, broken: each });
      }
    }
    const before = await journal.offered();
    const fresh = all.filter(({ id }) => !before.has(id));
    for (const left of all) if (before.has(left.id)) await this.#letGo(left).catch(console.error);
    if (all.length > 0) await journal.offer(fresh.map(({ id }) => id)).catch(console.error);
    return new Map(fresh.map((left) => [left.id, left]));
  }
}
