import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Pid } from '../../view/time.ts';

/**
 * The rare things of a run that a protocol's rules exist for, counted: random schedules that reach
 * none of them prove nothing. What they are is the protocol's own affair.
 */
export abstract class Exercised {
  /** How often each was reached. */
  readonly counts = new Map<string, number>();

  /** Looks at a world after a step. */
  abstract look(world: AnyWorld): void;

  note(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}

/** Tells what each step made of the one process that took it. */
export abstract class ExercisedByStep<S> extends Exercised {
  private readonly last = new Map<Pid, S | null>();

  look(world: AnyWorld): void {
    const { pid, s } = world.current;
    const is = s as S | null;
    const was = this.last.get(pid) ?? null;
    if (is === was && world.did.length === 0) return;
    this.last.set(pid, is);
    if (is !== null) this.changed(was, is, world, pid);
  }

  /** @param was null: it has just started */
  protected abstract changed(was: S | null, is: S, world: AnyWorld, pid: Pid): void;
}
