/** Who of an ensemble has a transaction, counted as its file says: in heads, in weights, or in groups. */
import type { EnsembleView, WeightView } from '../../../view/zookeeper-member.ts';
import type { Pid } from '../../../view/time.ts';
import type { ZooKeeperSaying } from '../words.ts';

type Voters = Pick<EnsembleView, 'voters' | 'weights'>;

const sum = (of: readonly WeightView[]): number => of.reduce((all, { weight }) => all + weight, 0);

/** The groups, counted from 0, that weigh anything, and of them those in which these have more than half. */
export function groupsOf(
  weights: readonly WeightView[],
  pids: readonly Pid[],
): { readonly all: readonly number[]; readonly won: readonly number[] } {
  const inGroup = (group: number) => weights.filter((one) => one.group === group);
  const groups = [...new Set(weights.map(({ group }) => group))];
  const all = groups.filter((group) => sum(inGroup(group)) > 0);
  const won = all.filter((group) => {
    const own = inGroup(group);
    return 2 * sum(own.filter(({ sid }) => pids.includes(sid))) > sum(own);
  });
  return { all, won };
}

const named = (groups: readonly number[]): string =>
  groups.map((group) => String(group + 1)).join(', ');

/** Beside the commit point: who has it on disk. */
export function committedText(
  { voters, weights }: Voters,
  pids: readonly Pid[],
  words: ZooKeeperSaying,
): string {
  const { all, won } = groupsOf(weights, pids);
  if (all.length > 1) {
    const key = won.length === 1 ? 'committedByGroup' : 'committedByGroups';
    return words.say(key, { groups: named(won), of: all.length });
  }
  const { count, of } = counted(voters, weights, pids);
  return words.say('committedBy', { count, voters: of });
}

/** Over the leader's log: who has acknowledged its oldest proposal. */
export function ackedText(
  zxid: string,
  { voters, weights }: Voters,
  pids: readonly Pid[],
  words: ZooKeeperSaying,
): string {
  const { all, won } = groupsOf(weights, pids);
  if (all.length > 1) {
    if (won.length === 0) return words.say('ackedByNoGroup', { zxid, of: all.length });
    const key = won.length === 1 ? 'ackedByGroup' : 'ackedByGroups';
    return words.say(key, { zxid, groups: named(won), of: all.length });
  }
  const { count, of } = counted(voters, weights, pids);
  return words.say('ackedBy', { zxid, count, voters: of });
}

/** Heads, or weights where the file gives any. */
const counted = (
  voters: readonly Pid[],
  weights: readonly WeightView[],
  pids: readonly Pid[],
): { readonly count: number; readonly of: number } =>
  weights.length === 0
    ? { count: pids.length, of: voters.length }
    : { count: sum(weights.filter(({ sid }) => pids.includes(sid))), of: sum(weights) };
