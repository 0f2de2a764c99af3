/** How messages of the ensemble are named in the experiment: by what they do to x, as those of the other stores. */
import { REGISTER } from '../../clients/cap/program.ts';
import type { Message, MessageDescription, Model } from '../../kernel/model.ts';
import { zxidText } from '../../view/zxid.ts';
import type { ZooKeeperMessage } from '../../zookeeper/messages.ts';
import type { QuorumMessage } from '../../zookeeper/quorum/messages.ts';
import type { Reply } from '../../zookeeper/records/replies.ts';
import type { Request } from '../../zookeeper/records/requests.ts';
import type { Txn, TxnBody } from '../../zookeeper/records/txns.ts';
import { textOf } from '../../zookeeper/records/utf8.ts';
import type { Bytes } from '../../zookeeper/records/values.ts';

/** What is said of x: `label` in full and in short, and whose colour it has. */
type Named = Pick<MessageDescription, 'label'> & Partial<MessageDescription>;

const valueOf = (data: Bytes | null): number => Number(textOf(data ?? ''));

const named = (label: string, short = label, claim: number | null = null): Named => ({
  label,
  short,
  claim,
});

/** A value told, with whatever stands before it. */
const told = (data: Bytes | null, before = ''): Named => {
  const value = valueOf(data);
  return named(`${before}x = ${value}`, String(value), value);
};

/** What a client asks, of its server or through it of the leader. */
function asked(request: Request): Named | null {
  switch (request.op) {
    case 'getData':
      return named('read');
    case 'setData': {
      const value = valueOf(request.data);
      return named(`write ${value}`, String(value), value);
    }
    case 'createSession':
      return named('open session', 'session');
    case 'closeSession':
      return named('close session', 'session');
    default:
      return null;
  }
}

function answered({ err, body }: Reply): Named {
  if (err !== 'OK') return named(err);
  return body.kind === 'data' ? told(body.data) : named('OK');
}

function changed({ body, zxid }: Txn): Named | null {
  const before = `${zxidText(zxid)} `;
  const word = wordOf(body);
  if (word !== null) return named(`${before}${word}`, zxidText(zxid));
  return body.type === 'setData' && body.path === REGISTER ? told(body.data, before) : null;
}

const wordOf = (body: TxnBody): string | null => {
  switch (body.type) {
    case 'create':
      return `create ${body.path}`;
    case 'createSession':
      return 'open session';
    case 'closeSession':
      return 'close session';
    default:
      return null;
  }
};

/** @returns null for what is named as in every ensemble */
function nameOf(m: ZooKeeperMessage | QuorumMessage): Named | null {
  switch (m.type) {
    case 'CONNECT_REQUEST':
      return named('connect');
    case 'CONNECT_RESPONSE':
      if (m.timeout === 0) return named('expired');
      return named(m.readOnly === true ? 'connected, read-only' : 'connected', 'connected');
    case 'REQUEST':
      return asked(m.request as Request);
    case 'REPLY':
      return m.op === 'ping' ? null : answered(m.reply);
    case 'PROPOSAL':
    case 'INFORM':
      return changed(m.txn);
    case 'REVALIDATE': {
      const word = m.valid === true ? 'session known' : 'session unknown';
      return named(m.valid === undefined ? 'session known?' : word, 'session');
    }
    default:
      return null;
  }
}

/** One description for each message object. No message has the colour of a client here: colours are values. */
export function capDescriber(servers: Pick<Model, 'describe'>): Model['describe'] {
  const known = new WeakMap<Message, MessageDescription>();
  return (message, from, to) => {
    const before = known.get(message);
    if (before !== undefined) return before;
    const name = nameOf(message as ZooKeeperMessage | QuorumMessage);
    const made = { ...servers.describe(message, from, to), claim: null, ...name };
    known.set(message, made);
    return made;
  };
}
