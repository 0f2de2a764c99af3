/** What a program says of the world, compared with the truth. */
import type { Pid } from '../../view/time.ts';
import type { ProgramNote } from '../../clients/notes.ts';
import { childNames, nodeAt } from '../../zookeeper/tree/data-tree.ts';
import { textOf } from '../../zookeeper/records/utf8.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import type { Draft } from './draft.ts';
import type { Known } from './ghost.ts';

type Claim = ProgramNote & { readonly kind: 'claims' };

export function claims(draft: Draft, pid: Pid, { claim, of, is, version }: Claim): void {
  const { ghost } = draft;
  switch (claim) {
    case 'knows':
      draft.move(pid, { knows: new Map(draft.client(pid).knows).set(of, { is, version }) });
      draft.minds(of);
      return;
    case 'reads-fresh': {
      const zxid = ghost.acknowledged.get(of);
      draft.move(pid, { fresh: zxid === undefined ? null : { path: of, zxid } });
      return;
    }
    case 'takes':
      if (ghost.taken.has(of))
        draft.wrong('R-ItemOnce', `${of} is taken by ${draft.name(pid)}, and was taken before`);
      draft.set({ taken: new Set(ghost.taken).add(of) });
      return;
    case 'unique':
      if (ghost.given.has(of))
        draft.wrong('R-Unique', `${draft.name(pid)} is given ${of}, which was given before`);
      draft.set({ given: new Set(ghost.given).add(of) });
      return;
    case 'enters':
      enters(draft, pid, of, Number(is));
      return;
    case 'leaves':
      leaves(draft, pid, of);
      return;
    case 'decides':
      decides(draft, pid, of, is);
      return;
    default:
  }
}

function enters(draft: Draft, pid: Pid, barrier: string, size: number): void {
  const here = draft.ghost.entered.get(barrier)?.size ?? 0;
  if (here < size)
    draft.wrong('R-BarrierEnter', `${draft.name(pid)} goes in, and ${here} of ${size} have come`);
  const { inside } = draft.client(pid);
  draft.move(pid, { inside: [...inside, barrier] });
}

function leaves(draft: Draft, pid: Pid, barrier: string): void {
  const { inside } = draft.client(pid);
  draft.move(pid, { inside: inside.filter((each) => each !== barrier) });
  // Who has come back to life counts among those who have left: its node went with its session.
  const late = [...draft.ghost.clients].find(
    ([other, { inside: of, lives }]) =>
      other !== pid &&
      lives === 0 &&
      of.includes(barrier) &&
      nodeAt(draft.ghost.tree, `${barrier}/p-${draft.name(other)}`) !== undefined,
  );
  if (late === undefined) return;
  const text = `${draft.name(pid)} leaves, and ${draft.name(late[0])} is still inside`;
  draft.wrong('R-BarrierLeave', text);
}

function decides(draft: Draft, pid: Pid, of: string, is: string): void {
  const { decided } = draft.ghost;
  const before = decided.get(of);
  if (before === undefined) draft.set({ decided: new Map(decided).set(of, is) });
  else if (before !== is)
    draft.wrong('R-Atomic', `${draft.name(pid)} decides ${is}; another site has decided ${before}`);
}

/** Whether somebody who knows this of a node knows it as it is. */
export function isTrue(tree: DataTree, path: string, { is }: Known): boolean {
  const node = nodeAt(tree, path);
  if (node === undefined) return false;
  const data = node.data === null ? '' : textOf(node.data);
  if (data === is) return true;
  const names = is === '' ? [] : is.split(',');
  const children = childNames(node);
  return names.length === children.length && names.every((name) => children.includes(name));
}
