/** What members say to each other, as the rows of a trace write it: `PROPOSAL(1:2)`. */
import type { Message } from '../../kernel/model.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { QuorumMessage } from '../../zookeeper/quorum/messages.ts';

/** `1:2`, as in the specification. */
export const zxidOf = ({ epoch, counter }: Zxid): string => `${epoch}:${counter}`;

/** From synchronisation on. A ping waits too: nothing is heard that a row does not name. */
export const AFTER_DISCOVERY: ReadonlySet<string> = new Set([
  'DIFF',
  'TRUNC',
  'SNAP',
  'PROPOSAL',
  'INFORM',
  'COMMIT',
  'NEWLEADER',
  'ACK',
  'UPTODATE',
  'PING',
]);

export const FROM_DISCOVERY: ReadonlySet<string> = new Set([
  ...AFTER_DISCOVERY,
  'FOLLOWERINFO',
  'LEADERINFO',
  'ACKEPOCH',
]);

export function packetText(message: Message): string {
  const m = message as QuorumMessage;
  switch (m.type) {
    case 'FOLLOWERINFO':
    case 'OBSERVERINFO':
      return `${m.type}(${m.acceptedEpoch})`;
    case 'LEADERINFO':
      return `LEADERINFO(${m.epoch})`;
    case 'ACKEPOCH':
      return `ACKEPOCH(${m.currentEpoch}, ${zxidOf(m.zxid)})`;
    case 'DIFF':
    case 'TRUNC':
    case 'SNAP':
    case 'COMMIT':
    case 'ACK':
      return `${m.type}(${zxidOf(m.zxid)})`;
    case 'PROPOSAL':
    case 'INFORM':
      return `${m.type}(${zxidOf(m.txn.zxid)})`;
    case 'NEWLEADER':
      return `NEWLEADER(${m.epoch}:0)`;
    default:
      return m.type;
  }
}
