/** How what members say to each other is named and drawn. */
import { describing } from '../describing.ts';
import type { Message, MessageDescription } from '../../kernel/model.ts';
import { describe as describeElection } from '../../protocols/election/messages.ts';
import { zxidText } from '../../view/zxid.ts';
import type { QuorumMessage } from './messages.ts';

/** Labels: `1·4 create`, `create /a`. @returns null for what only clients and servers say */
export function describeQuorum(message: Message): MessageDescription | null {
  const m = message as QuorumMessage | { readonly type: 'NOTIFICATION' | 'HELLO' };
  switch (m.type) {
    case 'PROPOSAL':
    case 'INFORM': {
      const zxid = zxidText(m.txn.zxid);
      return describing(m.type, 'proposal', `${zxid} ${m.txn.body.type}`, zxid);
    }
    case 'DIFF':
    case 'TRUNC':
    case 'SNAP':
      return describing(m.type, 'packet', `${m.type} ${zxidText(m.zxid)}`, m.type);
    case 'REQUEST': {
      if (!('session' in m)) return null;
      const { op } = m.request;
      return describing(m.type, 'request', op);
    }
    case 'SYNC':
      return describing(m.type, 'ack', 'sync');
    case 'REVALIDATE':
      return describing(m.type, m.valid === undefined ? 'request' : 'ack', m.session, 'session');
    case 'NOTIFICATION':
    case 'HELLO':
    case 'FOLLOWERINFO':
    case 'OBSERVERINFO':
    case 'LEADERINFO':
    case 'ACKEPOCH':
    case 'NEWLEADER':
    case 'ACK':
    case 'UPTODATE':
    case 'PING':
    case 'COMMIT':
      return describeElection(message);
    default:
      return null;
  }
}
