import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../model/delivery/settings';
import { METHODS } from '../../../../model/delivery/types';
import { parseLinkSpec } from '../../../../model/link/spec/spec';
import { loggedMedia } from '../../../../model/run/logged-plan';
import { parseRunLog } from '../../../../model/run/migrate';
import { lanePrediction } from '../../../../model/run/prediction';
import { RecordedRun } from '../../../../model/run/recorded-run';
import { planRun } from '../../../../model/run/run-plan';
import { RUN_SCHEMA, type RunLog } from '../../../../model/run/schema';
import { simulate } from '../../../../model/run/simulate';
import { SOURCE_KINDS } from '../../../../model/source/kinds';
import { runTable } from '../../../../electron/main/headless/table';
import { Apparatus } from '../../../../renderer/apparatus/apparatus';
import { figuresRenderer } from '../../../../renderer/apparatus/figures';
import { laneViews } from '../../../../renderer/apparatus/lane-view';
import { Lanes } from '../../../../renderer/apparatus/lanes';
import { playerNote } from '../../../../renderer/apparatus/player-words';
import { sceneOf } from '../../../../renderer/apparatus/scene';
import { captionText } from '../../../../renderer/captions/caption';
import { captionAt } from '../../../../renderer/captions/caption-at';
import { ReportHead } from '../../../../renderer/report/report-head';
import { ReportPrediction } from '../../../../renderer/report/report-prediction';
import { ReportTable } from '../../../../renderer/report/report-table';
import { sourceFacts } from '../../../../renderer/source/source-words';
import { addSourceKind } from '../../../../renderer/source-kinds/source-kind-view';
import '../../../../renderer/source-kinds/source-kinds';
import { LaneRig } from '../../live/lane-rig';
import { TONE, TONE_RATE, toneBytes, toneMedia } from './kind';
import { TONE_VIEW } from './view';

const SECONDS = 20;
const LINK = 'dropouts:0.13MB/s@5-10';
const SETTINGS = {
  ...DEFAULT_SETTINGS,
  methods: [...METHODS],
  chunkBytes: 20_000,
  speed: 1 as const,
  untilMs: null,
  verify: false,
  consumeRate: 1e6,
};
const media = toneMedia(SECONDS);

/** A run of the tone, as it is written and read back. */
function written(): RunLog {
  const link = parseLinkSpec(LINK);
  const lanes = simulate({ settings: SETTINGS, link, media, seed: 1, sampleEveryMs: 100 });
  const run = { settings: SETTINGS, media, link, seed: 1, cuts: [], nowMs: 60_000 };
  return {
    schema: RUN_SCHEMA,
    app: { version: '0', electron: '', chrome: '', node: '', platform: '' },
    lengthMs: 60_000,
    ended: true,
    settings: SETTINGS,
    media: loggedMedia(media, null),
    link: {
      spec: LINK,
      seed: 1,
      outages: [{ fromMs: 5000, toMs: 10_000, byHand: false }],
      latencyMs: 0,
      curve: null,
    },
    marks: [],
    lanes: lanes.map((lane) => ({ ...lane, ...lanePrediction(run, lane) })),
  };
}

// What is not known cannot be drawn, and says so; from then on it is.
const unknown = SOURCE_KINDS.has('tone');
let refusal = '';
SOURCE_KINDS.add(TONE.id, TONE);
const json: unknown = JSON.parse(JSON.stringify(written()));
try {
  parseRunLog({ ...(json as RunLog), media: { ...written().media, kind: 'smell' } });
} catch (error) {
  refusal = String(error);
}
addSourceKind(TONE_VIEW);
const log = parseRunLog(json);

/** An element with whatever parts it is asked for. */
class Element {
  readonly parts = new Map<string, Element>();
  textContent = '';
  setAttribute = vi.fn();
  querySelector(selector: string): Element {
    const name = /"(.*)"/.exec(selector)?.[1] ?? '';
    const part = this.parts.get(name) ?? new Element();
    this.parts.set(name, part);
    return part;
  }
}

afterEach(() => void vi.unstubAllGlobals());

