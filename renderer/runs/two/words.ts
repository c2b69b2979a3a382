import type { Words } from '../../../model/runs/two/two-words';
import { say, sayList } from '../../ui/words';

/** The words of two runs in the window's language. */
export const WORDS: Words = { say, list: sayList };
