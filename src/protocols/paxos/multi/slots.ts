/**
 * Multi-Paxos [specification 1.11]: one instance of the single-decree rules for each slot, under one
 * promise for all of them.
 */
import type { Acceptor, Ballot, Value } from '../rules.ts';
import { chooseValue, onAccept, onPrepare } from '../rules.ts';

export type Slot = number;

/** What fills a gap: it changes nothing when it is applied. */
export const NO_OP: Value = 'no-op';

export interface SlotVote {
  readonly slot: Slot;
  readonly ballot: Ballot;
  readonly value: Value;
}

export interface SlotValue {
  readonly slot: Slot;
  readonly value: Value;
}

/** An acceptor of all slots: one promise, and the newest vote of each slot. */
export interface LogAcceptor {
  readonly promised: Ballot;
  readonly votes: readonly SlotVote[];
}

export const freshLog: LogAcceptor = { promised: 0, votes: [] };

/** What a crash leaves. */
export interface LogDisk {
  readonly acceptor: LogAcceptor;
  /** The highest ballot that it has begun or heard of: a restart uses no ballot twice. */
  readonly seen: Ballot;
}

export const blankLog: LogDisk = { acceptor: freshLog, seen: 0 };

/** The acceptor as the single-decree rules know it, in one slot. */
const inSlot = ({ promised, votes }: LogAcceptor, slot: Slot): Acceptor => {
  const vote = votes.find((each) => each.slot === slot);
  return { promised, accBallot: vote?.ballot ?? 0, accValue: vote?.value ?? null };
};

/** One Prepare covers every slot; null when it is refused. */
export function onPrepareLog(acceptor: LogAcceptor, ballot: Ballot): LogAcceptor | null {
  const after = onPrepare(inSlot(acceptor, -1), ballot);
  return after === null ? null : { ...acceptor, promised: after.promised };
}

export function onAcceptSlot(acceptor: LogAcceptor, vote: SlotVote): LogAcceptor | null {
  const { slot, ballot, value } = vote;
  const after = onAccept(inSlot(acceptor, slot), ballot, value);
  if (after === null) return null;
  const others = acceptor.votes.filter((each) => each.slot !== slot);
  const votes = [...others, vote].toSorted((a, b) => a.slot - b.slot);
  return { promised: after.promised, votes };
}

/**
 * What a new leader must propose again: for each slot from its first unchosen one to the highest
 * reported, the value of the highest reported ballot, and no-op where nothing is reported.
 */
export function recover(reports: readonly (readonly SlotVote[])[], from: Slot): SlotValue[] {
  const votes = reports.flat().filter(({ slot }) => slot >= from);
  const last = Math.max(from - 1, ...votes.map(({ slot }) => slot));
  return Array.from({ length: last - from + 1 }, (_, index) => {
    const slot = from + index;
    const here = votes
      .filter((vote) => vote.slot === slot)
      .map(({ ballot, value }) => ({ accBallot: ballot, accValue: value }));
    return { slot, value: chooseValue(here, NO_OP) };
  });
}

/** Values to apply: in the order of their slots, never past a gap. */
export function applicable(chosen: readonly SlotValue[], from: Slot): Value[] {
  const values: Value[] = [];
  for (let slot = from; ; slot++) {
    const here = chosen.find((each) => each.slot === slot);
    if (here === undefined) return values;
    values.push(here.value);
  }
}

/**
 * What ZAB keeps and independent slots do not: when a change is applied, everything that its primary
 * had proposed before it has been applied before it.
 * @param proposed what each primary proposed, in its order
 */
export const keepsPrimaryOrder = (
  applied: readonly Value[],
  proposed: readonly (readonly Value[])[],
): boolean =>
  proposed.every((order) =>
    order.every((value, index) => {
      const at = applied.indexOf(value);
      return (
        at === -1 ||
        order.slice(0, index).every((earlier) => {
          const before = applied.indexOf(earlier);
          return before !== -1 && before < at;
        })
      );
    }),
  );
