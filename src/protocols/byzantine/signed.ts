/** SM(m): what a lieutenant does with orders that carry the signatures of all who passed them on. */
import type { Order } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import type { Config } from './config.ts';
import { say } from './facts.ts';
import { edit, isTraitor } from './general.ts';
import type { General, GeneralEvent, Signed } from './general.ts';
import type { Said } from './messages.ts';
import { keyOf, others } from './paths.ts';
import type { Path } from './paths.ts';
import { closeRound, counted, passOn } from './rounds.ts';
import { named } from './speaking.ts';
import type { Word } from './speaking.ts';

const saidOf = (e: GeneralEvent): Said => e.message as Said;

const isSame = (one: Signed, { path, value }: Said): boolean =>
  one.value === value && one.chain.join() === path.join();

/** This very message has come before, and was believed or refused. */
export const isRepeated = ({ signed, refused }: General, e: GeneralEvent): boolean =>
  [...signed, ...refused].some((one) => isSame(one, saidOf(e)));

/** Its round is over: a message with so many signatures belongs to the round of that number. */
export const isLate = ({ ended }: General, e: GeneralEvent): boolean =>
  saidOf(e).path.length <= ended;

/** Whether every signature is of whom it names. */
export const isValid = ({ config }: General, e: GeneralEvent): boolean =>
  !saidOf(e).forged || config.broken.has('believe-unsigned');

/** Takes the value into V if it is new there. */
export function believe(s: General, e: GeneralEvent): General {
  const { path, value } = saidOf(e);
  const one: Signed = { value, chain: path };
  const isNew = !s.known.some((each) => each.value === value);
  const next = edit(s);
  next.came = counted(s, e.from);
  next.signed = [...s.signed, one];
  if (isNew) next.known = [...s.known, one];
  e.io.did({ did: 'heard', round: path.length });
  if (e.io.explaining) {
    const said = { from: e.from, chain: named(s.config, path), value };
    if (isNew) say(e, 'signed-new', { ...said, count: next.known.length });
    else say(e, 'signed-known', said);
  }
  return next;
}

export const refuseForged = (s: General, e: GeneralEvent): General => refuse(s, e, 'forged');
export const refuseLate = (s: General, e: GeneralEvent): General => refuse(s, e, 'late');

function refuse(s: General, e: GeneralEvent, why: 'forged' | 'late'): General {
  const { path, value } = saidOf(e);
  const next = edit(s);
  next.came = why === 'late' ? s.came : counted(s, e.from);
  next.refused = [...s.refused, { value, chain: path, from: e.from, why }];
  e.io.did({ did: 'heard', round: path.length });
  if (e.io.explaining) {
    if (why === 'forged') say(e, 'forged', { from: e.from, chain: named(s.config, path), value });
    else say(e, 'too-late', { from: e.from, value });
  }
  return next;
}

export function explainRepeated(s: General, e: GeneralEvent): void {
  const { path, value } = saidOf(e);
  e.io.did({ did: 'heard', round: path.length });
  if (e.io.explaining) say(e, 'heard-twice', { from: e.from, value });
}

/**
 * The values that a round brought for the first time. Several may have passed on the same one: then the
 * chain with the smallest numbers counts, so that nothing depends on which of them came first.
 */
export const freshIn = ({ known, signed }: General, round: number): readonly Signed[] =>
  known
    .filter(({ chain }) => chain.length === round)
    .map((first) =>
      signed.reduce((least, one) => {
        const isOther = one.value === first.value && one.chain.length === round;
        return isOther && keyOf(one.chain) < keyOf(least.chain) ? one : least;
      }, first),
    );

/** Signs each value that this round brought for the first time, and passes it on to whoever has not signed it. */
export function relay(s: General, e: GeneralEvent): General {
  const next = closeRound(s, e);
  const { config, pid } = s;
  const words = freshIn(s, next.ended).flatMap(({ value, chain }): Word[] => {
    const path = [...chain, pid];
    return others(config.pids, path).map((to) => ({ path, to, truth: value }));
  });
  const more = isTraitor(s) ? byHandAlone(s, next.ended + 1, words) : [];
  passOn(next, e, [...words, ...more], (path, value) => !canSign(s, path.slice(0, -1), value));
  return next;
}

/** What a traitor is to say by hand although a loyal general would say nothing. */
export function byHandAlone(
  { hand, pid }: General,
  length: number,
  words: readonly Word[],
): Word[] {
  return [...hand.keys()].flatMap((key) => {
    const { path, to } = readLieKey(key);
    if (path.length !== length || path.at(-1) !== pid) return [];
    const known = words.some((word) => word.to === to && word.path.join() === path.join());
    return known ? [] : [{ path, to, truth: null }];
  });
}

function readLieKey(key: number): { readonly path: Path; readonly to: Pid } {
  const path: Pid[] = [];
  for (let left = Math.floor(key / 16); left > 0; left = Math.floor(left / 16))
    path.unshift(left % 16);
  return { path, to: key % 16 };
}

/**
 * Whether a traitor can make an order with these signatures: those of its fellows it has anyway, and
 * those of loyal generals only where it was sent the same value with the same signatures up to the last
 * of these.
 */
export function canSign({ config, signed }: General, chain: Path, value: Order): boolean {
  const last = lastLoyal(config, chain);
  if (last === -1) return true;
  const needed = chain.slice(0, last + 1).join();
  return signed.some(
    (one) => one.value === value && one.chain.slice(0, last + 1).join() === needed,
  );
}

const lastLoyal = ({ traitors }: Config, chain: Path): number =>
  chain.findLastIndex((pid) => !traitors.has(pid));

/** One value in V is obeyed; of several, or none, the fixed one. */
export function decide(s: General, e: GeneralEvent): General {
  const next = closeRound(s, e);
  const { config, pid, known } = s;
  if (config.traitors.has(pid)) return next;
  const [first, ...more] = known;
  next.how = first === undefined ? 'none' : more.length > 0 ? 'several' : 'one';
  next.decided = first !== undefined && more.length === 0 ? first.value : config.fallback;
  if (!e.io.explaining) return next;
  const value = next.decided;
  if (next.how === 'one') say(e, 'decided-one', { value });
  else if (next.how === 'none') say(e, 'decided-none', { value });
  else say(e, 'decided-several', { value, values: known.map((one) => one.value).join(', ') });
  return next;
}
