/** The synchronous rounds: when each is over, and what a general that keeps them does. */
import type { Edit } from '../../kernel/edit.ts';
import type { Order } from '../../view/byzantine-setup.ts';
import { endOf } from './config.ts';
import { say } from './facts.ts';
import { edit } from './general.ts';
import type { Did, General, GeneralEvent } from './general.ts';
import { speak } from './speaking.ts';
import type { Word } from './speaking.ts';

/** The commander waits for the moment at which orders are given; if that is past, it gives none any more. */
export function awaitOrders(s: General, e: GeneralEvent): General {
  const wait = endOf(s.config, 0) - e.io.now;
  const next = edit(s);
  next.outOfStep = wait <= 0;
  if (wait <= 0) next.spoken = 1;
  else e.io.setTimer('ROUND', wait);
  return next;
}

/** A lieutenant waits for the end of the round that is under way, the first one from the beginning on. */
export function keepRounds(s: General, e: GeneralEvent): General {
  const { config } = s;
  const { now } = e.io;
  const over = Math.floor((now - config.begins) / config.roundUs);
  const next = edit(s);
  next.ended = Math.min(Math.max(0, over), config.lastRound - 1);
  // What it had to say in the rounds that it missed it never says.
  next.spoken = next.ended === 0 ? 0 : next.ended + 1;
  next.outOfStep = now >= config.begins;
  waitForEnd(next, e);
  return next;
}

/** The round that is under way ends at the same time for all who keep step. */
export function waitForEnd({ config, ended }: General | Edit<General>, e: GeneralEvent): void {
  e.io.setTimer('ROUND', Math.max(0, endOf(config, ended + 1) - e.io.now));
}

/** A round is over: what has not come was not said. */
export function closeRound(s: General, e: GeneralEvent): Edit<General> {
  const next = edit(s);
  next.ended = s.ended + 1;
  next.came = [];
  if (e.io.now !== endOf(s.config, next.ended)) next.outOfStep = true;
  const did: Did = { did: 'ended', round: next.ended, came: s.came };
  e.io.did(did);
  return next;
}

/** One more message from this general in the round under way. */
export function counted({ came }: General, from: number): readonly number[] {
  const next = [...came];
  while (next.length <= from) next.push(0);
  next[from] = (next[from] ?? 0) + 1;
  return next;
}

/** Passes on what the round that is over has brought, and waits for the end of the next. */
export function passOn(
  s: Edit<General>,
  e: GeneralEvent,
  words: readonly Word[],
  isForged: (path: readonly number[], value: Order) => boolean,
): void {
  const round = s.ended + 1;
  const { sent, lies } = speak(s, e, round, words, isForged);
  s.spoken = round;
  waitForEnd(s, e);
  if (!e.io.explaining) return;
  if (sent === 0) say(e, 'relayed-nothing', { round });
  else say(e, 'relayed', { round, count: sent, lies });
}

/** The commander gives its orders, each lieutenant one. */
export function giveOrders(s: General, e: GeneralEvent): General {
  const { config, pid } = s;
  const { order, lieutenants } = config;
  const words = lieutenants.map((to): Word => ({ path: [pid], to, truth: order }));
  const next = edit(s);
  const { sent, lies } = speak(s, e, 1, words, () => false);
  next.spoken = 1;
  next.outOfStep = e.io.now !== endOf(config, 0);
  if (!config.traitors.has(pid)) {
    next.decided = order;
    next.how = 'own';
  }
  if (e.io.explaining) say(e, 'ordered', { value: order, count: sent, lies });
  return next;
}

export const isLastRound = ({ config, ended }: General): boolean => ended + 1 >= config.lastRound;
