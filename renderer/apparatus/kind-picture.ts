import type { ComponentType } from 'react';
import type { FiguresAt } from '../../model/run/figures-at';
import type { LaneLog } from '../../model/run/schema';
import type { LaneFrame } from '../../model/run/frame';
import { KindTable } from '../../model/source/kind-table';
import type { LaneView } from './lane-view';

/** What a stage of a lane is drawn from. */
export interface StageProps {
  view: LaneView;
}

/** What a player says in place of a picture: one large line and one small one. */
export interface PlayerNote {
  big: string;
  small: string;
}

/** What a tile is worth, and the chunk when it is another size; the chunk gives way in a narrow window. */
export interface LegendWords {
  tile: string;
  chunk: string;
}

/** How the client buffer of a lane that holds little is measured out: ten rows of `cols` tiles. */
export interface BufferScale {
  cols: number;
  /** Tiles that may ever be held, drawn pale. */
  room: number;
  /** Tiles that are held at the moment of a frame. */
  tiles: (frame: LaneFrame) => number;
}

/** How a figure reads: as it is, as something bad, or as not measured yet. */
export type Tone = 'plain' | 'bad' | 'none';

/** One figure of a lane. */
export interface LaneFigure {
  name: string;
  title: () => string;
  /** What it says at a moment; null until something has been measured. */
  value: (frame: LaneFrame, at: FiguresAt, view: LaneView, log: LaneLog) => string | null;
  tone?: (frame: LaneFrame, at: FiguresAt) => Tone;
}

/** A chunk that crosses the link. */
export interface ChunkOnLink {
  /** How much of it has been sent, [0, 1). */
  share: number;
  /** How much larger than others it is drawn; 1 for the usual size. */
  scale: number;
  /** It stands out, as a key frame does. */
  marked: boolean;
}

/** Everything in which the picture of one kind of source differs from another's; FILE_PICTURE is that of most. */
export interface KindPicture {
  /** Over the first column. */
  sourceTitle: () => string;
  /** Over so many lanes, for the back row. */
  presenterTitle: (lanes: number) => string;
  /** The first stage: where it all comes from. */
  Source: ComponentType<StageProps>;
  /** It is a file: another one gets round an error in it. */
  isFile: boolean;
  /** What the method does with it. */
  how: (view: LaneView) => string;
  /** What its seconds are seconds of. */
  what: (view: LaneView) => string;
  legend: (view: LaneView) => LegendWords;
  /** What the server holds, when it holds so many bytes. */
  held: (bytes: number, view: LaneView) => string;
  /** Nothing on the link between two chunks is no news. */
  comesSingly: boolean;
  /** Tiles of a stage that stand out at a moment, such as those with a key frame; absent where none ever do. */
  markedTiles?: (stage: 'memory' | 'buffer', frame: LaneFrame, view: LaneView) => readonly number[];
  /** The chunk on the link, where chunks differ in size; null while none is. */
  chunkOnLink?: (frame: LaneFrame, view: LaneView) => ChunkOnLink | null;
  /** Under the lane's name, what is measured of it at a moment; empty where nothing is. */
  details?: (frame: LaneFrame) => string;
  /** Beside the link, unless that is held back. */
  linkNote: (frame: LaneFrame, view: LaneView, running: boolean) => string;
  bufferScale: (view: LaneView) => BufferScale;
  /** The ruler and the marks beside the client buffer. */
  BufferMarks: ComponentType<StageProps>;
  /** What a lane that holds little may hold at most, or means to. */
  most: (view: LaneView) => string;
  /** The player shows a picture of it. */
  hasPicture: (view: LaneView) => boolean;
  /** In place of the picture, before playback starts. */
  waiting: (frame: LaneFrame, view: LaneView) => PlayerNote;
  /** In place of the picture, from then on; null where there is something to be seen. */
  playing: (frame: LaneFrame, view: LaneView) => PlayerNote | null;
  /** Why a recorded run has no picture of it any more. */
  notShown: () => string;
  /** Over the picture, what a person may choose; null when there is nothing. */
  Prompt: ComponentType<StageProps> | null;
  /** The position bar: what is played and received, per cent of its length, and that in words. */
  bar: (frame: LaneFrame, view: LaneView) => { played: number; received: number };
  barLabel: (frame: LaneFrame, view: LaneView) => string;
  /** The figures behind the memory; a small window shows the first two. */
  figures: readonly LaneFigure[];
}

/** The pictures of all kinds of sources; `renderer/source-kinds` adds them. */
export const KIND_PICTURES = new KindTable<KindPicture>();

/** How the source of a lane is drawn. */
export const pictureOf = ({ media }: Pick<LaneView, 'media'>): KindPicture =>
  KIND_PICTURES.of(media);
