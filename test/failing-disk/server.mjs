/**
 * A file system in memory that answers with an error, or late, when it is told to: `node server.mjs FOLDER` mounts it
 * there as root. It hears what is to fail as messages, {open, read, write: code of the system or null, delayMs}, and
 * says 'mounted' and 'heard'. It ends, and with it the disk, when its parent goes.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, read as readAsync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  answer,
  ASKED,
  attrOut,
  direntsOut,
  entryOut,
  IN_HEADER,
  initOut,
  MAX_ASKED,
  openOut,
  statfsOut,
  texts,
  writeOut,
} from './protocol.mjs';

const { ENOENT, ENOSYS, EEXIST, ENOTEMPTY } = constants.errno;
/** Bits of fuse_setattr_in: the size is to change. */
const OF_SIZE = 1 << 3;
/** renameat2(2), RENAME_NOREPLACE. */
const NO_REPLACE = 1;

let faults = { open: null, read: null, write: null, delayMs: 0 };
/** Which fault what is asked for falls under. */
const KIND = { create: 'open', open: 'open', read: 'read', write: 'write', fsync: 'write' };

const nodes = new Map();
function newNode(parts) {
  const node = { ino: nodes.size + 1, mtimeMs: Date.now(), links: 1, ...parts };
  nodes.set(node.ino, node);
  return node;
}
newNode({ children: new Map() });

class Refused extends Error {
  constructor(errno) {
    super(String(errno));
    this.errno = errno;
  }
}

function childOf(folder, name) {
  const node = folder.children?.get(name);
  if (!node) throw new Refused(ENOENT);
  return node;
}

function resized(node, size) {
  const data = Buffer.alloc(size);
  node.data.copy(data);
  Object.assign(node, { data, mtimeMs: Date.now() });
}

/** The answer to each thing that is asked for, of the node it is asked of and what comes with it. */
const ANSWERS = {
  init: initOut,
  lookup: (folder, body) => entryOut(childOf(folder, texts(body)[0])),
  getattr: attrOut,
  setattr(node, body) {
    if (body.readUInt32LE(0) & OF_SIZE) resized(node, Number(body.readBigUInt64LE(16)));
    return attrOut(node);
  },
  mkdir(folder, body) {
    const [name] = texts(body.subarray(8));
    if (folder.children.has(name)) throw new Refused(EEXIST);
    const node = newNode({ children: new Map() });
    folder.children.set(name, node);
    return entryOut(node);
  },
  create(folder, body) {
    const [name] = texts(body.subarray(16));
    const node = newNode({ data: Buffer.alloc(0) });
    folder.children.set(name, node);
    return Buffer.concat([entryOut(node), openOut({ direct: true })]);
  },
  unlink(folder, body) {
    const [name] = texts(body);
    childOf(folder, name).links -= 1;
    folder.children.delete(name);
  },
  rmdir(folder, body) {
    const [name] = texts(body);
    if (childOf(folder, name).children.size > 0) throw new Refused(ENOTEMPTY);
    folder.children.delete(name);
  },
  link(folder, body) {
    const node = nodes.get(Number(body.readBigUInt64LE(0)));
    folder.children.set(texts(body.subarray(8))[0], node);
    node.links += 1;
    return entryOut(node);
  },
  rename(folder, body, asked) {
    // rename2 has flags and what fills up to eight bytes.
    const flags = asked === 45 ? body.readUInt32LE(8) : 0;
    const [from, to] = texts(body.subarray(asked === 45 ? 16 : 8));
    const target = nodes.get(Number(body.readBigUInt64LE(0)));
    if (flags & NO_REPLACE && target.children.has(to)) throw new Refused(EEXIST);
    target.children.set(to, childOf(folder, from));
    folder.children.delete(from);
  },
  open: () => openOut({ direct: true }),
  opendir: () => openOut({ direct: false }),
  read(node, body) {
    const at = Number(body.readBigUInt64LE(8));
    return node.data.subarray(at, at + body.readUInt32LE(16));
  },
  write(node, body) {
    const at = Number(body.readBigUInt64LE(8));
    const bytes = body.subarray(40, 40 + body.readUInt32LE(16));
    if (node.data.length < at + bytes.length) resized(node, at + bytes.length);
    bytes.copy(node.data, at);
    node.mtimeMs = Date.now();
    return writeOut(bytes.length);
  },
  readdir(folder, body) {
    const from = Number(body.readBigUInt64LE(8));
    return direntsOut([...folder.children], from, body.readUInt32LE(16));
  },
  statfs: statfsOut,
  fsync: () => undefined,
  flush: () => undefined,
  release: () => undefined,
  releasedir: () => undefined,
};

async function answered(request) {
  const number = request.readUInt32LE(4);
  const asked = ASKED[number];
  // Of these the kernel wants to hear nothing.
  if (asked === 'forget' || asked === 'interrupt') return;
  const unique = request.readBigUInt64LE(8);
  const { [KIND[asked]]: code, delayMs } = faults;
  if (asked in KIND && delayMs > 0) await sleep(delayMs);
  const say = (errno, body) => writeSync(disk, answer(unique, errno, body));
  if (code) return say(constants.errno[code]);
  if (!(asked in ANSWERS)) return say(ENOSYS);
  try {
    const node = nodes.get(Number(request.readBigUInt64LE(16)));
    return say(0, ANSWERS[asked](node, request.subarray(IN_HEADER), number));
  } catch (error) {
    if (error instanceof Refused) return say(error.errno);
    throw error;
  }
}

const [folder] = process.argv.slice(2);
const disk = openSync('/dev/fuse', 'r+');
const options = `fd=3,rootmode=40755,user_id=0,group_id=0,allow_other`;
// mount(2) looks for the descriptor in the process that calls it.
const stdio = ['ignore', 'ignore', 'inherit', disk];
const words = ['-i', '-t', 'fuse', '-o', options, 'failing-disk', folder];
if (spawnSync('mount', words, { stdio }).status !== 0) process.exit(1);

process.on('message', (told) => {
  faults = { ...faults, ...told };
  process.send('heard');
});
process.on('disconnect', () => {
  closeSync(disk);
  process.exit();
});
process.send('mounted');
const buffer = Buffer.alloc(MAX_ASKED);
for (;;) {
  const bytes = await promisify(readAsync)(disk, buffer, 0, MAX_ASKED, null).then(
    (said) => said.bytesRead ?? said,
    // ENODEV: it was unmounted.
    (error) => (error.code === 'ENODEV' ? 0 : -1),
  );
  if (bytes === 0) process.exit();
  if (bytes > 0) void answered(Buffer.from(buffer.subarray(0, bytes)));
}
