import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayKnow, mayUse } from '../../../../electron/main/window/permissions';

const OURS = 'app://bufferscope/index.html';
const camera = { permission: 'media', url: OURS, isMainFrame: true, media: ['video'] };

describe('permissions', () => {
  it('lets our own page have a camera, and a microphone with it, once that is allowed', () => {
    for (const media of [['video'], ['video', 'audio'], ['audio', 'video']]) {
      expect(mayUse({ ...camera, media }, true)).toBe(true);
      expect(mayUse({ ...camera, media }, false)).toBe(false);
    }
    for (const media of [['video'], ['audio']]) {
      expect(mayKnow({ ...camera, media }, true)).toBe(true);
      expect(mayKnow({ ...camera, media }, false)).toBe(false);
    }
  });

  it('refuses a microphone alone, the screen, and whatever else calls itself media', () => {
    for (const media of [['audio'], [], ['screen'], ['video', 'screen'], [undefined]]) {
      expect(mayUse({ ...camera, media }, true)).toBe(false);
    }
    for (const media of [[], ['unknown'], [undefined]]) {
      expect(mayKnow({ ...camera, media }, true)).toBe(false);
    }
  });

  it.each([
    'https://bufferscope/',
    'app://other/index.html',
    'app://bufferscope.example/',
    'app://me@bufferscope/',
    'http://127.0.0.1:8080/',
    'file:///index.html',
    'about:blank',
    'null',
    '',
  ])('refuses a camera, the screen and the clipboard to %j', (url) => {
    expect(mayUse({ ...camera, url }, true)).toBe(false);
    expect(mayKnow({ ...camera, url }, true)).toBe(false);
    for (const permission of ['fullscreen', 'clipboard-sanitized-write']) {
      expect(mayUse({ ...camera, url, permission }, true)).toBe(false);
    }
  });

  it('refuses a camera to a frame inside our page', () => {
    expect(mayUse({ ...camera, isMainFrame: false }, true)).toBe(false);
    expect(mayKnow({ ...camera, isMainFrame: false }, true)).toBe(false);
  });

  it('refuses our own page all else, whatever is allowed', () => {
    const known = ['geolocation', 'notifications', 'midi', 'midiSysex', 'display-capture', 'hid'];
    const more = ['usb', 'serial', 'clipboard-read', 'openExternal', 'pointerLock', 'fileSystem'];
    const others = fc.oneof(fc.constantFrom(...known, ...more), fc.string());
    const granted = ['media', 'fullscreen', 'clipboard-sanitized-write'];
    fc.assert(
      fc.property(others, fc.boolean(), fc.boolean(), (permission, isMainFrame, allowed) => {
        fc.pre(!granted.includes(permission));
        const asked = { ...camera, permission, isMainFrame };
        expect(mayUse(asked, allowed)).toBe(false);
        expect(mayKnow(asked, allowed)).toBe(false);
      }),
    );
  });

  it('lets our own page fill the screen and write to the clipboard, with or without a camera', () => {
    for (const permission of ['fullscreen', 'clipboard-sanitized-write']) {
      for (const allowed of [true, false]) {
        expect(mayUse({ ...camera, permission, media: [] }, allowed)).toBe(true);
        expect(mayKnow({ ...camera, permission, media: [undefined] }, allowed)).toBe(true);
      }
    }
  });
});
