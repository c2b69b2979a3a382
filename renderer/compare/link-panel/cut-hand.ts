import { createStore } from 'zustand/vanilla';

/** The hand on the link: held down for now, latched for those who cannot hold, or off it. */
export interface CutHand {
  held: boolean;
  latched: boolean;
}

/** What the hand does: press and release (pointer or C), latch (Shift+C), lose (the window loses focus). */
export type CutAction = 'press' | 'release' | 'latch' | 'lose' | 'reset';

const OFF: CutHand = { held: false, latched: false };

/** The hand after an action; the link is cut while it is held or latched. */
export function moveHand(hand: CutHand, action: CutAction): CutHand {
  switch (action) {
    case 'press':
      return { ...hand, held: true };
    case 'release':
      // Pressing and letting go also takes a latched cut off.
      return hand.held ? OFF : hand;
    case 'latch':
      return hand.latched ? OFF : { held: false, latched: true };
    case 'lose':
      return { ...hand, held: false };
    case 'reset':
      return OFF;
  }
}

/** True while the hand cuts the link. */
export const isCutting = (hand: CutHand): boolean => hand.held || hand.latched;

/** The one hand of this window. */
export const cutHand = createStore<CutHand>()(() => OFF);

/** Moves the hand and tells the link when that cuts or joins it. */
export function actOnLink(action: CutAction, setCut: (down: boolean) => void): void {
  const before = cutHand.getState();
  const after = moveHand(before, action);
  cutHand.setState(after, true);
  if (isCutting(after) !== isCutting(before)) setCut(isCutting(after));
}
