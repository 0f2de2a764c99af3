import type { Latency } from '../view/intervention.ts';
import type { Pid } from '../view/time.ts';
import { linkKey } from './model.ts';

/** How long messages and syncs take, where a model's own times are not meant. */
export interface NetworkOptions {
  readonly latency?: Latency;
  readonly links?: readonly { readonly from: Pid; readonly to: Pid; readonly latency: Latency }[];
  readonly diskLatency?: Latency;
}

/** The links that have a latency of their own. */
export const linksOf = ({ links = [] }: NetworkOptions): ReadonlyMap<number, Latency> =>
  new Map(links.map(({ from, to, latency }) => [linkKey(from, to), latency]));
