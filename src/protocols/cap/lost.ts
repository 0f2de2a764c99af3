/** Which acknowledged writes are nowhere any more, though nobody who replaced them had seen them. */
import type { Micros } from '../../view/time.ts';
import type { CapGhost, CapRequest, Lost } from './ghost.ts';

/** What was not acknowledged may be done at any time. */
const endOf = ({ outcome, returned }: CapRequest): number =>
  outcome === 'ok' ? (returned?.step ?? Infinity) : Infinity;

/** Whether two writes were under way at the same time: either may be the later one, whatever they knew. */
const wereTogether = (a: CapRequest, b: CapRequest | undefined): boolean =>
  b !== undefined && a.called.step < endOf(b) && b.called.step < endOf(a);

/** Whether a value was written over another one, directly or not, by whoever knew it, or at the same time. */
function comesAfter({ puts, requests }: CapGhost, value: number, write: CapRequest): boolean {
  for (let at = value; at >= 0; at = puts.get(at)?.over ?? -1) {
    if (at === write.value) return true;
    const other = requests.find((each) => each.kind === 'write' && each.value === at);
    if (wereTogether(write, other)) return true;
  }
  return false;
}

/** With what is lost now, since a server took another value, lost its disk, or a write was acknowledged. */
export function withLosses(ghost: CapGhost, time: Micros, by: number | null): CapGhost {
  const holders = [...new Set(ghost.held.values())];
  let lost: Map<number, Lost> | null = null;
  for (const write of ghost.requests) {
    const { kind, outcome, value } = write;
    if (kind !== 'write' || outcome !== 'ok' || value === null) continue;
    const kept = holders.some((each) => comesAfter(ghost, each, write));
    if (kept === !ghost.lost.has(value)) continue;
    lost ??= new Map(ghost.lost);
    if (kept) lost.delete(value);
    else lost.set(value, { at: time, by: by ?? holders[0] ?? null });
  }
  return lost === null ? ghost : { ...ghost, lost };
}
