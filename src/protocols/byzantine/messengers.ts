/** Two generals, and messengers between them that may be caught: nobody lies, and yet they never agree. */
import { endOf } from './config.ts';
import type { Config, TwoGenerals } from './config.ts';
import { say } from './facts.ts';
import { edit } from './general.ts';
import type { General, GeneralEvent } from './general.ts';
import type { Messenger } from './messages.ts';

/** @throws TypeError where generals have orders to agree on */
export function twoOf({ two }: Config): TwoGenerals {
  if (two === null) throw new TypeError('these generals send no messengers');
  return two;
}

const messengerOf = (e: GeneralEvent): Messenger => e.message as Messenger;

/** When both do what they have decided, µs: every messenger that is not caught has come by then. */
export const dawnOf = (config: Config): number => endOf(config, twoOf(config).messengers);

export const sendsPlan = ({ pid }: General): boolean => pid === 1;

export function awaitDawn(s: General, e: GeneralEvent): void {
  e.io.setTimer('DAWN', Math.max(0, dawnOf(s.config) - e.io.now));
  if (sendsPlan(s)) e.io.setTimer('PLAN', Math.max(0, s.config.begins - e.io.now));
}

export function sendPlan(s: General, e: GeneralEvent): void {
  send(s, e, 1);
}

function send({ config, pid }: General, e: GeneralEvent, number: number): void {
  const { messengers } = twoOf(config);
  if (number > messengers) return;
  const to = pid === 1 ? 2 : 1;
  const messenger: Messenger = { type: 'MESSENGER', number };
  e.io.sendTo(to, messenger);
  const sent = Array.from<number>({ length: 3 }).fill(0).with(to, 1);
  e.io.did({ did: 'spoke', round: number, to: sent, lies: 0 });
  if (e.io.explaining) say(e, 'messenger-sent', { to, number, of: messengers });
}

/** It has come, so the next one goes back; one that came before changes nothing. */
export function welcome(s: General, e: GeneralEvent): General {
  const { number } = messengerOf(e);
  if (s.camp.came.includes(number)) return s;
  const next = edit(s);
  next.camp = { ...s.camp, came: [...s.camp.came, number] };
  e.io.did({ did: 'heard', round: number });
  if (e.io.explaining) say(e, 'messenger-came', { from: e.from, number });
  send(s, e, number + 1);
  return next;
}

/** Each attacks if enough have come to it: it knows nothing else. */
export function dawn(s: General, e: GeneralEvent): General {
  const came = s.camp.came.length;
  const needs = twoOf(s.config).needs.get(s.pid) ?? 0;
  const next = edit(s);
  next.camp = { ...s.camp, attacks: came >= needs };
  if (e.io.explaining) say(e, came >= needs ? 'attacks-at-dawn' : 'stays-at-dawn', { came, needs });
  return next;
}
