import type { Zxid } from '../../view/zxid.ts';
import type { SessionId, WallMs } from './values.ts';

/** What a client is told about a node [org.apache.zookeeper.data.Stat]. */
export interface Stat {
  readonly czxid: Zxid;
  readonly mzxid: Zxid;
  readonly pzxid: Zxid;
  readonly ctime: WallMs;
  readonly mtime: WallMs;
  readonly version: number;
  /** As shown: 2 · (children ever created) − numChildren [DataNode.copyStat]. */
  readonly cversion: number;
  readonly aversion: number;
  /** `0x0` unless ephemeral: the marks of containers and TTL nodes are not shown. */
  readonly ephemeralOwner: SessionId;
  readonly dataLength: number;
  readonly numChildren: number;
}

/** What stands on disk of a node besides its data and its ACL [StatPersisted]. */
export interface StatPersisted {
  readonly czxid: Zxid;
  readonly mzxid: Zxid;
  readonly pzxid: Zxid;
  readonly ctime: WallMs;
  readonly mtime: WallMs;
  readonly version: number;
  /** Children ever created: the shown one is computed from it. */
  readonly cversion: number;
  readonly aversion: number;
  /** The session of an ephemeral, or a mark (owner.ts), or `0x0`. */
  readonly owner: SessionId;
}
