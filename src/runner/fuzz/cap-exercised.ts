import type { WithCap } from '../../protocols/cap/ghost.ts';
import type { CapRequest } from '../../protocols/cap/ghost.ts';
import { isUnfounded } from '../../protocols/cap/invariants.ts';
import { judged } from '../../protocols/cap/judged.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';

/** What a run of the experiment reached: each thing once for each request. */
export class CapExercised {
  readonly counts = new Map<string, number>();
  private seen: readonly CapRequest[] = [];

  note(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  look(world: AnyWorld): void {
    const { cap: ghost } = world.ghost as WithCap;
    const { requests } = ghost;
    if (requests === this.seen) return;
    requests.forEach((each, index) => {
      const before = this.seen[index];
      if (each === before || each.returned === null || before?.returned) return;
      this.ended(each);
    });
    this.seen = requests;
  }

  private ended({ kind, outcome, staleness, readOnly, side, before }: CapRequest): void {
    const op = kind === 'write' ? 'write' : 'read';
    this.note(`${op} ${outcome}`);
    if (outcome === 'ok' && side !== 'whole') this.note(`${op} answered on the ${side}’s side`);
    if ((staleness ?? 0) > 0) this.note('a stale read');
    if (readOnly) this.note('a read without a leader');
    if (before.length > 0) this.note('a request tried again');
  }

  /** What is known at the end. */
  end(world: AnyWorld): void {
    const { cap: ghost } = world.ghost as WithCap;
    if (ghost.lost.size > 0) this.note('an acknowledged write lost');
    if (ghost.requests.some((each) => isUnfounded(ghost, each)))
      this.note('told by a server without a leader what was never committed');
    if (judged(ghost, 'linearizable').holds === false) this.note('not linearizable');
    if (judged(ghost, 'sequential').holds === false) this.note('not sequential');
    for (const { kind, outcome, value } of ghost.requests) {
      if (kind !== 'write' || (outcome !== 'timeout' && outcome !== 'unknown')) continue;
      const done = value !== null && ghost.puts.has(value);
      this.note(done ? 'unknown, and done' : 'unknown, and not done');
    }
    for (const { goneAt, knownAt } of [...ghost.former.values(), ...ghost.ephemerals.values()])
      if (goneAt !== null && (knownAt === null || knownAt > goneAt))
        this.note('an ephemeral gone before its client knew');
  }
}
