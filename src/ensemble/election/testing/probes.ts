/**
 * Support for tests: events that fit a server's present state well enough to get somewhere, or just
 * miss it. What comes out is no run of an ensemble: it leads a machine into every corner.
 */
import type { Random } from '../../../kernel/random.ts';
import type { MachineEvent } from '../../../kernel/machine/table.ts';
import { acceptedEpochOf } from '../../../protocols/election/server.ts';
import type { Server } from '../../../protocols/election/server.ts';
import type { Vote } from '../../../protocols/election/vote.ts';
import type { Txn } from '../../../zookeeper/records/txns.ts';
import { NO_SESSION } from '../../../zookeeper/records/values.ts';
import { emptyTree } from '../../../zookeeper/tree/data-tree.ts';

const plain = {
  from: 0,
  connection: 0,
  message: null as unknown,
  port: '',
  reason: '',
  dialled: false,
  data: null as unknown,
};

type Probe = typeof plain;

const oneOf = <T>(random: Random, values: readonly T[]): T =>
  values[random.below(values.length)] as T;

/** A vote for somebody, rather good or rather bad. */
function vote(s: Server, random: Random): Vote {
  const own = s.election.vote;
  const leader = oneOf(random, [s.sid, ...s.config.voters, 99]);
  const peerEpoch = oneOf(random, [
    own.peerEpoch,
    own.peerEpoch,
    Math.max(0, own.peerEpoch) + 1,
    0,
  ]);
  return oneOf(random, [own, { leader, zxid: own.zxid, peerEpoch }, { ...own, leader }]);
}

function notification(s: Server, random: Random): Partial<Probe> {
  const state = oneOf(random, ['LOOKING', 'FOLLOWING', 'LEADING', 'LEADING', 'OBSERVING']);
  const round = s.round + oneOf(random, [0, 0, 0, 1, -1]);
  const named = vote(s, random);
  const from =
    state === 'LEADING' && named.leader !== s.sid ? named.leader : oneOf(random, s.config.servers);
  return { from, message: { type: 'NOTIFICATION', state, round, vote: named } };
}

/** The other end of a connection of the quorum port: the leader, or a learner. */
function peer(s: Server, random: Random): Partial<Probe> {
  if (s.following !== null) {
    const { leader, connection } = s.following;
    return { from: leader, connection: oneOf(random, [connection, connection, connection, 77]) };
  }
  const learner =
    s.leading === null ? undefined : oneOf(random, [...s.leading.learners, undefined]);
  return learner === undefined
    ? { from: oneOf(random, s.config.servers), connection: 1 + random.below(40) }
    : { from: learner.sid, connection: learner.connection };
}

function message(s: Server, type: string, random: Random): object {
  const epoch = s.leading?.epoch ?? s.following?.epoch ?? 1;
  const counter = random.below(4);
  const zxid = { epoch, counter: oneOf(random, [0, counter]) };
  const txn: Txn = {
    session: NO_SESSION,
    cxid: counter,
    zxid: { epoch, counter: counter + 1 },
    time: 1,
    body: { type: 'setData', path: '/', data: '', version: counter },
    digest: null,
  };
  const accepted = acceptedEpochOf(s) + oneOf(random, [-1, 0, 1, 1, 1]);
  return {
    type,
    zxid,
    txn,
    tree: emptyTree,
    session: NO_SESSION,
    cxid: counter,
    valid: true,
    epoch: type === 'LEADERINFO' ? accepted : epoch,
    acceptedEpoch: Math.max(0, accepted),
    currentEpoch: oneOf(random, [-1, 0, 0, 9]),
    sid: 0,
  };
}

const DISK_EVENTS = new Set(['EPOCH_WRITTEN', 'HISTORY_WRITTEN', 'CURRENT_EPOCH_WRITTEN']);

/** An event of this type, made for this state. */
export function probe(s: Server, type: string, random: Random): MachineEvent {
  const made = (): Partial<Probe> => {
    if (type === 'NOTIFICATION') return notification(s, random);
    if (DISK_EVENTS.has(type)) return { data: { term: s.term - oneOf(random, [0, 0, 0, 1]) } };
    if (type === 'CONNECTED' || type === 'CLOSED') {
      const dialled = random.below(s.following === null ? 2 : 6) > 0;
      return {
        ...peer(s, random),
        dialled,
        port: 'quorum',
        reason: 'closed',
        ...(type === 'CONNECTED' ? { connection: 1 + random.below(40) } : {}),
      };
    }
    if (type === 'LINK_UP') return { from: oneOf(random, s.config.servers) };
    return { ...peer(s, random), message: message(s, type, random) };
  };
  return { ...plain, ...made(), type } as MachineEvent;
}
