import { describe, expect, it } from 'vitest';
import type { ClientState } from '../../../../electron/ipc/clients-port';
import { watchedId } from '../../../../renderer/server/state/watched';

const client = (id: number, target: string, receivedBytes = 1): ClientState => ({
  ...{ id, kind: 'normal', target, state: 'receiving', status: 200, client: id, receivedBytes },
  ...{ headMs: 1, lastByteMs: 1, behindMs: null },
  ...{ frames: 0, firstByteMs: 1, lumps: 1, endedMs: null, detail: '' },
});

describe('the client that is watched', () => {
  const clients = [
    client(1, '/stream'),
    client(2, '/buffer?file=media'),
    client(3, '/feed'),
    client(4, '/stream', 0),
  ];

  it('is the one that was chosen, while it is there', () => {
    expect(watchedId({ clients, watched: 2 })).toBe(2);
    expect(watchedId({ clients, watched: 9 })).toBe(1);
  });

  it('is else the newest that has read text, then of any file, then that asks for one', () => {
    expect(watchedId({ clients, watched: null })).toBe(1);
    expect(watchedId({ clients: clients.slice(1), watched: null })).toBe(2);
    expect(watchedId({ clients: clients.slice(2), watched: null })).toBe(4);
    expect(watchedId({ clients: clients.slice(2, 3), watched: null })).toBeNull();
  });
});
