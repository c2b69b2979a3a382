/** One drawn element: writes an attribute or its text only when it has changed, and reads nothing back. */
export class AttrWriter {
  readonly #last = new Map<string, string | number | boolean>();

  constructor(readonly element: Element) {}

  set(name: string, value: string | number | boolean): void {
    if (this.#last.get(name) === value) return;
    this.#last.set(name, value);
    this.element.setAttribute(name, String(value));
  }

  /** A length in user units, to a hundredth, so that nothing is written for less than can be seen. */
  length(name: string, value: number): void {
    this.set(name, Math.round(value * 100) / 100);
  }

  text(value: string): void {
    if (this.#last.get('#text') === value) return;
    this.#last.set('#text', value);
    this.element.textContent = value;
  }
}

/** The mark named `part` inside `root`; a part that is not there is a mistake in the component. */
export function partWriter(root: Element, part: string): AttrWriter {
  const element = root.querySelector(`[data-part="${part}"]`);
  if (!element) throw new Error(`The picture has no part "${part}".`);
  return new AttrWriter(element);
}
