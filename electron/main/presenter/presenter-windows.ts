import { screen, type BrowserWindow, type Display, type Rectangle } from 'electron';
import type { NotesState, PresenterCommand, PresenterScreens } from '../../ipc/presenter-requests';
import { notify } from '../notify';
import { MIN_SIZE } from '../window/own-page';
import { openNotesWindow } from './notes-window';
import { placementOf, type Placement } from './placement';
import { StagePictures } from './stage-pictures';

/** The stage is the same in every window, down to this, px. */
const MIN_STAGE = { width: 640, height: 360 };

/** What was before presenting began. */
interface Before {
  display: number;
  bounds: Rectangle;
  fullScreen: boolean;
}

/**
 * Where the stage and its notes stand while a window presents. It never takes the stage away: of two screens of which
 * one is pulled out, the stage is on the one that is left.
 */
export class PresenterWindows {
  #before: Before | null = null;
  #swapped = false;
  /** What the person said of the notes; null leaves it to the screens. */
  #asked: boolean | null = null;
  #notes: BrowserWindow | null = null;
  #told: NotesState | null = null;
  #at: Placement | null = null;
  readonly #pictures: StagePictures;
  /** The screen on which the notes stand. */
  #notesAt: number | null = null;
  #count = 1;
  readonly #look = (): void => {
    const { length } = screen.getAllDisplays();
    // What was said of the notes was said of other screens.
    if (length !== this.#count) this.#asked = null;
    this.#place();
  };

  constructor(private readonly window: BrowserWindow) {
    this.#pictures = new StagePictures(window.webContents, (jpeg) => {
      if (this.#notes) notify(this.#notes, 'notes:picture', jpeg);
    });
    window.once('closed', () => this.end());
    // A page that is left or has crashed presents no more.
    window.webContents.on('render-process-gone', () => this.end());
  }

  /** The page of the notes, which may ask for what they show; null while there are none. */
  get notesPage(): Electron.WebFrameMain | null {
    return this.#notes && !this.#notes.isDestroyed() ? this.#notes.webContents.mainFrame : null;
  }

  /** What the notes show, for a page of theirs that has only come; null before they have been told. */
  shown(): NotesState | null {
    this.#pictures.again();
    return this.#told;
  }

  begin(): PresenterScreens {
    if (!this.#before) {
      const bounds = this.window.getBounds();
      const display = screen.getDisplayMatching(bounds).id;
      this.#before = { display, bounds, fullScreen: this.window.isFullScreen() };
      this.window.setMinimumSize(MIN_STAGE.width, MIN_STAGE.height);
      screen.on('display-added', this.#look);
      screen.on('display-removed', this.#look);
      screen.on('display-metrics-changed', this.#look);
    }
    this.#place();
    return this.#screens();
  }

  end(): void {
    const before = this.#before;
    if (!before) return;
    this.#before = null;
    this.#swapped = false;
    this.#asked = null;
    this.#told = null;
    this.#at = null;
    screen.off('display-added', this.#look);
    screen.off('display-removed', this.#look);
    screen.off('display-metrics-changed', this.#look);
    this.#closeNotes();
    if (this.window.isDestroyed()) return;
    this.window.setMinimumSize(MIN_SIZE.width, MIN_SIZE.height);
    if (this.window.isFullScreen() !== before.fullScreen) {
      this.window.setFullScreen(before.fullScreen);
    }
    if (!before.fullScreen) this.window.setBounds(before.bounds);
  }

  swap(): void {
    this.#swapped = !this.#swapped;
    this.#place();
  }

  toggleNotes(): void {
    this.#asked = this.#notes === null;
    this.#place();
  }

  tell(state: NotesState): void {
    this.#told = state;
    if (this.#notes) notify(this.#notes, 'notes:told', state);
  }

  command(command: PresenterCommand): void {
    notify(this.window, 'presenter:command', command);
  }

  /** Puts both where they belong on the screens that there are now. */
  #place(): void {
    const before = this.#before;
    if (!before || this.window.isDestroyed()) return;
    const displays = screen.getAllDisplays();
    this.#count = displays.length;
    const to = placementOf(displays, before.display, this.#swapped);
    if (!to) return;
    const boundsOf = (id: number | null) => displays.find((display) => display.id === id);
    const stage = boundsOf(to.stage);
    // A stage that has a screen of its own fills it; alone on the only one it is as large as it was.
    if (stage && to.notes !== null && to.stage !== this.#at?.stage) this.#fill(stage.bounds);
    if (stage && to.notes === null && this.#at && this.#at.notes !== null) this.#fill(stage.bounds);
    this.#at = to;
    if (this.#asked ?? to.notes !== null) {
      const display = boundsOf(to.notes) ?? stage;
      if (display) this.#showNotes(display);
    } else this.#closeNotes();
    notify(this.window, 'presenter:screens', this.#screens());
  }

  #fill(bounds: Rectangle): void {
    if (this.window.isFullScreen()) this.window.setFullScreen(false);
    this.window.setBounds(bounds);
    this.window.setFullScreen(true);
  }

  #showNotes({ id, workArea }: Display): void {
    const moved = id !== this.#notesAt;
    this.#notesAt = id;
    if (this.#notes) {
      if (moved) this.#notes.setBounds(workArea);
      return;
    }
    const notes = openNotesWindow(workArea);
    this.#notes = notes;
    notes.once('closed', () => {
      if (this.#notes !== notes) return;
      // It was closed by hand: it comes again with its key.
      this.#notes = null;
      this.#asked = false;
      this.#pictures.stop();
      notify(this.window, 'presenter:screens', this.#screens());
    });
    this.#pictures.start();
  }

  #closeNotes(): void {
    const notes = this.#notes;
    this.#notes = null;
    this.#pictures.stop();
    if (notes && !notes.isDestroyed()) notes.destroy();
  }

  #screens(): PresenterScreens {
    return { count: screen.getAllDisplays().length, notes: this.#notes !== null };
  }
}
