import { STAMP_CELL, STAMP_CELLS, stampOf } from '../../model/video/frame-stamp';

/** Puts the cells of a stamp on the page; returns the way to set their number. */
export function addStamp(): (frame: number) => void {
  const row = document.createElement('div');
  row.className = 'frame-stamp';
  row.style.setProperty('--cell', `${String(STAMP_CELL / devicePixelRatio)}px`);
  const cells = Array.from({ length: STAMP_CELLS }, () => document.createElement('i'));
  row.append(...cells);
  document.body.append(row);
  return (frame) => {
    stampOf(frame).forEach((bit, i) => {
      const cell = cells[i];
      if (cell) cell.dataset['bit'] = String(bit);
    });
  };
}
