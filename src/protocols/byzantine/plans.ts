/** What the traitors say, or will say, message by message: the hand beside each of them. */
import type { PlanView } from '../../view/byzantine.ts';
import type { Order } from '../../view/byzantine-setup.ts';
import type { Config } from './config.ts';
import { treeOf } from './general.ts';
import type { General } from './general.ts';
import type { ByzantineWorld } from './ghost.ts';
import { byStrategy, lieKey } from './lies.ts';
import { AWAITED, MISSING } from './majority.ts';
import { others } from './paths.ts';
import { byHandAlone, freshIn } from './signed.ts';
import type { Word } from './speaking.ts';

/** Of each round so many are listed. */
const MOST = 200;

/** All of them in the order in which they are sent, and how many more there are. */
export function plansOf(
  config: Config,
  world: ByzantineWorld,
): { readonly plans: readonly PlanView[]; readonly hidden: number } {
  const plans: PlanView[] = [];
  let hidden = 0;
  for (let round = 1; round <= config.lastRound; round++) {
    let room = MOST;
    for (const { pid, s } of world.processes) {
      if (s === null || !config.traitors.has(pid)) continue;
      const words = wordsOf(s, round);
      const sentAt = world.ghost.spokeAt.get(round * 16 + pid) ?? null;
      for (const word of words.slice(0, room)) plans.push(planOf(s, word, sentAt));
      hidden += Math.max(0, words.length - room);
      room = Math.max(0, room - words.length);
    }
  }
  return { plans, hidden };
}

/** What it may say in a round; `truth` is null where that is not known yet, or nothing. */
function wordsOf(s: General, round: number): readonly Word[] {
  const { config, pid } = s;
  if (pid === config.commander) {
    if (round > 1) return [];
    return config.lieutenants.map((to) => ({ path: [pid], to, truth: config.order }));
  }
  if (round === 1) return [];
  return config.signed ? signedWords(s, round) : oralWords(s, round);
}

function oralWords(s: General, round: number): readonly Word[] {
  const { config, pid } = s;
  const { levels, paths } = treeOf(config, pid);
  const words: Word[] = [];
  for (let place = levels[round - 2] ?? 0; place < (levels[round - 1] ?? 0); place++) {
    const path = [...(paths[place] ?? []), pid];
    const truth = heardAt(s, place);
    for (const to of others(config.pids, path)) words.push({ path, to, truth });
  }
  return words;
}

function heardAt({ config, heard }: General, place: number): Order | null {
  const came = heard[place] ?? AWAITED;
  if (came === AWAITED) return null;
  return came === MISSING ? config.fallback : (config.values[came] ?? null);
}

/** The chain of the first relays is sure; of the later ones those that are to come. */
function signedWords(s: General, round: number): readonly Word[] {
  const { config, pid } = s;
  const chains = freshIn(s, round - 1);
  const first = round === 2 && chains.length === 0;
  const all = first ? [{ chain: [config.commander], value: null }] : chains;
  const words = all.flatMap(({ chain, value }): Word[] => {
    const path = [...chain, pid];
    return others(config.pids, path).map((to) => ({ path, to, truth: value }));
  });
  return [...words, ...byHandAlone(s, round, words)];
}

function planOf(s: General, { path, to, truth }: Word, sentAt: number | null): PlanView {
  const { config, pid, hand } = s;
  const byHand = hand.get(lieKey(path, to));
  return {
    from: pid,
    to,
    path,
    truth,
    value: byHand === undefined ? strategySays(config, path, to, truth) : byHand,
    byHand: byHand !== undefined,
    sentAt,
  };
}

/** Before the truth is known only what does not depend on it. */
function strategySays(
  config: Config,
  path: readonly number[],
  to: number,
  truth: Order | null,
): Order | null {
  if (truth !== null) return byStrategy(config, path, to, truth);
  // Under SM nothing may come to be passed on; under OM the fixed value stands for nothing.
  if (config.signed || config.strategy === 'flip') return null;
  return byStrategy(config, path, to, config.fallback);
}
