/** What servers say to each other, and how it is drawn. */
import type { Message, MessageDescription } from '../../kernel/model.ts';
import type { MessageShape } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Vote } from './vote.ts';

export type ServerState = 'LOOKING' | 'FOLLOWING' | 'LEADING' | 'OBSERVING';

/** Election port: a vote, with the sender's state and round [FastLeaderElection.buildMsg]. */
export interface Notification {
  readonly type: 'NOTIFICATION';
  readonly state: ServerState;
  readonly vote: Vote;
  readonly round: number;
}

/** Election port: a dialler says who it is [QuorumCnxManager.startConnection]. */
export interface Hello {
  readonly type: 'HELLO';
  readonly sid: Pid;
}

/** Learner → leader: its acceptedEpoch. */
export interface LearnerInfo {
  readonly type: 'FOLLOWERINFO' | 'OBSERVERINFO';
  readonly acceptedEpoch: number;
}

/** Leader → learner: the new epoch. */
export interface LeaderInfo {
  readonly type: 'LEADERINFO';
  readonly epoch: number;
}

/** Learner → leader: its last zxid; currentEpoch −1 means "synchronise me but do not count me". */
export interface AckEpoch {
  readonly type: 'ACKEPOCH';
  readonly currentEpoch: number;
  readonly zxid: Zxid;
}

export interface NewLeader {
  readonly type: 'NEWLEADER';
  readonly epoch: number;
}

export interface Ack {
  readonly type: 'ACK';
  readonly zxid: Zxid;
}

export interface UpToDate {
  readonly type: 'UPTODATE';
}

export interface Ping {
  readonly type: 'PING';
}

/** Leader → follower: everything up to here is committed. */
export interface Commit {
  readonly type: 'COMMIT';
  readonly zxid: Zxid;
}

export type ElectionMessage =
  | Notification
  | Hello
  | LearnerInfo
  | LeaderInfo
  | AckEpoch
  | NewLeader
  | Ack
  | UpToDate
  | Ping
  | Commit;

/** They keep connections alive or introduce their ends; nothing is decided by them. */
const routineKinds: ReadonlySet<string> = new Set(['PING', 'HELLO']);

const describing = (
  kind: string,
  shape: MessageShape,
  label: string,
  short: string = label,
  claim: number | null = null,
): MessageDescription => ({ kind, shape, claim, label, short, routine: routineKinds.has(kind) });

/** One description for each message object: a message is drawn and recorded many times. */
const known = new WeakMap<Message, MessageDescription>();

export function describe(message: Message): MessageDescription {
  let description = known.get(message);
  if (description === undefined) {
    description = describeNew(message as ElectionMessage);
    known.set(message, description);
  }
  return description;
}

function describeNew(m: ElectionMessage): MessageDescription {
  switch (m.type) {
    case 'NOTIFICATION': {
      const { leader, zxid } = m.vote;
      if (leader < 0) return describing('notification', 'vote', '?');
      const short = `S${leader}`;
      return describing('notification', 'vote', `${zxidText(zxid)} → ${short}`, short, leader);
    }
    case 'HELLO':
      return describing('HELLO', 'packet', `S${m.sid}`);
    case 'FOLLOWERINFO':
    case 'OBSERVERINFO':
      return describing(m.type, 'packet', `epoch ${m.acceptedEpoch}`, `e${m.acceptedEpoch}`);
    case 'LEADERINFO':
      return describing(m.type, 'packet', `epoch ${m.epoch}`, `e${m.epoch}`);
    case 'ACKEPOCH':
      return describing(m.type, 'ack', zxidText(m.zxid));
    case 'NEWLEADER':
      return describing(m.type, 'packet', `${m.epoch}·0`, `e${m.epoch}`);
    case 'ACK':
      return describing(m.type, 'ack', zxidText(m.zxid));
    case 'UPTODATE':
      return describing(m.type, 'commit', 'UPTODATE', '✓');
    case 'PING':
      return describing(m.type, 'ping', 'ping', '');
    case 'COMMIT':
      return describing(m.type, 'commit', zxidText(m.zxid));
  }
}
