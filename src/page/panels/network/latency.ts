import type { Intervention, Latency } from '../../../view/intervention.ts';
import type { LinkView } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';

/** Both bounds in ms, least first whatever was chosen. */
export const latencyOf = (leastMs: number, mostMs: number): Latency => {
  const min = Math.round(Math.min(leastMs, mostMs) * 1000);
  const max = Math.round(Math.max(leastMs, mostMs) * 1000);
  return min === max ? { kind: 'fixed', us: min } : { kind: 'uniform', min, max };
};

/** One direction of a link; a healthy one when the frame does not list it. */
export const linkOf = (links: readonly LinkView[], from: Pid, to: Pid): LinkView =>
  links.find((link) => link.from === from && link.to === to) ?? {
    from,
    to,
    cut: false,
    latency: null,
    loss: 0,
    duplication: 0,
  };

/** The same latency for both directions of a link, or for all links without one. */
export const setLatency = (
  link: readonly [Pid, Pid] | null,
  latency: Latency | null,
): Intervention[] => {
  if (link === null) return [{ kind: 'latency', latency }];
  const [a, b] = link;
  return [
    { kind: 'latency', from: a, to: b, latency },
    { kind: 'latency', from: b, to: a, latency },
  ];
};

/** The same loss and duplication, in percent, for both directions of a link. */
export const setLoss = (
  [a, b]: readonly [Pid, Pid],
  lossPercent: number,
  duplicationPercent: number,
): Intervention[] => {
  const loss = lossPercent / 100;
  const duplication = duplicationPercent / 100;
  return [
    { kind: 'lossy', from: a, to: b, loss, duplication },
    { kind: 'lossy', from: b, to: a, loss, duplication },
  ];
};
