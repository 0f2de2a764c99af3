/**
 * What must hold in every world [specification 1.9; P2 … P2c of Paxos Made Simple; Voting.tla]. A
 * vote counts from the moment its acceptor may speak of it. I-P1, and that an acceptor accepts *if*
 * it may, are rules for handlers, not for worlds: rules.test.ts asks them of `onAccept`.
 */
import type { Invariant } from '../../kernel/model.ts';
import type { Pid } from '../../view/time.ts';
import type { Config } from './config.ts';
import type { Ghost, News, PaxosChange } from './history.ts';
import { recordOf, votesOf } from './history.ts';
import type { Disk, Member } from './member.ts';
import { outlook } from './outlook.ts';
import { at } from '../../kernel/pages.ts';
import type { Acceptor, Ballot, Proposal, Value } from './rules.ts';
import { freshAcceptor } from './rules.ts';

export type PaxosInvariant = Invariant<Member, Disk, Ghost>;

const text = ({ ballot, value }: Proposal): string => `(${ballot}, ${value})`;

/** The acceptor's part after a change of it, with the name of the process. */
function changed({ before, after }: PaxosChange): { kept: Acceptor; name: string } | null {
  if (after === null || after.kept === null || after.kept === before?.kept) return null;
  return { kept: after.kept, name: nameIn(after.config, after.pid) };
}

const nameIn = ({ names }: Config, pid: Pid): string => names.get(pid) ?? `${pid}`;

/** An invariant about what this very step has added to the history. */
const onNews = (
  name: string,
  check: (ghost: Ghost, news: News, config: Config) => string | null,
): PaxosInvariant => ({
  name,
  check: ({ ghost, step }, { after }) => {
    const { news } = ghost;
    if (after === null || news === null || news.step !== step || news.pid !== after.pid)
      return null;
    return check(ghost, news, after.config);
  },
});

const type: PaxosInvariant = {
  name: 'I-Type',
  check: (_world, change) => {
    const found = changed(change);
    if (found === null) return null;
    const { promised, accBallot, accValue } = found.kept;
    if (accBallot > promised)
      return `${found.name} has voted in ${accBallot} and promised only ${promised}`;
    if ((accBallot === 0) === (accValue === null)) return null;
    return `${found.name} has value ${accValue} of ballot ${accBallot}`;
  },
};

const mono: PaxosInvariant = {
  name: 'I-Mono',
  check: ({ ghost }, change) => {
    const found = changed(change);
    if (found === null) return null;
    const was = ghost.highest.get(change.pid) ?? freshAcceptor;
    const { promised, accBallot } = found.kept;
    if (promised < was.promised)
      return `${found.name} had promised ${was.promised} and now only ${promised}`;
    if (accBallot < was.accBallot)
      return `${found.name} had voted in ${was.accBallot} and now only in ${accBallot}`;
    return null;
  },
};

/**
 * Covers I-P1a's "only if": who votes has answered no Prepare of a higher ballot. (A disk read after a
 * crash may show a vote together with a later promise: that came first.)
 */
const keepPromises = onNews('I-Keep', (_ghost, { vote, promisedBefore, pid }, config) => {
  if (vote === null || promisedBefore <= vote.ballot) return null;
  return `${nameIn(config, pid)} had promised ${promisedBefore} and voted for ${text(vote)}`;
});

const truth: PaxosInvariant = {
  name: 'I-Truth',
  check: ({ ghost }, change) => {
    const found = changed(change);
    if (found === null) return null;
    const best = lastVoteBelow(ghost, change.pid, Infinity);
    const { accBallot, accValue } = found.kept;
    if (accBallot === (best?.ballot ?? 0) && isVoteOf(ghost, change.pid, accBallot, accValue))
      return null;
    const said = accValue === null ? 'no vote' : text({ ballot: accBallot, value: accValue });
    return `${found.name} reports ${said}; its newest vote is ${best === null ? 'none' : text(best)}`;
  },
};

