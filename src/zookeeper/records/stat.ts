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
