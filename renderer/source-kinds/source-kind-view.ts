import type { ComponentType } from 'react';
import { KIND_PLAYING, type KindPlaying } from '../live/kind-playing';
import { KIND_REPORTS, type KindReport } from '../report/kind-report';
import { KIND_WORDS, type KindWords } from '../source/kind-words';
import { KindTable } from '../../model/source/kind-table';
import { addDrawnKind, type DrawnKind } from './drawn-kind';

/** All that the window shows and tells of one kind of source; the rules and the log of it are in `model/source`. */
export interface SourceKindView extends DrawnKind {
  report: KindReport;
  playing: KindPlaying;
  words: KindWords;
  /** What a person sets of it; null where the sizes of files are set. */
  Settings: ComponentType | null;
}

/** The views of all kinds of sources. */
export const SOURCE_KIND_VIEWS = new KindTable<SourceKindView>();

/** Hands every part of the window what it draws and tells of this kind. */
export function addSourceKind(view: SourceKindView): void {
  SOURCE_KIND_VIEWS.add(view.id, view);
  addDrawnKind(view);
  KIND_REPORTS.add(view.id, view.report);
  KIND_PLAYING.add(view.id, view.playing);
  KIND_WORDS.add(view.id, view.words);
}
