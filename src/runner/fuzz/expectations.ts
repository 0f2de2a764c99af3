import type { Server } from '../../zookeeper/server/server.ts';
import { election } from '../../scenarios/election/adapter.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { ElectionDetail, ElectionServerView } from '../../view/election.ts';
import type { Temper } from './election-setup.ts';

/**
 * What must come true once every fault is undone and a quorum is up; how much that is depends on
 * what the run was like.
 * @returns what is missing, in plain English; null when all is well
 */
export function missing(world: AnyWorld, temper: Temper): string | null {
  const detail = election.detail(world) as ElectionDetail;
  const up = detail.servers.filter(({ sid }) => world.process(sid).running);
  const { established, profile } = detail;
  if (temper === 'golden-stormy') return established === null ? lookingApart(up) : null;
  if (established === null && world.processes.length > 1) {
    return 'a quorum is up and whole, but no leader is established';
  }
  // Who has promised a later epoch than the established one may not follow an older leader, and
  // nobody elects a newer one while that leader has its quorum [Learner.registerWithLeader]. It asks
  // on and on, and each vote of its that arrives puts off another looking server's re-sending.
  const epoch = established?.epoch ?? Infinity;
  if (up.some(({ acceptedEpoch }) => acceptedEpoch > epoch)) return null;
  // Without re-sending, an observer that looked too early never hears who leads.
  const members = up.filter(({ observer }) => !observer || profile !== 'golden');
  return notServing(members) ?? (temper === 'calm' ? notAtFirst(world, members) : null);
}

/**
 * Without re-sending, a lost answer may keep a server looking for ever. But while nobody leads, all
 * that look are in one round: a vote of an old one is answered, a vote of a new one makes its receiver follow suit.
 */
function lookingApart(up: readonly ElectionServerView[]): string | null {
  const looking = up.filter(
    ({ observer, phase, vote }) => !observer && phase === 'ELECTION' && vote,
  );
  const [one] = looking;
  const other = looking.find(({ round }) => round !== one?.round);
  if (one === undefined || other === undefined) return null;
  return `S${one.sid} and S${other.sid} look in rounds ${one.round} and ${other.round} and stay there`;
}

function notServing(members: readonly ElectionServerView[]): string | null {
  const idle = members.find(({ serving }) => !serving);
  return idle === undefined ? null : `a leader is established, but S${idle.sid} does not serve`;
}

/** When nothing goes wrong, the first decision of each server is the right one. */
function notAtFirst(world: AnyWorld, members: readonly ElectionServerView[]): string | null {
  const again = members.find(
    ({ sid }) => ((world.process(sid).s as Server | null)?.peer?.term ?? 0) > 1,
  );
  return again === undefined ? null : `S${again.sid} first followed a server that does not lead`;
}
