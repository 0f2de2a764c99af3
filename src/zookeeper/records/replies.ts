import type { Zxid } from '../../view/zxid.ts';
import type { Acl, Id } from './acl.ts';
import type { Code } from './codes.ts';
import type { Stat } from './stat.ts';
import type { Bytes } from './values.ts';

/** The result of one part of a multi. */
export type OpResult =
  | { readonly op: 'create'; readonly path: string; readonly stat: Stat | null }
  | { readonly op: 'setData'; readonly stat: Stat }
  | { readonly op: 'delete' | 'check' }
  | { readonly op: 'getData'; readonly data: Bytes | null; readonly stat: Stat }
  | { readonly op: 'getChildren'; readonly children: readonly string[] }
  | { readonly op: 'error'; readonly code: Code };

/** What a reply holds besides its header; `none` also for every error. */
export type ReplyBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'path'; readonly path: string; readonly stat: Stat | null }
  | { readonly kind: 'stat'; readonly stat: Stat }
  | { readonly kind: 'data'; readonly data: Bytes | null; readonly stat: Stat }
  | { readonly kind: 'children'; readonly children: readonly string[]; readonly stat: Stat | null }
  | { readonly kind: 'acl'; readonly acl: readonly Acl[]; readonly stat: Stat }
  | { readonly kind: 'multi'; readonly results: readonly OpResult[] }
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'ids'; readonly ids: readonly Id[] };

/** A reply [ReplyHeader + body]. */
export interface Reply {
  readonly xid: number;
  /** The tree's last processed zxid at that moment, for reads and errors too. */
  readonly zxid: Zxid;
  readonly err: Code;
  readonly body: ReplyBody;
}

/** [Watcher.Event.EventType], without the session's own events. */
export type NodeEventType =
  | 'NodeCreated'
  | 'NodeDeleted'
  | 'NodeDataChanged'
  | 'NodeChildrenChanged';

/** What a watch tells: which node and what kind of change, never the data [WatcherEvent]. */
export interface NodeEvent {
  readonly type: NodeEventType;
  readonly path: string;
}