const isVoteOf = (ghost: Ghost, pid: Pid, ballot: Ballot, value: Value | null): boolean =>
  value === null ||
  recordOf(ghost, ballot).votes.some((vote) => vote.acceptor === pid && vote.value === value);

/** The vote of the largest ballot below this one. Votes nearly always stand in their order. */
function lastVoteBelow(ghost: Ghost, pid: Pid, ballot: Ballot): Proposal | null {
  const votes = votesOf(ghost, pid);
  let best: Proposal | null = null;
  for (let i = votes.length - 1; i >= 0; i--) {
    const vote = at(votes, i);
    if (vote === null || vote.ballot >= ballot) continue;
    if (best !== null && vote.ballot <= best.ballot) return best;
    best = vote;
  }
  return best;
}

const oneValuePerBallot = onNews('I-OneValuePerBallot', (ghost, { vote, issued }) => {
  const { ballot } = vote ?? issued ?? { ballot: 0 };
  const record = recordOf(ghost, ballot);
  if (record.issued.length > 1)
    return `ballot ${ballot} has two proposals: ${record.issued.join(' and ')}`;
  const voted = new Set(record.votes.map(({ value }) => value));
  return voted.size > 1 ? `ballot ${ballot} has votes for ${[...voted].join(' and ')}` : null;
});

/**
 * A proposal has a quorum behind it, all of which has promised its ballot, and of whose votes below
 * it none exists or the highest is for its value.
 */
const p2c = onNews('I-P2c', (ghost, { issued }, { acceptors, quorum }) => {
  if (issued === null) return null;
  const { ballot, value } = issued;
  const last = acceptors
    .filter((pid) => (ghost.highest.get(pid)?.promised ?? 0) >= ballot)
    .map((pid) => lastVoteBelow(ghost, pid, ballot));
  const free = last.filter((vote) => vote === null).length;
  if (free >= quorum) return null;
  for (const top of last) {
    if (top?.value !== value) continue;
    const under = last.filter(
      (vote) => vote === null || vote.ballot < top.ballot || vote.value === value,
    );
    if (under.filter((vote) => (vote?.ballot ?? 0) <= top.ballot).length >= quorum) return null;
  }
  return `no quorum justifies the proposal ${text(issued)}`;
});

/** A proposal or vote of another value above a ballot in which a value was chosen. */
const contradicts = (chosen: Proposal, other: Proposal | null): boolean =>
  other !== null && other.ballot > chosen.ballot && other.value !== chosen.value;

/** What was issued (P2b) or voted for (P2a) above the ballot that has just been chosen. */
function* above(ghost: Ghost, { ballot }: Proposal, votes: boolean): Generator<Proposal> {
  for (let higher = ballot + 1; higher < ghost.ballots.length; higher++) {
    const record = recordOf(ghost, higher);
    const values = votes ? record.votes.map(({ value }) => value) : record.issued;
    for (const value of values) yield { ballot: higher, value };
  }
}

function firstContradiction(
  ghost: Ghost,
  added: Proposal | null,
  chosenNow: Proposal | null,
  votes: boolean,
): string | null {
  for (const chosen of ghost.chosen) {
    if (contradicts(chosen, added))
      return `${text(chosen)} is chosen, and then ${text(added ?? chosen)}`;
  }
  if (chosenNow === null) return null;
  for (const other of above(ghost, chosenNow, votes)) {
    if (contradicts(chosenNow, other)) return `${text(chosenNow)} is chosen below ${text(other)}`;
  }
  return null;
}

const p2 = onNews('I-P2', (ghost, { chosen }) => {
  if (chosen === null) return null;
  const other = ghost.chosen.find((one) => contradicts(one, chosen) || contradicts(chosen, one));
  return other === undefined ? null : `${text(other)} and ${text(chosen)} are chosen`;
});

