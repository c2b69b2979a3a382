import { describe, expect, it } from 'vitest';
import { APP_PAGE, isAppUrl } from '../../../../electron/ipc/app-url';
import { fileOfUrl } from '../../../../electron/main/scheme/file-of-url';
import { headersFor } from '../../../../electron/main/scheme/headers';

const ROOT = '/opt/app/renderer';

describe('fileOfUrl', () => {
  it.each([
    [APP_PAGE, '/opt/app/renderer/index.html'],
    ['app://bufferscope/', '/opt/app/renderer/index.html'],
    ['app://bufferscope/assets/index-1a2b.js?v=1#x', '/opt/app/renderer/assets/index-1a2b.js'],
    ['app://bufferscope/assets/a%20b.svg', '/opt/app/renderer/assets/a b.svg'],
    ['app://bufferscope/a/../index.html', '/opt/app/renderer/index.html'],
    ['app://bufferscope/..%2findex.html', null],
    ['app://bufferscope/%2e%2e%2f%2e%2e%2fetc/passwd', null],
    ['app://bufferscope/..%5c..%5csecret', null],
    ['app://bufferscope/a%00.html', null],
    ['app://bufferscope/%E0%A4%A', null],
    ['app://elsewhere/index.html', null],
    ['app://bufferscope:80/index.html', null],
    ['app://user@bufferscope/index.html', null],
    ['file:///etc/passwd', null],
    ['https://bufferscope/index.html', null],
    ['nonsense', null],
  ])('%s is %s', (url, path) => {
    expect(fileOfUrl(url, ROOT)).toBe(path);
  });

  it('never leaves the root by climbing in plain sight', () => {
    const path = fileOfUrl('app://bufferscope/../../../etc/passwd', ROOT);
    expect(path).toBe('/opt/app/renderer/etc/passwd');
  });

  it('tells our own addresses from look-alikes', () => {
    expect(isAppUrl(APP_PAGE)).toBe(true);
    for (const url of ['app://bufferscope.evil/', 'http://bufferscope/', 'app:bufferscope', '']) {
      expect(isAppUrl(url)).toBe(false);
    }
  });
});

describe('headersFor', () => {
  it('names the type of a file', () => {
    expect(headersFor('/x/index.html')['Content-Type']).toBe('text/html; charset=utf-8');
    expect(headersFor('/x/a.woff2')['Content-Type']).toBe('font/woff2');
    expect(headersFor('/x/a.unknown')['Content-Type']).toBe('application/octet-stream');
  });

  it('forbids everything from outside, but the pictures of our own server', () => {
    const policy = headersFor('/x/index.html')['Content-Security-Policy'] ?? '';
    const allowed = Object.fromEntries(
      policy.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
    );
    expect(allowed).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'worker-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:', 'http://127.0.0.1:*'],
      'font-src': ["'self'", 'data:'],
      'media-src': ["'self'", 'blob:'],
      'connect-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
  });
});
