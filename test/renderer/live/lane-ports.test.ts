import { describe, expect, it } from 'vitest';
import { collectPorts } from '../../../renderer/live/lane-ports';

/** A page's window as far as its messages go. */
class Page extends EventTarget {
  readonly location = { origin: 'app://bufferscope' };

  say(data: unknown, change: Partial<MessageEventInit> = {}): void {
    const message = {
      data,
      source: this as unknown as Window,
      origin: this.location.origin,
      ports: [PORT],
      ...change,
    };
    this.dispatchEvent(Object.assign(new Event('message'), message));
  }
}

const PORT = {} as MessagePort;
const message = { bufferscope: 'lane-port', runId: 'run-1', method: 'streaming' };

function setUp() {
  const page = new Page();
  const attached: string[] = [];
  const stop = collectPorts(page as unknown as Window, 'run-1', (method, port) => {
    expect(port).toBe(PORT);
    attached.push(method);
  });
  return { page, attached, stop };
}

describe('ports of lanes', () => {
  it('are taken from this page, of this run, in the shape agreed', () => {
    const { page, attached, stop } = setUp();
    page.say(message);
    expect(attached).toEqual(['streaming']);
    page.say({ ...message, runId: 'run-2' });
    page.say({ ...message, method: 'telepathy' });
    page.say(message, { ports: [] });
    page.say('lane-port');
    expect(attached).toHaveLength(1);
    stop();
    page.say(message);
    expect(attached).toHaveLength(1);
  });

  it('are not taken from anybody else', () => {
    const { page, attached } = setUp();
    page.say(message, { source: null });
    page.say(message, { source: new Page() as unknown as Window });
    page.say(message, { origin: 'https://example.org' });
    expect(attached).toEqual([]);
  });
});
