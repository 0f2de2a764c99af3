/** What a lieutenant makes of what it has heard, under OM: values are places in the set-up's list. */
import type { TieRule } from '../../view/byzantine-setup.ts';
import type { Config } from './config.ts';
import type { Tree } from './paths.ts';

/** Nothing came along a path: not yet, or not in time. */
export const AWAITED = -1;
export const MISSING = -2;

/** The value that more than half have; -1: none has. */
export function moreThanHalf(votes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const vote of votes) {
    const count = (counts.get(vote) ?? 0) + 1;
    if (2 * count > votes.length) return vote;
    counts.set(vote, count);
  }
  return -1;
}

/** How a lieutenant judges one node of its tree. */
export interface Judge {
  readonly tie: TieRule;
  /** The fixed value. */
  readonly fallback: number;
  /** [mutant] It takes the fixed value unless all say the same. */
  readonly distrustful: boolean;
}

export const judgeOf = ({ tie, values, broken }: Config): Judge => ({
  tie,
  fallback: values.length - 1,
  distrustful: broken.has('default-for-majority'),
});

/**
 * What the sender of a path is taken to have said.
 * @param told what it said to oneself
 * @param reported what each of the others is taken to have said that it told them
 */
export function judged(
  { tie, fallback, distrustful }: Judge,
  told: number,
  reported: readonly number[],
): { readonly value: number; readonly tie: boolean } {
  const votes = [told, ...reported];
  if (distrustful && votes.some((vote) => vote !== told)) return { value: fallback, tie: false };
  const most = moreThanHalf(votes);
  if (most !== -1) return { value: most, tie: false };
  return { value: inTie(tie, fallback, told, reported), tie: true };
}

function inTie(rule: TieRule, fallback: number, told: number, reported: readonly number[]): number {
  switch (rule) {
    case 'default':
      return fallback;
    case 'commander':
      return told;
    case 'other': {
      const most = moreThanHalf(reported);
      return most === -1 ? fallback : most;
    }
  }
}

/** What each path of a tree is worth, and where there was no majority. */
export interface Worth {
  /** By place; -1: not known yet. */
  readonly worth: readonly number[];
  readonly ties: readonly number[];
}

/** From what came along each path: the leaves are taken as they are, the others by majority. */
export function worthOf(judge: Judge, { below }: Tree, heard: readonly number[]): Worth {
  const worth = Array.from<number>({ length: heard.length }).fill(-1);
  const ties: number[] = [];
  for (let place = heard.length - 1; place >= 0; place--) {
    const came = heard[place] ?? AWAITED;
    if (came === AWAITED) continue;
    const told = came === MISSING ? judge.fallback : came;
    const children = below[place] ?? [];
    if (children.length === 0) {
      worth[place] = told;
      continue;
    }
    const reported = children.map((child) => worth[child] ?? -1);
    if (reported.includes(-1)) continue;
    const found = judged(judge, told, reported);
    worth[place] = found.value;
    if (found.tie) ties.push(place);
  }
  return { worth, ties: ties.toReversed() };
}
