/** What steps of clients and servers say that they did, whatever the store is. */
import type { CapOpKind, CapOutcome } from '../../view/cap-setup.ts';

/** A client's request, by a key that only this client (in one life) uses once. */
export type CapDeed =
  | {
      readonly kind: 'called';
      readonly key: number;
      /** Its number in the workload; null: by hand. */
      readonly planned: number | null;
      readonly op: CapOpKind;
      readonly value: number | null;
    }
  /** It is tried again, since this came of it so far. */
  | { readonly kind: 'tried'; readonly key: number; readonly error: string }
  | {
      readonly kind: 'returned';
      readonly key: number;
      readonly outcome: Exclude<CapOutcome, 'planned' | 'waiting'>;
      readonly error: string;
      /** What a read was told. */
      readonly value: number | null;
      /** The server had no leader then. */
      readonly readOnly: boolean;
    }
  /** A server gives a write its place: `over`: the value that it knows to be the newest, which this one replaces. */
  | { readonly kind: 'puts'; readonly value: number; readonly over: number }
  /** A copy is made the primary. */
  | { readonly kind: 'promoted' }
  /** A client of ZooKeeper has its ephemeral node, or was told that its session is over. */
  | { readonly kind: 'here'; readonly path: string }
  | { readonly kind: 'expired' };
