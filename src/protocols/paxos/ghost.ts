/** How the history grows with each step. */
import type { Edit } from '../../kernel/edit.ts';
import { lookAtCycle } from './certificate.ts';
import type { Ghost, PaxosChange, PaxosWorld } from './history.ts';
import { recordOf, votesOf } from './history.ts';
import type { Member } from './member.ts';
import { append, put } from '../../kernel/pages.ts';
import type { Acceptor, Proposal } from './rules.ts';
import type { Pid } from '../../view/time.ts';

export function remember(ghost: Ghost, world: PaxosWorld, change: PaxosChange): Ghost {
  const { before, after } = change;
  if (after === null || after === before) return ghost;
  const next: Edit<Ghost> = { ...ghost };
  next.messages += after.received - (before?.received ?? 0);
  next.refused += after.refused - (before?.refused ?? 0);
  next.rounds += (after.proposer?.rounds ?? 0) - (before?.proposer?.rounds ?? 0);
  const own = after.proposer?.own ?? null;
  if (own !== null && !next.proposed.includes(own)) next.proposed = [...next.proposed, own];
  noteNews(next, world.step, before, after);
  if (after.scheduler !== null && after.scheduler !== before?.scheduler)
    lookAtCycle(next, world, after);
  return next;
}

function noteNews(ghost: Edit<Ghost>, step: number, before: Member | null, after: Member): void {
  const { pid } = after;
  const promisedBefore = ghost.highest.get(pid)?.promised ?? 0;
  const issued = issuedBy(before, after);
  if (issued !== null) noteIssued(ghost, issued);
  const { kept } = after;
  let vote: Proposal | null = null;
  let firstVote = false;
  let chosen: Proposal | null = null;
  if (kept !== null && kept !== before?.kept) {
    noteHighest(ghost, pid, kept);
    vote = newVote(ghost, pid, kept);
    if (vote !== null) {
      const { ballot, value } = vote;
      firstVote = !recordOf(ghost, ballot).votes.some((each) => each.value === value);
      noteVote(ghost, pid, vote);
      chosen = newlyChosen(ghost, vote, after.config.quorum);
      if (chosen !== null) {
        ghost.chosen = [...ghost.chosen, chosen];
        // Only somebody who interferes can bring this about.
        ghost.certificate = null;
      }
    }
  }
  if (issued !== null || vote !== null)
    ghost.news = { step, pid, vote, promisedBefore, firstVote, issued, chosen };
}

function issuedBy(before: Member | null, after: Member): Proposal | null {
  const is = after.proposer;
  if (is === null || is.value === null) return null;
  const was = before?.proposer ?? null;
  const same = was !== null && was.ballot === is.ballot && was.value === is.value;
  return same ? null : { ballot: is.ballot, value: is.value };
}

function noteIssued(ghost: Edit<Ghost>, { ballot, value }: Proposal): void {
  const record = recordOf(ghost, ballot);
  if (record.issued.includes(value)) return;
  const issued = [...record.issued, value];
  ghost.ballots = put(ghost.ballots, ballot, { ...record, issued });
}

/** A vote that is not in the history yet, be it cast now or found on the disk after a restart. */
function newVote(ghost: Ghost, pid: Pid, { accBallot, accValue }: Acceptor): Proposal | null {
  if (accValue === null) return null;
  const known = recordOf(ghost, accBallot).votes.some(
    ({ acceptor, value }) => acceptor === pid && value === accValue,
  );
  return known ? null : { ballot: accBallot, value: accValue };
}

function noteVote(ghost: Edit<Ghost>, pid: Pid, vote: Proposal): void {
  const record = recordOf(ghost, vote.ballot);
  const votes = [...record.votes, { acceptor: pid, value: vote.value }];
  ghost.ballots = put(ghost.ballots, vote.ballot, { ...record, votes });
  ghost.votes = new Map(ghost.votes).set(pid, append(votesOf(ghost, pid), vote));
}

function newlyChosen(ghost: Ghost, vote: Proposal, quorum: number): Proposal | null {
  const { votes } = recordOf(ghost, vote.ballot);
  const count = votes.filter(({ value }) => value === vote.value).length;
  return count === quorum ? vote : null;
}

function noteHighest(ghost: Edit<Ghost>, pid: Pid, kept: Acceptor): void {
  const was = ghost.highest.get(pid);
  if (was !== undefined && was.promised >= kept.promised && was.accBallot >= kept.accBallot) return;
  const votes = was !== undefined && was.accBallot > kept.accBallot ? was : kept;
  ghost.highest = new Map(ghost.highest).set(pid, {
    ...votes,
    promised: Math.max(was?.promised ?? 0, kept.promised),
  });
}
