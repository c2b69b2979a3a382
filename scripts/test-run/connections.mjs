import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The tables of sockets that the kernel shows (proc_pid_net(5)), and whether one holds IPv6 addresses. */
const TABLES = ['tcp', 'tcp6', 'udp', 'udp6'];

/** How often the tables are looked at, ms: a connection that is made stands longer, and is kept for a minute after it. */
const LOOK_MS = 100;
/** How often it is asked who comes from whom: whoever has ended by then has no parent any more. */
const FAMILY_MS = 500;

/**
 * Watches, on Linux, for sockets of a process and of all that come from it whose other end is not this computer's
 * loopback. `seen` and `stop` give them, each once. Elsewhere nothing is seen.
 * @typedef {{ pid: number, command: string, protocol: string, to: string }} Connection
 * @param {number} pid
 * @returns {{ seen: () => Connection[], stop: () => Connection[] }}
 */
export function watchConnections(pid) {
  /** @type {Map<string, Connection>} */
  const seen = new Map();
  const family = new Set([pid]);
  const grow = () => {
    const known = parents().sort(([a], [b]) => a - b);
    for (const [child, parent] of known) if (family.has(parent)) family.add(child);
  };
  const look = () => {
    const far = farSockets(pid);
    if (far.size === 0) return;
    grow();
    for (const each of family) {
      for (const inode of socketsOf(each)) {
        const found = far.get(inode);
        if (!found) continue;
        const key = `${each} ${found.protocol} ${found.to}`;
        if (!seen.has(key)) seen.set(key, { pid: each, command: commandOf(each), ...found });
      }
    }
  };
  const timers =
    process.platform === 'linux' ? [setInterval(look, LOOK_MS), setInterval(grow, FAMILY_MS)] : [];
  const all = () => [...seen.values()];
  return {
    seen: all,
    stop() {
      timers.forEach(clearInterval);
      return all();
    },
  };
}

/** Sockets whose other end is beyond loopback, by inode: {protocol, to}. */
function farSockets(pid) {
  const far = new Map();
  for (const protocol of TABLES) {
    for (const line of linesOf(`/proc/${pid}/net/${protocol}`).slice(1)) {
      const [, , remote, , , , , , , inode] = line.trim().split(/\s+/);
      if (!remote || isNear(remote)) continue;
      far.set(inode, { protocol, to: addressOf(remote) });
    }
  }
  return far;
}

/** Whether an address of the tables (little-endian words in hex) is none, loopback, or loopback within IPv6. */
export function isNear(remote) {
  const [address, port] = remote.split(':');
  if (port === '0000') return true;
  if (address.length === 8) return address.endsWith('7F');
  return (
    address === '00000000000000000000000001000000' ||
    (address.startsWith('0000000000000000FFFF0000') && address.endsWith('7F'))
  );
}

/** Such an address as people write it, IPv6 in full. */
export function addressOf(remote) {
  const [address, port] = remote.split(':');
  const bytes = address.match(/.{8}/g).flatMap((word) => word.match(/../g).reverse());
  const host =
    bytes.length === 4
      ? bytes.map((byte) => parseInt(byte, 16)).join('.')
      : `[${bytes.join('').match(/.{4}/g).join(':').toLowerCase()}]`;
  return `${host}:${parseInt(port, 16)}`;
}

/** [process, parent] of every process there is. */
function parents() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = linesOf(`/proc/${name}/stat`)[0] ?? '';
      const parent = /\) \S (\d+)/.exec(stat)?.[1];
      return parent ? [[Number(name), Number(parent)]] : [];
    });
}

function socketsOf(pid) {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).flatMap((fd) => {
      try {
        const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${fd}`))?.[1];
        return inode ? [inode] : [];
      } catch {
        return [];
      }
    });
  } catch {
    // It has ended, or is another user's.
    return [];
  }
}

const commandOf = (pid) => linesOf(`/proc/${pid}/cmdline`)[0]?.replaceAll('\0', ' ').trim() ?? '';

function linesOf(path) {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
