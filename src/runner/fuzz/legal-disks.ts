/**
 * Disks as a past may have left them: what a few epochs with elections, failed synchronisations and
 * half-replicated writes leave behind. They disagree with each other, but never about what was
 * committed. Each leader needed a quorum, so no rule of the protocol is broken by how a run begins.
 */
import type { ElectionServerSetup } from '../../view/election-setup.ts';
import type { Pid } from '../../view/time.ts';
import type { Dice } from './dice.ts';

/** Transactions (epoch, from) … (epoch, to). */
interface Stretch {
  readonly epoch: number;
  readonly to: number;
}

interface Past {
  accepted: number;
  current: number;
  /** One stretch for each epoch, all from counter 1. */
  log: readonly Stretch[];
}

type DiskSetup = Pick<ElectionServerSetup, 'acceptedEpoch' | 'currentEpoch' | 'log'>;

/** @returns what is on each voter's disk; nothing at all for an ensemble without a past */
export function legalDisks(dice: Dice, voters: readonly Pid[]): ReadonlyMap<Pid, DiskSetup> {
  const pasts = new Map<Pid, Past>(
    voters.map((sid) => [sid, { accepted: 0, current: 0, log: [] }]),
  );
  const elections = dice.between(0, 4);
  for (let i = 0; i < elections; i++) liveThrough(dice, pasts);
  if (elections === 0) return new Map();
  if (dice.chance(0.5)) promiseWithoutBest(dice, pasts);
  return new Map(
    [...pasts].map(([sid, { accepted, current, log }]) => [
      sid,
      { acceptedEpoch: accepted, currentEpoch: current, log: textOf(log) },
    ]),
  );
}

/** One leader: discovery with a quorum, synchronisation, some writes. It may fail in each phase. */
function liveThrough(dice: Dice, pasts: ReadonlyMap<Pid, Past>): void {
  const voters = [...pasts.keys()];
  const quorum = Math.floor(voters.length / 2) + 1;
  const past = (sid: Pid): Past => pasts.get(sid) as Past;
  const members = dice.some(voters, dice.between(quorum, voters.length));
  const leader = members.reduce((best, sid) =>
    isAhead(past(sid), sid, past(best), best) ? sid : best,
  );
  const others = members.filter((sid) => sid !== leader);
  const epoch = 1 + Math.max(...members.map((sid) => past(sid).accepted));
  /** The leader and some who got as far as it did, or everybody. */
  const reached = (all: boolean): Pid[] => [
    leader,
    ...(all ? others : dice.some(others, dice.between(0, quorum - 2))),
  ];

  const promised = !dice.chance(0.25);
  // In vain perhaps several times, each time for the next epoch.
  const tries = promised ? 1 : dice.between(1, 3);
  for (const sid of reached(promised)) past(sid).accepted = epoch + tries - 1;
  if (!promised) return;
  const synchronised = !dice.chance(0.2);
  const { log } = past(leader);
  for (const sid of reached(synchronised)) {
    past(sid).current = epoch;
    past(sid).log = log;
  }
  if (!synchronised || dice.chance(0.2)) return;

  const proposed = dice.magnitude(1, 30);
  const committed = dice.between(0, proposed);
  const sure = new Set(dice.some(others, quorum - 1));
  for (const sid of members) {
    const least = sure.has(sid) ? committed : 0;
    const to = sid === leader ? proposed : dice.between(least, proposed);
    if (to > 0) past(sid).log = [...log, { epoch, to }];
  }
}

/**
 * Leaders that a quorum has promised an epoch, or that never came so far, and that crashed before
 * anybody was synchronised, while the one with the newest log was away: it will be elected, and knows
 * the least about epochs. Random pasts hardly ever come to this.
 */
function promiseWithoutBest(dice: Dice, pasts: ReadonlyMap<Pid, Past>): void {
  const voters = [...pasts.keys()];
  const past = (sid: Pid): Past => pasts.get(sid) as Past;
  const best = voters.reduce((first, sid) =>
    isAhead(past(sid), sid, past(first), first) ? sid : first,
  );
  const others = voters.filter((sid) => sid !== best);
  const quorum = Math.floor(voters.length / 2) + 1;
  if (others.length < quorum) return;
  const members = dice.some(others, dice.between(quorum, others.length));
  const highest = Math.max(...members.map((sid) => past(sid).accepted));
  const epoch = highest + dice.between(1, 3);
  const leader = members.reduce((first, sid) =>
    isAhead(past(sid), sid, past(first), first) ? sid : first,
  );
  for (const sid of dice.chance(0.6) ? members : [leader]) past(sid).accepted = epoch;
}

function isAhead(a: Past, aSid: Pid, b: Past, bSid: Pid): boolean {
  if (a.current !== b.current) return a.current > b.current;
  const [x, y] = [a.log.at(-1), b.log.at(-1)];
  if (x?.epoch !== y?.epoch) return (x?.epoch ?? 0) > (y?.epoch ?? 0);
  if (x?.to !== y?.to) return (x?.to ?? 0) > (y?.to ?? 0);
  return aSid > bSid;
}

const textOf = (log: readonly Stretch[]): string =>
  log.map(({ epoch, to }) => (to === 1 ? `${epoch}·1` : `${epoch}·1-${epoch}·${to}`)).join(' ');
