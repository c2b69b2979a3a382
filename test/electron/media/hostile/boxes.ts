/** An ISO box of this type around these parts. */
export function box(type: string, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(8 + body.length), Buffer.from(type, 'latin1'), body]);
}

/** An EBML element of this id around these parts, its size in eight bytes. */
export function element(id: string, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(0x0100000000000000n + BigInt(body.length));
  return Buffer.concat([Buffer.from(id, 'hex'), size, body]);
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A copy in which the first box of a type was given another content. */
export function patched(file: Buffer, type: string, change: (body: Buffer) => void): Buffer {
  const copy = Buffer.from(file);
  const at = copy.indexOf(type, 0, 'latin1');
  if (at < 4) throw new Error(`There is no ${type}.`);
  change(copy.subarray(at + 4, at - 4 + copy.readUInt32BE(at - 4)));
  return copy;
}
