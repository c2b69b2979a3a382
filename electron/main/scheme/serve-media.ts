import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** Reads "bytes=FROM-TO", "bytes=FROM-" or "bytes=-LAST" of a file of this size; null for anything else. */
export function byteRange(header: string, size: number): { from: number; to: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from <= to && from < size ? { from, to } : null;
}

/** Answers a request for a media file, whole or a range of it; the file is read as the window takes it. */
export async function serveMedia(path: string, request: Request): Promise<Response> {
  const facts = await stat(path).catch(() => null);
  if (!facts?.isFile()) return new Response(null, { status: 404 });
  const { size } = facts;
  const asked = request.headers.get('range');
  const range = asked === null ? { from: 0, to: size - 1 } : byteRange(asked, size);
  const headers: Record<string, string> = {
    'Accept-Ranges': 'bytes',
    'Content-Type': 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
  };
  if (!range) {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } });
  }
  const { from, to } = range;
  headers['Content-Length'] = String(to - from + 1);
  if (asked !== null) headers['Content-Range'] = `bytes ${from}-${to}/${size}`;
  const body = Readable.toWeb(createReadStream(path, { start: from, end: to }));
  return new Response(body as ReadableStream<Uint8Array>, {
    status: asked === null ? 200 : 206,
    headers,
  });
}
