/** What is held over the window; null when nothing is. */
export type DropState = { items: number } | null;

interface DropListener {
  onState: (state: DropState) => void;
  /** The first of the files that were dropped, and all of them. */
  onFile: (file: File, all: readonly File[]) => void;
}

/** Follows files dragged over a page and dropped on it; everything else dropped is kept from navigating. */
export function followDrops(page: EventTarget, { onState, onFile }: DropListener): () => void {
  /** Enter and leave come for every element that is crossed. */
  let depth = 0;
  const enter = (event: Event): void => {
    event.preventDefault();
    const items = filesIn(event);
    if (items === 0) return;
    depth += 1;
    onState({ items });
  };
  const over = (event: Event): void => {
    event.preventDefault();
    const transfer = transferOf(event);
    if (transfer) transfer.dropEffect = filesIn(event) > 0 ? 'copy' : 'none';
  };
  const leave = (event: Event): void => {
    if (filesIn(event) === 0) return;
    depth = Math.max(0, depth - 1);
    if (depth === 0) onState(null);
  };
  const drop = (event: Event): void => {
    event.preventDefault();
    depth = 0;
    onState(null);
    const all = [...(transferOf(event)?.files ?? [])];
    const [file] = all;
    if (file) onFile(file, all);
  };
  const listeners = { dragenter: enter, dragover: over, dragleave: leave, drop };
  for (const [name, listener] of Object.entries(listeners)) page.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners))
      page.removeEventListener(name, listener);
  };
}

const transferOf = (event: Event): DataTransfer | null =>
  'dataTransfer' in event ? (event.dataTransfer as DataTransfer | null) : null;

/** How many files are held; their names are not known before they are dropped. */
function filesIn(event: Event): number {
  const transfer = transferOf(event);
  if (!transfer?.types.includes('Files')) return 0;
  return Math.max(1, [...transfer.items].filter(({ kind }) => kind === 'file').length);
}
