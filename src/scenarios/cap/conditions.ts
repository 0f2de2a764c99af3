import type { CapDetail } from '../../view/cap.ts';
import type { CapCondition } from '../../view/cap-setup.ts';
import type { Condition } from '../../view/condition.ts';

type Asked = Extract<CapCondition, { readonly request: unknown }>['request'];

function requestIs(
  { requests }: CapDetail,
  { number, is, value, staleness, lost }: Asked,
): boolean {
  const found = requests.find((each) => each.number === number);
  return (
    found !== undefined &&
    (is === undefined || found.outcome === is) &&
    (value === undefined || found.value === value) &&
    (staleness === undefined || found.staleness === staleness) &&
    (lost === undefined || (found.lost !== null) === lost)
  );
}

/** @returns undefined for a condition that is not the experiment's own */
export function capHolds(detail: () => CapDetail, condition: Condition): boolean | undefined {
  if ('request' in condition) return requestIs(detail(), condition.request);
  if ('register' in condition) {
    const { pid, is } = condition.register;
    return detail().servers.find((each) => each.pid === pid)?.value === is;
  }
  if ('verdict' in condition) {
    const { of, is, witness } = condition.verdict;
    const found = detail().verdicts.find(({ check }) => check === of);
    if (found?.holds !== is) return false;
    return witness === undefined || found.witness?.requests.join() === witness.join();
  }
  if ('sideAnswered' in condition) {
    const { side, of, is } = condition.sideAnswered;
    const meter = detail().meters[side];
    return meter.issued === of && meter.answered === is;
  }
  if ('staleReads' in condition) return detail().meters.all.stale === condition.staleReads;
  if ('lostWrites' in condition) return detail().meters.lost === condition.lostWrites;
  if ('divergence' in condition) return detail().meters.divergence === condition.divergence;
  return undefined;
}
