import type { Zxid } from '../../view/zxid.ts';
import type { SessionId, WallMs } from './values.ts';

/** What is told of a node as it stands on disk. */
interface StatShared {
  readonly czxid: Zxid;
  readonly mzxid: Zxid;
  readonly pzxid: Zxid;
  readonly ctime: WallMs;
  readonly mtime: WallMs;
  readonly version: number;
  readonly aversion: number;
}

/** What a client is told about a node [org.apache.zookeeper.data.Stat]. */
export interface Stat extends StatShared {
  /** As shown: 2 · (children ever created) − numChildren [DataNode.copyStat]. */
  readonly cversion: number;
  /** `0x0` unless ephemeral: the marks of containers and TTL nodes are not shown. */
  readonly ephemeralOwner: SessionId;
  readonly dataLength: number;
  readonly numChildren: number;
}

/** What stands on disk of a node besides its data and its ACL [StatPersisted]. */
export interface StatPersisted extends StatShared {
  /** Children ever created: the shown one is computed from it. */
  readonly cversion: number;
  /** The session of an ephemeral, or a mark (owner.ts), or `0x0`. */
  readonly owner: SessionId;
}
