import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Preferences } from '../../../electron/ipc/contract';
import type { CameraChoice } from '../../../model/camera/types';
import { messageOf } from '../../../model/message-of';

/** What is known of the cameras of this computer. */
export type Found =
  | { is: 'unknown' }
  | { is: 'looking' }
  | { is: 'listed'; names: readonly string[] }
  | { is: 'failed'; detail: string };

export interface PickerState {
  open: boolean;
  /** Whether our window may use cameras; null until that has been read. */
  permission: Preferences['camera'] | null;
  /** Our own question is on the screen. */
  asking: boolean;
  found: Found;
  chosen: CameraChoice;
}

/** What the picker needs of the window. */
export interface PickerParts {
  permission(): Promise<Preferences['camera']>;
  /** Takes a no down, or has main ask for a yes; what holds then. */
  consent(wanted: boolean): Promise<Preferences['camera']>;
  /** Names of the cameras. */
  list(): Promise<readonly string[]>;
  /** The camera that is the source now; null when none is. */
  current(): CameraChoice | null;
  /** The camera that was asked for last, whether it could be used or not. */
  last(): CameraChoice | null;
  /** Makes it the source. */
  use(choice: CameraChoice): void;
}

export interface Picker {
  readonly store: StoreApi<PickerState>;
  open(): Promise<void>;
  close(): void;
  choose(choice: CameraChoice): void;
  /** Puts our question. */
  ask(): void;
  /** The answer to it, which is kept. */
  answer(allowed: boolean): Promise<void>;
  /** Looks for cameras, if that is allowed; of several looks the newest counts. */
  look(): Promise<void>;
  /** Uses what is chosen, and closes. */
  use(): void;
  /** Tries what was asked for last once more; puts our question first where it has not been answered with yes. */
  again(): Promise<void>;
}

export const TEST_PICTURE: CameraChoice = { kind: 'test' };

/** The choice of a camera: what there is, whether it may be used, what is chosen. */
export function createPicker(parts: PickerParts): Picker {
  const store = createStore<PickerState>()(() => ({
    open: false,
    permission: null,
    asking: false,
    found: { is: 'unknown' },
    chosen: TEST_PICTURE,
  }));
  const { setState: set, getState: get } = store;
  let looks = 0;

  async function look(): Promise<void> {
    if (get().permission !== 'allowed') return;
    const mine = ++looks;
    // A list that is merely looked at again stays on the screen.
    if (get().found.is !== 'listed') set({ found: { is: 'looking' } });
    const found = await listed(parts);
    if (mine !== looks) return;
    set({ found, chosen: stillThere(get().chosen, found) });
  }
  async function open(): Promise<void> {
    set({ open: true, asking: false, chosen: parts.current() ?? TEST_PICTURE });
    set({ permission: await parts.permission() });
    await look();
  }
  function use(): void {
    set({ open: false });
    parts.use(get().chosen);
  }

  return {
    store,
    open,
    look,
    use,
    close: () => set({ open: false }),
    choose: (chosen) => set({ chosen }),
    ask: () => set({ asking: true }),
    async answer(allowed) {
      const permission = await parts.consent(allowed);
      set({ asking: false, permission });
      await look();
    },
    async again() {
      const wanted = parts.last() ?? TEST_PICTURE;
      const may = wanted.kind === 'test' || (await parts.permission()) === 'allowed';
      if (may) return parts.use(wanted);
      await open();
      set({ asking: true, chosen: wanted });
    },
  };
}

async function listed(parts: PickerParts): Promise<Found> {
  try {
    return { is: 'listed', names: await parts.list() };
  } catch (error) {
    return { is: 'failed', detail: messageOf(error) };
  }
}

/** A camera that has been pulled out cannot stay chosen. */
function stillThere(chosen: CameraChoice, found: Found): CameraChoice {
  if (chosen.kind === 'test' || found.is !== 'listed') return chosen;
  return found.names.includes(chosen.name) ? chosen : TEST_PICTURE;
}
