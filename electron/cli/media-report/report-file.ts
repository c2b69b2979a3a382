import type { MediaCache } from '../../media/cache';
import { MediaError } from '../../media/media-error';
import { openMedia, type OpenOptions } from '../../media/open-media';
import { kindOf } from '../../../model/source/kinds';
import { say } from '../../words';
import { TreeMemory } from './tree-memory';

/** What opening one file came to. */
export interface FileReport {
  /** Played as it is, remuxed, transcoded, consumed as a kind such as text or bytes, or refused with this code. */
  outcome: string;
  refused: boolean;
  /** What it holds, what was done to it, or why it was refused. */
  words: string;
  seconds: number;
  /** The most memory that the processes which read it had at one moment; null where it cannot be told. */
  peakBytes: number | null;
}

type ReportOptions = Pick<OpenOptions, 'inspector' | 'ffmpeg' | 'signal'> & { cache: MediaCache };

/** Consumption rate of text and bytes, bytes per second: it does not matter here. */
const CONSUME_RATE = 1e6;

/** Opens a file as the app would and says what came of it. */
export async function reportFile(path: string, options: ReportOptions): Promise<FileReport> {
  const began = performance.now();
  const memory = new TreeMemory();
  const result = await open(path, options);
  const peakBytes = memory.stop();
  return { ...result, seconds: (performance.now() - began) / 1000, peakBytes };
}

type Result = Pick<FileReport, 'outcome' | 'refused' | 'words'>;

async function open(path: string, options: ReportOptions): Promise<Result> {
  try {
    const media = await openMedia(path, {
      ...{ as: 'auto', consumeRate: CONSUME_RATE, onProgress: () => undefined },
      ...options,
    });
    await options.cache.release(media.deliveredPath);
    if (kindOf(media).consumed) return { outcome: media.kind, refused: false, words: '' };
    const { container, codecs, prepared } = media;
    const holds = say('mediaReport.holds', { container, codecs: codecs.join(', ') });
    if (!prepared) return { outcome: 'as it is', refused: false, words: holds };
    return { outcome: prepared.how, refused: false, words: `${holds} ${prepared.note}` };
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
    return { outcome: error.code, refused: true, words: error.message };
  }
}
