import type { Ghost } from '../../protocols/paxos/history.ts';
import { at } from '../../kernel/pages.ts';
import type { Disk, Member } from '../../protocols/paxos/member.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import { Exercised } from './exercised.ts';
import type { World } from '../../kernel/world.ts';

type PaxosWorld = World<Member, Disk, Ghost>;

/** What a run of Paxos reached: two values in play, restarts between promise and vote, old answers. */
export class PaxosExercised extends Exercised {
  private readonly seen = new Set<string>();
  private ghost: Ghost | null = null;

  look(any: AnyWorld): void {
    const world = any as PaxosWorld;
    for (const { pid, s, disk } of world.processes) {
      const promises = s?.proposer?.promises ?? [];
      if (promises.length > 1) {
        const values = new Set(promises.flatMap(({ accValue }) => accValue ?? []));
        if (values.size > 1) this.once('two values reported to one proposer', pid, s?.proposer);
      }
      const { value = null, own = null } = s?.proposer ?? {};
      if (value !== null && value !== own) this.once('a value recovered', pid, s?.proposer);
      if (s === null && disk.acceptor.promised > disk.acceptor.accBallot) {
        this.once('down between promise and vote', pid, disk.acceptor.promised);
      }
    }
    if (world.ghost === this.ghost) return;
    this.ghost = world.ghost;
    const { votes, chosen } = world.ghost;
    const voted = new Set<string>();
    for (const pages of votes.values()) {
      for (let i = 0; i < pages.length; i++) voted.add(at(pages, i)?.value ?? '');
    }
    if (voted.size > 1) this.once('votes for two values', voted.size, null);
    if (chosen.length > 1) this.once('chosen in two ballots', chosen.length, null);
    if (chosen.length > 0) this.once('a value chosen', 0, null);
  }

  private once(name: string, who: number, what: unknown): void {
    const ballot =
      typeof what === 'object' && what !== null ? (what as { ballot: number }).ballot : what;
    const key = `${name} ${who} ${String(ballot)}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.note(name);
  }
}