const p2a = onNews('I-P2a', (ghost, { vote, chosen }) =>
  firstContradiction(ghost, vote, chosen, true),
);

const p2b = onNews('I-P2b', (ghost, { issued, chosen }) =>
  firstContradiction(ghost, issued, chosen, false),
);

/**
 * No other value can be chosen below a vote: for each lower ballot there is a quorum whose members
 * have voted for the same there, or have promised more without having voted there. Checked at the
 * first vote of a proposal, down to its value's last vote below: that one was safe itself.
 */
const safe = onNews('I-Safe', (ghost, { vote, firstVote }, { acceptors, quorum }) => {
  if (vote === null || !firstVote) return null;
  const promised = (pid: Pid): Ballot => ghost.highest.get(pid)?.promised ?? 0;
  let sameBelow = 0;
  const ballots = new Set<Ballot>([vote.ballot - 1]);
  for (const pid of acceptors) {
    const votes = votesOf(ghost, pid);
    for (let i = votes.length - 1; i >= 0; i--) {
      const other = at(votes, i);
      if (other === null || other.ballot >= vote.ballot) continue;
      if (other.ballot < sameBelow) break;
      ballots.add(other.ballot);
      if (other.value === vote.value) sameBelow = Math.max(sameBelow, other.ballot);
    }
  }
  for (const below of ballots) {
    if (below < sameBelow || below <= 0) continue;
    const { votes } = recordOf(ghost, below);
    const members = acceptors.filter((pid) => {
      const cast = votes.filter(({ acceptor }) => acceptor === pid);
      if (cast.length > 0) return cast.some(({ value }) => value === vote.value);
      return promised(pid) > below;
    });
    if (members.length < quorum)
      return `a vote for ${text(vote)}, while another value can be chosen in ballot ${below}`;
  }
  return null;
});

const agreement = onNews('I-Agreement', ({ chosen }) => {
  const values = new Set(chosen.map(({ value }) => value));
  return values.size > 1 ? `${chosen.map(text).join(' and ')} are chosen` : null;
});

const validity = onNews('I-Validity', ({ proposed }, { vote }) =>
  vote === null || proposed.includes(vote.value) ? null : `nobody has asked for ${vote.value}`,
);

const learn: PaxosInvariant = {
  name: 'I-Learn',
  check: ({ ghost }, { before, after }) => {
    const learned = after?.learner?.learned ?? null;
    if (after === null || learned === null || learned === before?.learner?.learned) return null;
    if (ghost.chosen.some(({ value }) => value === learned.value)) return null;
    return `${nameIn(after.config, after.pid)} has learned ${learned.value}, which is not chosen`;
  },
};

/** What the acceptors hold still allows the chosen value, and no other one. */
const stable: PaxosInvariant = {
  name: 'I-Stable',
  check: (world, change) => {
    const [first] = world.ghost.chosen;
    const found = changed(change);
    if (first === undefined || found === null || change.after === null) return null;
    const { acceptors, quorum } = change.after.config;
    const all = acceptors.map((pid) => {
      const process = world.processes.find((each) => each.pid === pid);
      return process?.s?.kept ?? process?.disk.acceptor ?? freshAcceptor;
    });
    const found2 = outlook(all, quorum, world.ghost.proposed);
    for (const [value, prospect] of found2) {
      if (value !== first.value && prospect !== 'impossible')
        return `${first.value} is chosen, and yet ${value} is ${prospect}`;
    }
    if (found2.get(first.value) !== 'impossible') return null;
    return `${first.value} was chosen and is impossible now`;
  },
};

/** In the order in which they are told when a step breaks several: causes before what follows. */
export const invariants: readonly PaxosInvariant[] = [
  type,
  keepPromises,
  mono,
  truth,
  oneValuePerBallot,
  p2c,
  safe,
  p2b,
  p2a,
  p2,
  agreement,
  validity,
  learn,
  stable,
];
