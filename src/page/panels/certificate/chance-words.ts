import type { ChanceView } from '../../../view/paxos.ts';
import type { Pid } from '../../../view/time.ts';

/** What is drawn by chance, kind by kind in the order in which they come, each with whose it is. */
export function chanceByKind(
  chance: readonly ChanceView[],
  nameOf: (pid: Pid) => string,
): readonly { readonly of: ChanceView['of']; readonly whose: readonly string[] }[] {
  const kinds = [...new Set(chance.map(({ of }) => of))];
  return kinds.map((kind) => ({
    of: kind,
    whose: chance
      .filter(({ of }) => of === kind)
      .map(({ from, to }) => (from === to ? nameOf(from) : `${nameOf(from)} → ${nameOf(to)}`)),
  }));
}
