/** Four-letter words at the client port [NIOServerCnxn.checkFourLetterWord]. */
import type { Edit } from '../../kernel/edit.ts';
import { answerOf } from '../four-letter/answer.ts';
import { NO_SESSION } from '../records/values.ts';
import type { WordAnswer } from '../messages.ts';
import { hangUp, silentAfter } from './cnxn.ts';
import type { ServerEvent } from './events.ts';
import { tell } from './telling.ts';
import type { Cnxn, Server } from './server.ts';
import { edit, wall } from './server.ts';
import { noStats } from './stats.ts';

/** The input's data: the word, and for `stmk` a blank and the mask. Or a client asks it. */
const wordOf = ({ message, data }: ServerEvent): string =>
  String(((message ?? data) as { readonly word?: unknown }).word);

/**
 * Answers over a connection of its own, which counts while it lasts and is closed behind the answer.
 * Only then do `srst` and `crst` forget.
 */
export function answerWord(s: Server, e: ServerEvent): Server {
  const word = wordOf(e);
  const { connection } = e;
  const asked = edit(s);
  // A client's own connection is there already, and the newest one that nobody has told anything.
  if (connection === 0) asked.connections = [...s.connections, asker(s, e)];
  asked.stats = { ...s.stats, received: s.stats.received + 1 };
  const text = answerOf(asked, word, e.io.now);
  const next = edit(s);
  next.stats = { ...asked.stats, sent: s.stats.sent + 1 };
  if (text === RESET.srst) resetServer(next);
  if (text === RESET.crst) resetConnections(next);
  if (connection !== 0) {
    const answer: WordAnswer = { type: 'WORD_ANSWER', text };
    e.io.send(connection, answer);
    hangUp(next, e, connection);
  }
  tell(next, e, { kind: 'word', word, text });
  return next;
}

/** Said by nothing else, and not at all when the word is not allowed. */
const RESET = { srst: 'Server stats reset.\n', crst: 'Connection stats reset.\n' } as const;

/** A program such as nc, on the server's own machine. */
const asker = (s: Server, e: ServerEvent): Cnxn => ({
  id: 0,
  peer: s.pid,
  address: '127.0.0.1',
  port: 35_000 + (s.stats.received % 10_000),
  session: NO_SESSION,
  timeout: 0,
  ready: false,
  ids: [],
  established: wall(s, e.io),
  expires: silentAfter(s, 0, e.io.now),
  received: 1,
  sent: 0,
  outstanding: 0,
  unread: [],
  last: { op: 'NA', cxid: -1, zxid: null, response: 0 },
  latency: NO_LATENCY,
});

const NO_LATENCY: Cnxn['latency'] = { last: 0, least: 0, most: 0, total: 0, count: 0 };

/** [ServerStats.reset] */
function resetServer(next: Edit<Server>): void {
  next.stats = noStats(next.stats.startedAt);
}

/** [ServerCnxn.resetStats] */
function resetConnections(next: Edit<Server>): void {
  next.connections = next.connections.map((cnxn) => ({
    ...cnxn,
    received: 0,
    sent: 0,
    last: { op: 'NA', cxid: -1, zxid: null, response: 0 },
    latency: NO_LATENCY,
  }));
}
