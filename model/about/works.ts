/** A work of others that the app holds. */
export interface Work {
  name: string;
  version: string;
  /** An SPDX expression as its package says it; null when it says none. */
  licence: string | null;
  /** Asked for by Bufferscope itself, not only by another work. */
  direct: boolean;
  /** Its licence in full, and where its sources are if that has to be said. */
  text: string;
}

/** What a work is to the app. */
export const WORK_KINDS = ['program', 'font', 'library'] as const;
type WorkKind = (typeof WORK_KINDS)[number];

/** Works of one kind under one licence. */
export interface WorkGroup {
  kind: WorkKind;
  licence: string;
  /** Those first that Bufferscope itself asks for; fonts without the scope of their package. */
  names: readonly string[];
}

/** What packages of fonts and of ffmpeg are called; all others are libraries. */
const FONT = /^@fontsource(-variable)?\//;
const FFMPEG = /^(ffmpeg-static|@ffmpeg-installer\/.+)$/;

/** The kind of a work by the name of its package. */
export function workKind(name: string): WorkKind {
  if (FFMPEG.test(name)) return 'program';
  return FONT.test(name) ? 'font' : 'library';
}

/**
 * Fonts and libraries by licence: fonts first, then the licence with the most works. ffmpeg is left out: what it is under
 * is said by the program itself (see `ffmpegLicence`).
 */
export function groupWorks(works: readonly Work[]): WorkGroup[] {
  const groups = new Map<string, { kind: WorkKind; licence: string; names: string[] }>();
  const known = [...works].sort((a, b) => Number(b.direct) - Number(a.direct));
  for (const { name, licence } of known) {
    const kind = workKind(name);
    if (kind === 'program') continue;
    const said = licence ?? '';
    const key = `${kind} ${said}`;
    const group = groups.get(key) ?? { kind, licence: said, names: [] };
    group.names.push(name.replace(FONT, ''));
    groups.set(key, group);
  }
  const rank = ({ kind }: WorkGroup): number => WORK_KINDS.indexOf(kind);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.names.length - a.names.length);
}