describe('a kind of source that one folder adds', () => {
  it('is not known before, and a log of one that is not known is refused in words', () => {
    expect(unknown).toBe(false);
    expect(refusal).toContain('its source is of a kind, "smell", that this version does not know');
  });

  it('runs by its own rules, in the model', () => {
    const { rules } = planRun(media, SETTINGS, parseLinkSpec(LINK), 1);
    expect(rules.map(({ startBytes }) => startBytes)).toEqual([2_000_000, 50_000, 20_000]);
    const [full, buffering, streaming] = log.lanes;
    expect(full?.startupDelayMs).toBeGreaterThan(buffering?.startupDelayMs ?? Infinity);
    expect(buffering?.startupDelayMs).toBeGreaterThan(streaming?.startupDelayMs ?? Infinity);
    expect(streaming?.stallCount).toBeGreaterThan(0);
    expect(buffering?.prediction?.startupDelayMs).toBe(buffering?.startupDelayMs);
  });

  it('is delivered live, by a real reader, from the bytes that its function makes', async () => {
    const content = toneBytes(0, TONE_RATE);
    const rig = new LaneRig({
      method: 'buffering',
      link: 'constant:1MB/s',
      settings: { chunkBytes: 20_000 },
      source: { content, media: (path) => toneMedia(1, path) },
    });
    await rig.start();
    await rig.lane.over;
    expect(rig.lane.log).toMatchObject({ state: 'ended', error: null, playedBytes: TONE_RATE });
    expect(rig.lane.log.rules.startBytes).toBe(50_000);
    expect(rig.lane.log.verifiedBytes).toBe(TONE_RATE);
  });

  it('is drawn from its log: its own first stage, title, player and figures', () => {
    vi.stubGlobal('window', { matchMedia: () => ({ matches: true }) });
    const run = new RecordedRun(log);
    const lanes = createElement(Lanes);
    const drawn = renderToStaticMarkup(
      createElement(
        Apparatus,
        { run, plan: run.plan, actions: null, pictures: null, children: lanes },
        lanes,
      ),
    );
    expect(drawn.match(/A, 440 Hz swings/g)).toHaveLength(3);
    expect(drawn).toContain('Oscillator');
    expect(drawn).not.toContain('File on disk');
    run.seek(4000);
    const scene = sceneOf(run, { texts: true, labels: true, chunk: null });
    const view = laneViews(run.plan)[2];
    if (!view) throw new Error('There is no lane.');
    const root = new Element();
    figuresRenderer(
      root as unknown as globalThis.Element,
      view,
      null,
    )(scene.frame('streaming'), scene);
    expect(root.parts.get('heard')?.textContent).toMatch(/^3\.\d s$/);
    expect(root.parts.get('stalls')?.textContent).toBe('0');
    const note = playerNote(scene.frame('streaming'), view, 'running', null, 3, false);
    expect(note).toMatchObject({ small: 'of a hum' });
  });

  it('is captioned in its own words, which are a function of the moment', () => {
    const run = new RecordedRun(log);
    expect(captionText(captionAt(run, 0, 'ready'))).toBe('Ready. Press Space and listen.');
    expect(captionText(captionAt(run, 3000))).toBe('2 lanes hum.');
    run.seek(6000);
    expect(captionText(captionAt(run, 6000))).toContain('The link is down.');
    expect(captionText(captionAt(run, 3000))).toBe('2 lanes hum.');
    expect(sourceFacts(media, 1)).toBe('440 Hz');
  });

  it('is reported: head, table with its own last column, model beside measurement, terminal', () => {
    const markup = (part: FunctionComponent<{ log: RunLog }>) =>
      renderToStaticMarkup(createElement(part, { log }));
    expect(markup(ReportHead)).toContain('A sine of 440 Hz.');
    const table = markup(ReportTable);
    expect(table).toContain('SHA-256');
    expect(table).not.toContain('Lost by the player');
    expect(markup(ReportPrediction)).toContain('Model against measurement');
    expect(runTable(log)).toMatch(/SHA-256|verified/i);
  });
});
