import type { ComponentType } from 'react';
import { KIND_PICTURES, type KindPicture } from '../apparatus/kind-picture';
import { KIND_CAPTIONS, type KindCaptions } from '../captions/kind-captions';
import { KIND_CHARTS, type LoadCharts } from '../charts/kind-charts';
import { KIND_PLAYING, type KindPlaying } from '../live/kind-playing';
import { KIND_REPORTS, type KindReport } from '../report/kind-report';
import { KIND_WORDS, type KindWords } from '../source/kind-words';
import { KindTable } from '../../model/source/kind-table';

/** All that the window shows and tells of one kind of source; the rules and the log of it are in `model/source`. */
export interface SourceKindView {
  id: string;
  picture: KindPicture;
  captions: KindCaptions;
  charts: LoadCharts;
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
  KIND_PICTURES.add(view.id, view.picture);
  KIND_CAPTIONS.add(view.id, view.captions);
  KIND_CHARTS.add(view.id, view.charts);
  KIND_REPORTS.add(view.id, view.report);
  KIND_PLAYING.add(view.id, view.playing);
  KIND_WORDS.add(view.id, view.words);
}
