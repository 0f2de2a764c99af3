/** The meters of the experiment, from its requests alone. */
import type { CapCount, CapLatency, CapMeters, CapSideMeter } from '../../view/cap.ts';
import type { Micros } from '../../view/time.ts';
import type { CapConfig } from './config.ts';
import type { CapCut, CapGhost, CapRequest } from './ghost.ts';

const isDuring = ({ called }: CapRequest, cuts: readonly CapCut[]): boolean =>
  cuts.some(({ from, to }) => called.at >= from && (to === null || called.at < to));

const countOf = (some: readonly CapRequest[]): CapCount => ({
  issued: some.length,
  answered: some.filter(({ outcome }) => outcome === 'ok').length,
});

const isWrite = ({ kind }: CapRequest): boolean => kind === 'write';

function meterOf(some: readonly CapRequest[]): CapSideMeter {
  const ages = some.flatMap(({ staleness }) => (staleness === null ? [] : [staleness]));
  return {
    ...countOf(some),
    reads: countOf(some.filter((each) => !isWrite(each))),
    writes: countOf(some.filter(isWrite)),
    stale: ages.filter((age) => age > 0).length,
    mostStale: Math.max(0, ...ages),
    meanStale: ages.length === 0 ? 0 : ages.reduce((sum, age) => sum + age, 0) / ages.length,
  };
}

function latencyOf(some: readonly CapRequest[]): CapLatency['reads'] {
  const all = some.flatMap(({ called, returned, outcome }): Micros[] =>
    outcome === 'ok' && returned !== null ? [returned.at - called.at] : [],
  );
  if (all.length === 0) return null;
  return { mean: all.reduce((sum, one) => sum + one, 0) / all.length, most: Math.max(...all) };
}

/** @param divergence how many values servers that run have now */
export function metersOf(
  { workload }: CapConfig,
  { requests, cuts, lost }: CapGhost,
  divergence: number,
): CapMeters {
  const during = requests.filter((each) => isDuring(each, cuts));
  const all = meterOf(during);
  // How long a patient one waited for its server says nothing of the store.
  const isPatient = ({ planned }: CapRequest): boolean =>
    planned !== null && workload[planned - 1]?.patient === true;
  const whole = requests.filter((each) => !isDuring(each, cuts) && !isPatient(each));
  const stale = requests.filter(({ staleness }) => (staleness ?? 0) > 0).length;
  return {
    minority: meterOf(during.filter(({ side }) => side === 'minority')),
    majority: meterOf(during.filter(({ side }) => side === 'majority')),
    all,
    lost: lost.size,
    violations: stale + lost.size,
    divergence,
    latency: {
      reads: latencyOf(whole.filter((each) => !isWrite(each))),
      writes: latencyOf(whole.filter(isWrite)),
    },
  };
}
