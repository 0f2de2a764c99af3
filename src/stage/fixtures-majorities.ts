import type { EnsembleSize } from '../view/exhibit.ts';

/** Median waits of 1 to 11 servers, in tenths of a millisecond. */
const MEDIANS = [25, 38, 33, 38, 35, 37, 35, 37, 36, 37, 36];

/** What the simulation answers for its usual latencies, rounded. */
export const usualSizes = (): readonly EnsembleSize[] =>
  MEDIANS.map((tenths, at) => {
    const servers = at + 1;
    const quorum = Math.floor(servers / 2) + 1;
    const spread = 1200 - 40 * servers;
    const median = tenths * 100;
    return {
      servers,
      quorum,
      survives: servers - quorum,
      messages: 3 * (servers - 1),
      wait: { low: median - spread, median, high: median + spread },
    };
  });

/** As if every link and disk took always the same: no spread, and a long way. */
export const fixedSizes = (): readonly EnsembleSize[] =>
  usualSizes().map((size) => {
    const us = size.servers === 1 ? 2000 : 152_000;
    return { ...size, wait: { low: us, median: us, high: us } };
  });
