/** Arrays whose buffer is exactly as long as they are, one for each length, used again: posting copies the whole buffer. */
export class CopyPool {
  readonly #byLength = new Map<number, Uint8Array<ArrayBuffer>>();

  /** A copy of `view`, good until the next copy of the same length. */
  copyOf(view: Uint8Array): Uint8Array<ArrayBuffer> {
    let array = this.#byLength.get(view.byteLength);
    if (!array) {
      array = new Uint8Array(view.byteLength);
      this.#byLength.set(view.byteLength, array);
    }
    array.set(view);
    return array;
  }
}
