/** What a program says of itself while it runs: for whoever looks on, and for invariants. */
import type { FactValue } from '../view/fact.ts';

export type ProgramNote =
  /** It takes itself for the holder; `node`: what it relies on, or ''. */
  | { readonly kind: 'believes'; readonly what: string; readonly node: string }
  | { readonly kind: 'releases'; readonly what: string }
  /** It waits for a watch on this path ('' for any), set to be told of this. */
  | { readonly kind: 'waits'; readonly path: string; readonly of: string }
  | { readonly kind: 'woken'; readonly path: string }
  /** It was woken, and has to wait again. */
  | { readonly kind: 'in-vain' }
  /** It stops waiting without having been woken. */
  | { readonly kind: 'gives-up' }
  /** It says something of the world; `version`: '' if none. */
  | {
      readonly kind: 'claims';
      readonly claim: string;
      readonly of: string;
      readonly is: string;
      readonly version: string;
    }
  /** It is over, in order or (`why`) not. */
  | { readonly kind: 'ends'; readonly why: string }
  /** What only those know who wrote it: a deed of their own, and a fact that says it, or none. */
  | {
      readonly kind: 'own';
      readonly deed: object;
      readonly fact: {
        readonly rule: string;
        readonly data: Readonly<Record<string, FactValue>>;
      } | null;
    };
