/** An ISO box of a type around its contents. */
export function box(type: string, ...contents: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(contents.map((each) => Buffer.from(each as string, 'latin1')));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** An EBML element of an id around its contents; the size is written in eight bytes. */
export function element(id: number, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const name = Buffer.from(id.toString(16), 'hex');
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length));
  size[0] = 1;
  return Buffer.concat([name, size, body]);
}

const zeros = (bytes: number) => Buffer.alloc(bytes);
const fullBox = (...contents: (Buffer | string)[]) =>
  [zeros(4), ...contents].map((each) => Buffer.from(each as string, 'latin1'));

/** An MP4 of one track with one sample entry. */
export function isoFile(entry: Buffer, ...more: Buffer[]): Buffer {
  const stsd = box('stsd', ...fullBox(Buffer.from([0, 0, 0, 1]), entry));
  const trak = box('trak', box('mdia', box('minf', box('stbl', stsd))));
  return Buffer.concat([box('ftyp', 'isom', zeros(4)), box('moov', trak, ...more), box('mdat')]);
}

/** A sample entry with its fields empty: 78 bytes of a picture, 28 of a sound. */
export const entryOf = (type: string, kind: 'video' | 'audio', ...boxes: Buffer[]) =>
  box(type, zeros(kind === 'video' ? 78 : 28), ...boxes);

/** The box that names a protection scheme: "cenc", "cbcs", "itun". */
export const sinf = (original: string, scheme: string) =>
  box('sinf', box('frma', original), box('schm', ...fullBox(scheme, zeros(4))));
