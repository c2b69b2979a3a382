import { DEFAULT_SETTINGS } from '../../model/delivery/settings';
import { DEFAULT_LINK } from '../../model/link/spec/spec';
import { METHODS } from '../../model/delivery/types';
import { SAMPLE_FIT } from '../../model/run/fit';
import type { SessionState } from './types';

/** The session before anything is opened: all three methods at speed 1 over the Dropouts preset. */
export const INITIAL: SessionState = {
  booted: false,
  media: null,
  opening: null,
  refusal: null,
  askedPath: null,
  recent: [],
  settings: {
    ...DEFAULT_SETTINGS,
    methods: [...METHODS],
    speed: 1,
    untilMs: null,
    verify: false,
    consumeRate: 1_000_000,
  },
  link: DEFAULT_LINK,
  seed: 1,
  fit: SAMPLE_FIT,
  fitting: { given: [], sample: false },
  run: null,
  preparing: false,
  problem: null,
  lastLog: null,
  audible: 'buffering',
  breakAt: null,
};
