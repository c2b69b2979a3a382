/** What the kernel and a file system in user space say to each other (linux/fuse.h, version 7.31), little endian. */

/** Numbers of what the kernel asks for. */
export const ASKED = {
  1: 'lookup',
  2: 'forget',
  3: 'getattr',
  4: 'setattr',
  9: 'mkdir',
  10: 'unlink',
  11: 'rmdir',
  12: 'rename',
  13: 'link',
  14: 'open',
  15: 'read',
  16: 'write',
  17: 'statfs',
  18: 'release',
  20: 'fsync',
  25: 'flush',
  26: 'init',
  27: 'opendir',
  28: 'readdir',
  29: 'releasedir',
  35: 'create',
  36: 'interrupt',
  42: 'forget',
  45: 'rename',
};

/** struct fuse_in_header, bytes. */
export const IN_HEADER = 40;
/** The most that one write carries, bytes; with its header it fits into what is read at once. */
export const MAX_WRITE = 131_072;
/** Read at once from the kernel, bytes. */
export const MAX_ASKED = MAX_WRITE + 65_536;

const OUT_HEADER = 16;
const FOLDER = 0o040755;
const FILE = 0o100644;
/** FUSE_BIG_WRITES: writes of more than a page. */
const BIG_WRITES = 1 << 5;
/** FOPEN_DIRECT_IO: every read and write of a program comes here, none is answered from memory. */
const DIRECT_IO = 1;

/** One answer: a code of the system (0 for none) and what belongs to it. */
export function answer(unique, errno, body = Buffer.alloc(0)) {
  const head = Buffer.alloc(OUT_HEADER);
  head.writeUInt32LE(OUT_HEADER + body.length, 0);
  head.writeInt32LE(-errno, 4);
  head.writeBigUInt64LE(unique, 8);
  return Buffer.concat([head, body]);
}

/** struct fuse_init_out. */
export function initOut() {
  const out = Buffer.alloc(64);
  [7, 31, 131_072, BIG_WRITES].forEach((value, i) => out.writeUInt32LE(value, 4 * i));
  out.writeUInt16LE(12, 16);
  out.writeUInt16LE(9, 18);
  out.writeUInt32LE(MAX_WRITE, 20);
  out.writeUInt32LE(1, 24);
  return out;
}

/** struct fuse_attr of a node: {ino, data|children, mtimeMs, links}. */
function attr(node) {
  const out = Buffer.alloc(88);
  const size = node.data?.length ?? 0;
  [node.ino, size, Math.ceil(size / 512)].forEach((v, i) => out.writeBigUInt64LE(BigInt(v), 8 * i));
  const seconds = BigInt(Math.floor(node.mtimeMs / 1000));
  for (const at of [24, 32, 40]) out.writeBigUInt64LE(seconds, at);
  for (const at of [48, 52, 56]) out.writeUInt32LE((node.mtimeMs % 1000) * 1e6, at);
  [node.children ? FOLDER : FILE, node.links].forEach((v, i) => out.writeUInt32LE(v, 60 + 4 * i));
  out.writeUInt32LE(4096, 80);
  return out;
}

/** struct fuse_entry_out: nothing of it is remembered by the kernel. */
export function entryOut(node) {
  const head = Buffer.alloc(40);
  head.writeBigUInt64LE(BigInt(node.ino), 0);
  return Buffer.concat([head, attr(node)]);
}

/** struct fuse_attr_out. */
export const attrOut = (node) => Buffer.concat([Buffer.alloc(16), attr(node)]);

/** struct fuse_open_out. */
export function openOut({ direct }) {
  const out = Buffer.alloc(16);
  out.writeUInt32LE(direct ? DIRECT_IO : 0, 8);
  return out;
}

/** struct fuse_write_out. */
export function writeOut(bytes) {
  const out = Buffer.alloc(8);
  out.writeUInt32LE(bytes, 0);
  return out;
}

/** struct fuse_statfs_out: 1 GB of which all is free. */
export function statfsOut() {
  const out = Buffer.alloc(80);
  [244_140, 244_140, 244_140, 1e6, 1e6].forEach((v, i) => out.writeBigUInt64LE(BigInt(v), 8 * i));
  [4096, 255, 4096].forEach((v, i) => out.writeUInt32LE(v, 40 + 4 * i));
  return out;
}

/** struct fuse_dirent for each [name, node] from the one of number `from`, as many as fit into `room` bytes. */
export function direntsOut(entries, from, room) {
  const out = [];
  let left = room;
  entries.slice(from).forEach(([name, node], i) => {
    const bytes = Buffer.from(name);
    const entry = Buffer.alloc(Math.ceil((24 + bytes.length) / 8) * 8);
    if (entry.length > left) return (left = 0);
    left -= entry.length;
    entry.writeBigUInt64LE(BigInt(node.ino), 0);
    entry.writeBigUInt64LE(BigInt(from + i + 1), 8);
    entry.writeUInt32LE(bytes.length, 16);
    entry.writeUInt32LE(node.children ? 4 : 8, 20);
    bytes.copy(entry, 24);
    return out.push(entry);
  });
  return Buffer.concat(out);
}

/** Texts that end with a zero byte. */
export const texts = (bytes) => bytes.toString().split('\0').slice(0, -1);
