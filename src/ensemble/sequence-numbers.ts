/** The numbers that servers gave to sequential nodes, for the invariant that none comes twice. */
import type { Edit } from '../kernel/edit.ts';
import { parentOf } from '../zookeeper/records/paths.ts';
import type { Job } from '../zookeeper/server/job.ts';
import { nodeAt } from '../zookeeper/tree/data-tree.ts';
import type { DataTree } from '../zookeeper/tree/data-tree.ts';

export interface SequenceNumbers {
  /** The greatest sequence number given below each parent; a parent made anew begins anew. */
  readonly sequences: ReadonlyMap<string, number>;
  /** A sequence number that was not greater than one before it. */
  readonly reused: { readonly path: string; readonly before: number } | null;
}

/** A sequential node was made: its number must be greater than all before it. */
export function noteSequence(
  of: Edit<SequenceNumbers>,
  tree: DataTree,
  { request, txn }: Job,
): void {
  if (request.op !== 'create' || !request.mode.endsWith('SEQUENTIAL')) return;
  if (txn === null || !('ephemeral' in txn.body)) return;
  const { path } = txn.body;
  const parent = parentOf(path);
  const number = Number(path.slice(-10));
  const czxid = nodeAt(tree, parent)?.czxid;
  const key = `${czxid?.epoch ?? 0}·${czxid?.counter ?? 0} ${parent}`;
  const before = of.sequences.get(key) ?? -1;
  if (number <= before) of.reused = { path, before };
  else of.sequences = new Map(of.sequences).set(key, number);
}
