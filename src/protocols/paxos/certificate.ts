/**
 * A certificate that a run goes on for ever: its whole state has come again, up to a shift of all
 * ballots. `future.ts` says what of a state is compared.
 *
 * The rules only compare ballots with each other, and a proposer's next number is shifted too when
 * the shift is a multiple of the number of proposers; so the same steps follow, with shifted
 * ballots, as often as one likes. This proves that *this schedule* can be repeated for ever, not that
 * every schedule livelocks. Whether it is fair, that is whether each message sent is delivered or
 * dropped by name some time, is said with it.
 */
import type { Flights } from '../../kernel/flights.ts';
import { flightsOf, futureWithNumbers, heldBack } from './future.ts';
import { inFlight, isFair, whole } from './history.ts';
import type { Certificate, Cycle, Ghost, PaxosWorld } from './history.ts';
import type { Member } from './member.ts';
import { normalForm } from './normal-form.ts';
import type { NormalForm } from './normal-form.ts';

/** Looks at a run after each row, and knows when a state has come again. */
export class Watch {
  private readonly seen = new Map<string, Cycle>();

  /** @returns the certificate, as soon as there is one */
  look(world: PaxosWorld, row: number): Certificate | null {
    const now = cycleOf(world, row, world.ghost.messages);
    const before = this.seen.get(now.form);
    if (before === undefined) {
      this.seen.set(now.form, now);
      return null;
    }
    return certify(before, now, proposersOf(world), world.step);
  }
}

const proposersOf = ({ processes }: PaxosWorld): number =>
  processes.find(({ s }) => s !== null)?.s?.config.proposers.length ?? 0;

function cycleOf(world: PaxosWorld, row: number, messages: number): Cycle {
  const waiting = heldBack(world);
  const future = futureWithNumbers(world);
  return {
    ...normalForm(future.state),
    row,
    messages,
    ...(waiting.length > 0 && { waiting }),
    [inFlight]: flightsOf(world),
    [whole]: future,
  };
}

/**
 * A state without messages that a whole cycle has left where they are. It goes on without them as
 * with them: a link's newest message is taken, and whatever the cycle took or left anew is newer.
 */
function without(cycle: Cycle, isStanding: (id: number) => boolean): NormalForm {
  const { state, flights } = cycle[whole];
  if (!flights.some(isStanding)) return cycle;
  // One that is on its way arrives some time.
  const moving = state.flights.filter(
    (flight, place) => flight.in !== null || !isStanding(flights[place] ?? 0),
  );
  return normalForm({ ...state, flights: moving });
}

/** What two equal states prove; nothing, when the shift does not fit the proposers' numbers. */
function certify(first: Cycle, second: Cycle, proposers: number, step: number): Certificate | null {
  const isStanding = (id: number): boolean =>
    first[inFlight].get(id) !== undefined && second[inFlight].get(id) !== undefined;
  const [before, after] = [without(first, isStanding), without(second, isStanding)];
  const shift = after.base - before.base;
  if (before.form !== after.form || proposers === 0 || shift % proposers !== 0) return null;
  // What a link holds beyond the reach of one cycle must not come into reach of a later one.
  const more = second.waiting ?? [];
  if ((first.waiting ?? []).some((count, at) => count > (more[at] ?? 0))) return null;
  return {
    from: first.row,
    to: second.row,
    shift,
    rows: second.row - first.row,
    messages: second.messages - first.messages,
    step,
    [isFair]: servesAll(first[inFlight], second[inFlight]),
  };
}

/**
 * Whether every message is delivered or dropped some time. Messages stand in the order in which they
 * were sent, and those that are gone make the others move up; as the cycle repeats, one that keeps
 * its place keeps it for ever, and so does some one where they become more.
 */
function servesAll(before: Flights, after: Flights): boolean {
  if (after.size > before.size) return false;
  if (before.oldest !== null && before.oldest === after.oldest) return false;
  const later = after.values();
  return before.values().every(({ id }, place) => later[place]?.id !== id);
}

/** For the history variables: compares each cycle's end with the last one's. */
export function lookAtCycle(
  ghost: Pick<Ghost, 'messages' | 'chosen'> & {
    cycle: Cycle | null;
    certificate: Certificate | null;
  },
  world: PaxosWorld,
  { scheduler, config }: Member,
): void {
  const script = config.scheduler?.script;
  if (script === undefined || scheduler === null || script.repeatFrom === null) return;
  if (scheduler.next !== 'request' || scheduler.row !== script.repeatFrom) return;
  // What has been decided is no livelock, however often it repeats.
  if (ghost.chosen.length > 0) return;
  // Not before the whole stem has been played.
  if (scheduler.done < script.rows.length) return;
  const cycle = cycleOf(world, scheduler.done, ghost.messages);
  if (ghost.cycle !== null) {
    // What was proved stands only while nobody interferes: each cycle has to bear it out.
    const proof = certify(ghost.cycle, cycle, config.proposers.length, world.step);
    ghost.certificate = proof === null ? null : (ghost.certificate ?? proof);
  }
  ghost.cycle = cycle;
}
