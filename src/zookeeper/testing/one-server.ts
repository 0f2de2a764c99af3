import type { Zxid } from '../../view/zxid.ts';
import { allowed } from '../acl/check.ts';
import { addIds, authenticate } from '../acl/providers.ts';
import { read } from '../final/read.ts';
import type { ReadRequest } from '../final/read.ts';
import { writeReply } from '../final/reply.ts';
import { nothingOutstanding, settled } from '../prep/outstanding.ts';
import type { Outstanding } from '../prep/outstanding.ts';
import type { PrepRules } from '../prep/prep.ts';
import { isWrite, prepare } from '../prep/prepare.ts';
import type { WriteRequest } from '../prep/prepare.ts';
import type { Id } from '../records/acl.ts';
import { PERMS } from '../records/acl.ts';
import type { Code } from '../records/codes.ts';
import type { Reply } from '../records/replies.ts';
import type { Txn } from '../records/txns.ts';
import type { Bytes, SessionId } from '../records/values.ts';
import { applyTxn } from '../tree/apply.ts';
import { emptyTree } from '../tree/data-tree.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { dropConnection, fire, unwatched } from '../watches/watches.ts';
import type { Notice, Watches } from '../watches/watches.ts';

export interface Answer extends Pick<Reply, 'err' | 'body'> {
  readonly notices: readonly Notice[];
}

export interface Caller {
  readonly connection: number;
  readonly session: SessionId;
}

/** A server without a network, a disk or a clock: the tree's rules and nothing else, for tests. */
export class OneServer {
  tree: DataTree;
  outstanding: Outstanding = nothingOutstanding;
  watches: Watches = unwatched;
  time = 1000;
  /** Every transaction so far, and of those the ones that are not applied yet. */
  readonly log: Txn[] = [];
  readonly waiting: Txn[] = [];
  private readonly ids = new Map<number, readonly Id[]>();
  private readonly cxids = new Map<number, number>();
  private zxid: Zxid;
  private readonly rules: PrepRules;
  private readonly superDigest: string;

  constructor(rules: Partial<PrepRules & { superDigest: string; tree: DataTree }> = {}) {
    const { superDigest = '', tree = emptyTree, ...rest } = rules;
    this.rules = { skipACL: false, enforceQuota: false, extendedTypesEnabled: false, ...rest };
    this.superDigest = superDigest;
    this.tree = tree;
    this.zxid = tree.lastZxid;
  }

  connect(connection: number, session: SessionId, timeout = 30_000): Caller {
    const caller = { connection, session };
    this.accept(connection);
    this.write(caller, { op: 'createSession', timeout });
    return caller;
  }

  /** A socket without a new session. */
  accept(connection: number): void {
    this.ids.set(connection, [{ scheme: 'ip', id: '127.0.0.1' }]);
  }

  drop(connection: number): void {
    this.watches = dropConnection(this.watches, connection);
    this.ids.delete(connection);
  }

  auth(connection: number, scheme: string, auth: Bytes | null): boolean {
    const more = authenticate(scheme, auth, '127.0.0.1', this.superDigest);
    if (more === null) return false;
    this.ids.set(connection, addIds(this.idsOf(connection), more));
    return true;
  }

  /** Starts a write, as a pipeline does that is not yet done with earlier ones. */
  submit(caller: Caller, request: WriteRequest, sessionCheck: Code = 'OK'): Txn {
    const cxid = (this.cxids.get(caller.connection) ?? -1) + 1;
    this.cxids.set(caller.connection, cxid);
    this.zxid = { epoch: this.zxid.epoch, counter: this.zxid.counter + 1 };
    const { txn, outstanding } = prepare(
      {
        tree: this.tree,
        outstanding: this.outstanding,
        rules: this.rules,
        session: caller.session,
        cxid,
        ids: this.idsOf(caller.connection),
        sessionCheck,
        zxid: this.zxid,
        time: this.time++,
      },
      request,
    );
    this.outstanding = outstanding;
    this.log.push(txn);
    this.waiting.push(txn);
    return txn;
  }

  /** Applies the oldest waiting transaction. */
  commit(): Answer {
    const txn = this.waiting.shift();
    if (txn === undefined) throw new Error('nothing is waiting');
    const { tree, result, changes } = applyTxn(this.tree, txn);
    this.tree = tree;
    this.outstanding = settled(this.outstanding, txn.zxid);
    const { watches, notices } = fire(this.watches, changes, (connection, acl) =>
      allowed(acl, PERMS.READ, this.idsOf(connection), this.rules.skipACL),
    );
    this.watches = watches;
    return { ...writeReply(result), notices };
  }

  write(caller: Caller, request: WriteRequest): Answer {
    this.submit(caller, request);
    return this.commit();
  }

  ask(caller: Caller, request: ReadRequest | WriteRequest): Answer {
    if (isWrite(request)) return this.write(caller, request);
    const { tree, watches } = this;
    const { connection, session } = caller;
    const ids = this.idsOf(connection);
    const { skipACL } = this.rules;
    const answer = read({ tree, watches, session, connection, ids, skipACL }, request);
    this.watches = answer.watches;
    return answer;
  }

  private idsOf(connection: number): readonly Id[] {
    return this.ids.get(connection) ?? [];
  }
}
