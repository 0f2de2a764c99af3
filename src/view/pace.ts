import type { ScenarioFile } from './scenario.ts';
import type { Micros } from './time.ts';

/** Where neither the scenario nor its latency says how fast: 10 ms. */
const PACE: Micros = 10_000;
/** In typical messages' ways. */
const FOLDED = 4;

const typical = ({ latency }: Pick<ScenarioFile, 'latency'>): Micros => {
  switch (latency?.kind) {
    case 'fixed':
      return latency.us;
    case 'uniform':
      return (latency.min + latency.max) / 2;
    case 'normal':
      return latency.mean;
    case 'listed':
      return latency.us[0] ?? PACE;
    case undefined:
      return PACE;
  }
};

/** A typical message's way: at speed 1 it takes about a second of wall time. */
export const paceOf = (scenario: Pick<ScenarioFile, 'latency' | 'pace'>): Micros =>
  Math.max(1, scenario.pace ?? typical(scenario));

/**
 * The longest stretch of nothing but pings and waiting that is drawn to scale. A longer one is folded,
 * in every picture of time: they agree on what happened close together.
 */
export const longestUnfolded = (pace: Micros): Micros => FOLDED * pace;
