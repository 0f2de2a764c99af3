import type { Zxid } from '../../view/zxid.ts';
import type { Id } from '../records/acl.ts';
import type { Code } from '../records/codes.ts';
import type { TxnBody } from '../records/txns.ts';
import type { SessionId, WallMs } from '../records/values.ts';
import type { DataTree } from '../tree/data-tree.ts';
import type { Outstanding } from './outstanding.ts';

/** What of `zoo.cfg` decides whether a write is legal. */
export interface PrepRules {
  readonly skipACL: boolean;
  readonly enforceQuota: boolean;
  /** Whether nodes may have a time to live. */
  readonly extendedTypesEnabled: boolean;
}

/** A request at the door of the pipeline, and all that it is judged by. */
export interface Prep {
  readonly tree: DataTree;
  readonly outstanding: Outstanding;
  readonly rules: PrepRules;
  readonly session: SessionId;
  /** The request's xid. */
  readonly cxid: number;
  /** Who the connection is: `ip` and what `addauth` has added. */
  readonly ids: readonly Id[];
  /** What the session tracker says of the session: OK, SessionExpired, SessionMoved. */
  readonly sessionCheck: Code;
  /** Of a request for an ephemeral node, where it is told something else. */
  readonly ephemeralCheck?: Code;
  /** The next one. */
  readonly zxid: Zxid;
  readonly time: WallMs;
}

/** One part: its transaction and what it will change, or why not. */
export type Part = { readonly body: TxnBody; readonly outstanding: Outstanding } | Code;
