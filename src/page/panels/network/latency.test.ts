import { expect, it } from 'vitest';
import { latencyOf, linkOf, setLatency, setLoss } from './latency.ts';

it('takes two bounds in any order; equal ones mean a fixed latency', () => {
  expect(latencyOf(30, 10)).toEqual({ kind: 'uniform', min: 10_000, max: 30_000 });
  expect(latencyOf(0.5, 0.5)).toEqual({ kind: 'fixed', us: 500 });
});

it('sets both directions of a link, or every link at once', () => {
  const latency = latencyOf(10, 10);
  expect(setLatency([1, 3], latency)).toEqual([
    { kind: 'latency', from: 1, to: 3, latency },
    { kind: 'latency', from: 3, to: 1, latency },
  ]);
  expect(setLatency(null, null)).toEqual([{ kind: 'latency', latency: null }]);
  expect(setLoss([1, 2], 5, 0)[1]).toEqual({
    kind: 'lossy',
    from: 2,
    to: 1,
    loss: 0.05,
    duplication: 0,
  });
});

it('takes a link that is not listed for a healthy one', () => {
  expect(linkOf([], 1, 2)).toMatchObject({ cut: false, latency: null });
});
