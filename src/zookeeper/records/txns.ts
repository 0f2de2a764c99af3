import type { Zxid } from '../../view/zxid.ts';
import type { Acl } from './acl.ts';
import type { Code } from './codes.ts';
import type { Bytes, SessionId, WallMs } from './values.ts';

/** The bodies of transactions: idempotent, as prepared [zookeeper.jute, PrepRequestProcessor]. */
export type TxnBody =
  | {
      /** `create2` is what a client asked for that wants the Stat: the same body under another number. */
      readonly type: 'create' | 'create2' | 'createContainer' | 'createTTL';
      readonly path: string;
      readonly data: Bytes | null;
      readonly acl: readonly Acl[];
      readonly ephemeral: boolean;
      /** The parent's stored counter of creates, after this one. */
      readonly parentCVersion: number;
      /** ms; 0 unless `createTTL`. */
      readonly ttl: number;
    }
  | { readonly type: 'delete' | 'deleteContainer'; readonly path: string }
  | {
      /** `reconfig` sets the data of `/zookeeper/config`. */
      readonly type: 'setData' | 'reconfig';
      readonly path: string;
      readonly data: Bytes | null;
      readonly version: number;
    }
  | {
      readonly type: 'setACL';
      readonly path: string;
      readonly acl: readonly Acl[];
      readonly version: number;
    }
  /** `version` is one above the one that was found [PrepRequestProcessor.checkAndIncVersion]. */
  | { readonly type: 'check'; readonly path: string; readonly version: number }
  | { readonly type: 'createSession'; readonly timeout: number }
  /** The ephemerals that end with the session, as computed when it was prepared. */
  | { readonly type: 'closeSession'; readonly paths: readonly string[] }
  /** A failed write: takes a zxid, changes nothing. */
  | { readonly type: 'error'; readonly code: Code }
  | { readonly type: 'multi'; readonly txns: readonly TxnBody[] };

/** A transaction as it stands in the log [TxnHeader + body]. */
export interface Txn {
  readonly session: SessionId;
  readonly cxid: number;
  readonly zxid: Zxid;
  /** The clock of the server that prepared it. */
  readonly time: WallMs;
  readonly body: TxnBody;
  /** The tree's digest after this transaction; null when it failed or digests are off [TxnDigest]. */
  readonly digest: number | null;
}
