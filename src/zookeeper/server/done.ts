import type { Pid } from '../../view/time.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { ConnectRequest } from '../messages.ts';
import type { WhyNot } from '../quorum/read-only.ts';
import type { Code } from '../records/codes.ts';
import type { SessionId } from '../records/values.ts';
import type { Notice } from '../watches/watches.ts';
import type { Cnxn } from './server.ts';
import type { Job } from './job.ts';

/** What became of a client's wish for a session; the last three: it was sent away without a word. */
export type Outcome = 'new' | 'resumed' | 'asked' | 'refused' | WhyNot;

/** What a rule of a server has done: given out with the step (`io.did`), never left in the state. */
export type Done =
  /** `fresh`: there was nothing on the disk. */
  | {
      readonly kind: 'loaded';
      readonly zxid: Zxid;
      readonly sessions: number;
      readonly fresh: boolean;
    }
  | { readonly kind: 'accepted'; readonly cnxn: Cnxn }
  | { readonly kind: 'refused'; readonly cnxn: Cnxn; readonly why: string }
  /** `watches`: how many end with it. */
  | {
      readonly kind: 'dropped';
      readonly cnxn: Cnxn;
      readonly why: string;
      readonly watches: number;
    }
  | {
      readonly kind: 'connect';
      readonly request: ConnectRequest;
      readonly outcome: Outcome;
      readonly session: SessionId;
      readonly timeout: number;
    }
  | { readonly kind: 'queued'; readonly job: Job }
  | { readonly kind: 'late'; readonly session: SessionId; readonly op: string }
  | {
      readonly kind: 'too-large';
      readonly session: SessionId;
      readonly op: string;
      /** Bytes. */
      readonly size: number;
    }
  | { readonly kind: 'auth'; readonly scheme: string; readonly ok: boolean; readonly peer: Pid }
  | { readonly kind: 'prepared'; readonly job: Job }
  | { readonly kind: 'appended'; readonly job: Job; readonly snapshot: Zxid | null }
  | { readonly kind: 'flushed'; readonly jobs: readonly Job[] }
  | { readonly kind: 'slow-sync'; readonly ms: number }
  | {
      readonly kind: 'finished';
      readonly job: Job;
      readonly err: Code;
      /** Connections that were told of changes, in order. */
      readonly fired: readonly Notice[];
      /** The tree's newest one afterwards. */
      readonly zxid: Zxid;
    }
  | {
      readonly kind: 'expired';
      readonly sessions: readonly { readonly id: SessionId; readonly timeout: number }[];
    }
  /** By hand; `client` null: nobody of that name is connected here. */
  | { readonly kind: 'terminated'; readonly client: Pid | null; readonly session: SessionId }
  /** A local session is about to be made known to all. */
  | { readonly kind: 'upgrading'; readonly session: SessionId }
  | { readonly kind: 'reaping'; readonly paths: readonly string[] }
  | { readonly kind: 'snapshot'; readonly zxid: Zxid }
  | { readonly kind: 'purged'; readonly snapshots: number; readonly files: number }
  /** It serves reads without a leader from here on, or no longer. */
  | { readonly kind: 'read-only'; readonly begins: boolean }
  /** A four-letter word with its answer. */
  | { readonly kind: 'word'; readonly word: string; readonly text: string };
