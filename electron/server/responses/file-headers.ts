import type { ServedFile } from '../../ipc/server-port';

/** What every answer with a file says of it; text is saved, media may be shown. */
export function fileHeaders({ name, mime }: ServedFile, which: 'text' | 'media'): string[] {
  const how = which === 'text' ? 'attachment' : 'inline';
  return ['Content-Type', mime, 'Content-Disposition', `${how}; ${fileName(name)}`];
}

/** RFC 6266: quoted in ASCII, and exactly in UTF-8 (RFC 8187) when that says less. */
function fileName(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const plain = `filename="${ascii}"`;
  if (ascii === name) return plain;
  const exact = encodeURIComponent(Buffer.from(name).toString()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${plain}; filename*=UTF-8''${exact}`;
}
