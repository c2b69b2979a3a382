import { basename, extname } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { exportMahimahi } from '../../../model/link/formats/mahimahi';
import { exportSabre } from '../../../model/link/formats/sabre';
import { linkCurve } from '../../../model/link/link';
import { PROFILES } from '../../../model/link/profiles';
import { namedIn } from '../../../model/link/spec/spec-options';
import type { LinkSpec } from '../../../model/link/types';
import type { RequestPayload } from '../../ipc/contract';
import type { Handlers } from '../../ipc/router';
import type { LINK_REQUESTS } from '../../ipc/link-requests';
import { say } from '../../words';
import { saveText } from '../dialogs';
import type { LinkCache, Loaded } from './link-cache';
import type { Links } from './links-of-user';
import { isLong, lengthFigure } from './trace-note';
import type { SaveOutcome } from './user-profiles';
import { messageOf } from '../../../model/message-of';

/** A curve that a seed draws is written as the first seed draws it. */
const FIRST_SEED = 1;

/** What main does for each request about links. */
export function linkHandlers(
  links: Links,
  window: BrowserWindow,
): Pick<Handlers, keyof typeof LINK_REQUESTS> {
  const { cache, own, given } = links;
  return {
    'link:load': ({ text }) => {
      try {
        given.checkTraceOf(text);
        const named = namedIn(text);
        if (!named) return { ok: false, message: say('links.noCurve', { text }) };
        return { ok: true, ...cache.find(named.kind, named.name) };
      } catch (error) {
        return { ok: false, message: messageOf(error) };
      }
    },
    'link:list': () => [...PROFILES.map((each) => ({ ...each, own: false })), ...own.list()],
    'link:choose-trace': () => chooseTrace(window, links),
    'link:save': (request) => save(links, request),
    'link:remove': async ({ name }) => {
      await own.remove(name);
      return undefined;
    },
    'link:export': ({ text, format }) => {
      given.checkTraceOf(text);
      const spec = cache.resolve(text);
      const stem = spec.name === '' ? 'link' : basename(spec.name, extname(spec.name));
      const file = format === 'sabre' ? `${stem}.json` : `${stem}.mahimahi`;
      return saveText(window, { name: file, text: exported(spec, format) });
    },
  };
}

function save({ cache, own, given }: Links, request: RequestPayload<'link:save'>): SaveOutcome {
  const { name, curve: text, replace } = request;
  try {
    given.checkTraceOf(text);
    const { curve, latencyMs } = cache.resolve(text);
    if (!curve) return { ok: false, message: say('links.notSteps'), exists: false };
    return own.save(name, { curve, latencyMs }, replace);
  } catch (error) {
    return { ok: false, message: messageOf(error), exists: false };
  }
}

function exported(spec: LinkSpec, format: 'mahimahi' | 'sabre'): string {
  if (spec.kind === 'unlimited') throw new Error(say('links.unlimitedExport'));
  const curve = linkCurve(spec, FIRST_SEED);
  return format === 'sabre' ? exportSabre(curve, spec.latencyMs) : exportMahimahi(curve);
}

async function chooseTrace(
  window: BrowserWindow,
  { cache, given }: Pick<Links, 'cache' | 'given'>,
): Promise<string | null> {
  // A trace may be called anything: mahimahi's have no extension of their own.
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: say('links.choose'),
    properties: ['openFile'],
  });
  const [path] = filePaths;
  if (path === undefined || !(await mayBeLong(window, cache, path))) return null;
  given.give(path);
  return path;
}

/** True unless a trace lasts more than a day and the person, asked about it, does not want it. */
async function mayBeLong(window: BrowserWindow, cache: LinkCache, path: string): Promise<boolean> {
  const loaded = readable(cache, path);
  // What is wrong with a file is said when it is loaded.
  if (!loaded || !isLong(loaded.known)) return true;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: say('links.long.question', { length: lengthFigure(loaded.known.curve.periodMs) }),
    detail: loaded.note ?? '',
    buttons: [say('links.long.use'), say('links.long.cancel')],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

function readable(cache: LinkCache, path: string): Loaded | null {
  try {
    return cache.find('trace', path);
  } catch {
    return null;
  }
}
