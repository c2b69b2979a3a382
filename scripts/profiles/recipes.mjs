import { between, stretches, wander } from './draw.mjs';

/**
 * The networks, each by its statistics (rates in MB/s, times as named) and its seed. They are our own
 * making: orders of magnitude that are known of such networks, no recording of one. `draw` gives the
 * rate at a time, asked in steps of `stepMs`, and the moments at which nothing crosses.
 */
export const RECIPES = {
  fibre: {
    seed: 11,
    periodMs: 120_000,
    stepMs: 2000,
    latencyMs: 8,
    statistics: { rate: 12.5, deviation: 0.02, correlation: 0.5 },
    draw({ random, statistics }) {
      const sway = wander(random, statistics);
      return { rateAt: () => statistics.rate * sway(), silent: [] };
    },
  },
  dsl: {
    seed: 12,
    periodMs: 240_000,
    stepMs: 1000,
    latencyMs: 28,
    statistics: {
      rate: 2,
      deviation: 0.04,
      correlation: 0.6,
      sharedRate: 0.7,
      aloneS: [14, 30],
      sharedS: [9, 18],
    },
    draw({ random, statistics, periodMs }) {
      const { rate, sharedRate, aloneS, sharedS } = statistics;
      const shared = stretches(random, periodMs, aloneS, sharedS);
      const sway = wander(random, statistics);
      return { rateAt: (tMs) => (within(shared, tMs) ? sharedRate : rate) * sway(), silent: [] };
    },
  },
  'wifi-microwave': {
    seed: 13,
    periodMs: 180_000,
    stepMs: 500,
    latencyMs: 6,
    statistics: {
      rate: 5,
      deviation: 0.25,
      correlation: 0.7,
      ovenS: [20, 65],
      ovenRate: 0.55,
      ovenDeviation: 0.5,
      silentGapS: [3, 9],
      silentS: [0.3, 1.5],
    },
    draw({ random, statistics, periodMs }) {
      const { rate, ovenRate, ovenDeviation, ovenS, silentGapS, silentS } = statistics;
      const oven = [{ fromMs: ovenS[0] * 1000, toMs: ovenS[1] * 1000 }];
      const sway = wander(random, statistics);
      const burst = wander(random, { deviation: ovenDeviation, correlation: 0.3 });
      const silent = stretches(random, periodMs, silentGapS, silentS);
      return {
        rateAt: (tMs) => (within(oven, tMs) ? ovenRate * burst() : rate * sway()),
        silent: silent.filter(({ fromMs, toMs }) => within(oven, fromMs) && within(oven, toMs)),
      };
    },
  },
  'bus-3g': {
    seed: 14,
    periodMs: 240_000,
    stepMs: 1000,
    latencyMs: 75,
    statistics: {
      rate: 1.25,
      deviation: 0.5,
      correlation: 0.85,
      handoverGapS: [18, 40],
      handoverS: [0.8, 2.5],
    },
    draw({ random, statistics, periodMs }) {
      const { rate, handoverGapS, handoverS } = statistics;
      const sway = wander(random, statistics);
      const silent = stretches(random, periodMs, handoverGapS, handoverS);
      return { rateAt: () => rate * sway(), silent };
    },
  },
  'train-4g': {
    seed: 15,
    periodMs: 300_000,
    stepMs: 1000,
    latencyMs: 50,
    statistics: {
      rate: 2.6,
      deviation: 0.4,
      correlation: 0.8,
      tunnelGapS: [12, 38],
      tunnelS: [4, 13],
      edgeS: 2,
      edgeShare: 0.25,
    },
    draw({ random, statistics, periodMs }) {
      const { rate, tunnelGapS, tunnelS, edgeS, edgeShare } = statistics;
      const tunnels = stretches(random, periodMs, tunnelGapS, tunnelS);
      // Before and behind a tunnel the signal is weak already.
      const edges = tunnels.map(({ fromMs, toMs }) => ({
        fromMs: fromMs - edgeS * 1000,
        toMs: toMs + edgeS * 1000,
      }));
      const sway = wander(random, statistics);
      return {
        rateAt: (tMs) => rate * sway() * (within(edges, tMs) ? edgeShare : 1),
        silent: tunnels,
      };
    },
  },
  satellite: {
    seed: 46,
    periodMs: 300_000,
    stepMs: 1000,
    latencyMs: 290,
    statistics: {
      rate: 2.4,
      deviation: 0.06,
      correlation: 0.5,
      fadeGapS: [14, 40],
      fadeS: [14, 30],
      fadeDepth: 0.9,
    },
    draw({ random, statistics, periodMs }) {
      const { rate, fadeGapS, fadeS, fadeDepth } = statistics;
      const fades = stretches(random, periodMs, fadeGapS, fadeS);
      const sway = wander(random, statistics);
      // Rain comes and goes: half a sine from the beginning of a fade to its end.
      const left = (tMs) => {
        const fade = fades.find((each) => within([each], tMs));
        if (!fade) return 1;
        const place = (tMs - fade.fromMs) / (fade.toMs - fade.fromMs);
        return 1 - fadeDepth * Math.sin(Math.PI * place);
      };
      return { rateAt: (tMs) => rate * left(tMs) * sway(), silent: [] };
    },
  },
  evening: {
    seed: 47,
    periodMs: 300_000,
    stepMs: 1000,
    latencyMs: 45,
    statistics: { rate: 1.1, swing: 0.5, swingS: 75, deviation: 0.22, correlation: 0.6 },
    draw({ random, statistics }) {
      const { rate, swing, swingS } = statistics;
      const sway = wander(random, statistics);
      const phase = between(random, [0, 1]);
      const demand = (tMs) => Math.sin(2 * Math.PI * (tMs / 1000 / swingS + phase));
      return { rateAt: (tMs) => rate * (1 + swing * demand(tMs)) * sway(), silent: [] };
    },
  },
};

const within = (all, tMs) => all.some(({ fromMs, toMs }) => tMs >= fromMs && tMs < toMs);
