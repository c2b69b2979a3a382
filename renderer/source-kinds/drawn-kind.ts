import { KIND_PICTURES, type KindPicture } from '../apparatus/kind-picture';
import { KIND_CAPTIONS, type KindCaptions } from '../captions/kind-captions';
import { KIND_CHARTS, type LoadCharts } from '../charts/kind-charts';

/** What is needed of one kind of source to draw a run of it, wherever that run comes from. */
export interface DrawnKind {
  id: string;
  picture: KindPicture;
  captions: KindCaptions;
  charts: LoadCharts;
}

/** Hands the parts that draw what they draw of this kind. */
export function addDrawnKind({ id, picture, captions, charts }: DrawnKind): void {
  KIND_PICTURES.add(id, picture);
  KIND_CAPTIONS.add(id, captions);
  KIND_CHARTS.add(id, charts);
}
