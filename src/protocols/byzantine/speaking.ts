/** How a general says something to the others, and how a person sets what a traitor will say. */
import type { Order } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import { nameIn } from './config.ts';
import type { Config } from './config.ts';
import { say } from './facts.ts';
import { edit, isTraitor } from './general.ts';
import type { Did, General, GeneralEvent } from './general.ts';
import { lieKey, lieOf } from './lies.ts';
import type { Said } from './messages.ts';
import type { Path } from './paths.ts';

/** Lies and absences of one step that are told one by one. */
const TOLD = 12;

/** One message that a general may send: what a loyal one would say in it, null: nothing. */
export interface Word {
  readonly path: Path;
  readonly to: Pid;
  readonly truth: Order | null;
}

/** Names of a path: `C, L1`. */
export const named = (config: Config, path: Path): string =>
  path.map((pid) => nameIn(config, pid)).join(', ');

/** Through whose mouths a word has gone before its sender's. */
export const through = (config: Config, path: Path): { by: string; mouths: number } => ({
  by: path
    .slice(0, -1)
    .map((pid) => nameIn(config, pid))
    .join(' → '),
  mouths: path.length - 1,
});

/**
 * Says these words, a traitor its own.
 * @param isForged whether such a message carries a signature that its sender cannot make
 * @returns how many were sent, and how many are not what a loyal general would have said
 */
export function speak(
  s: General,
  e: GeneralEvent,
  round: number,
  words: readonly Word[],
  isForged: (path: Path, value: Order) => boolean,
): { readonly sent: number; readonly lies: number } {
  const { config } = s;
  const liar = isTraitor(s);
  const to = Array.from<number>({ length: config.pids.length + 1 }).fill(0);
  let sent = 0;
  let lies = 0;
  let told = 0;
  for (const word of words) {
    const { path, truth } = word;
    const value = liar ? lieOf(config, s.hand, path, word.to, truth) : truth;
    const lie = value !== truth;
    if (lie && told++ < TOLD) explainLie(s, e, word, value);
    if (value === null) continue;
    if (lie) lies++;
    const forged = liar && isForged(path, value);
    const said: Said = { type: 'SAID', path, value, lie, forged };
    e.io.sendTo(word.to, said);
    to[word.to] = (to[word.to] ?? 0) + 1;
    sent++;
  }
  const spoke: Did = { did: 'spoke', round, to, lies };
  e.io.did(spoke);
  return { sent, lies };
}

function explainLie(
  { config }: General,
  e: GeneralEvent,
  { path, to, truth }: Word,
  value: Order | null,
): void {
  if (!e.io.explaining) return;
  const word = { ...through(config, path), to };
  if (value === null) say(e, 'kept-silent', { ...word, truth: truth ?? '' });
  else if (truth === null) say(e, 'invented', { to, by: word.by, value });
  else say(e, 'lied', { ...word, value, truth });
}

/** What a person wants one message to say: `LIE` with {path: '1.4', to, value} or {path, to, unset: true}. */
interface Wanted {
  readonly path: Path;
  readonly to: Pid;
  readonly value: Order | null | undefined;
}

function wantedOf(e: GeneralEvent): Wanted {
  const { path, to, value, unset } = (e.data ?? {}) as Readonly<Record<string, unknown>>;
  const pids = typeof path === 'string' ? path.split(/[.·]/u).map(Number) : [];
  const says = typeof value === 'string' && value !== '' ? value : null;
  return { path: pids, to: Number(to), value: unset === true ? undefined : says };
}

/** Sets what one message of a traitor will say, unless it is sent already. */
export function setLie(s: General, e: GeneralEvent): General {
  const wanted = wantedOf(e);
  const why = whyNot(s, wanted);
  if (why !== null) {
    if (e.io.explaining) say(e, 'lie-refused', { why });
    return s;
  }
  const { path, to, value } = wanted;
  const next = edit(s);
  next.hand = new Map([...s.hand, [lieKey(path, to), value]]);
  if (e.io.explaining) {
    const word = { ...through(s.config, path), to };
    if (value === undefined) say(e, 'lie-unset', word);
    else if (value === null) say(e, 'silence-set', word);
    else say(e, 'lie-set', { ...word, value });
  }
  return next;
}

function whyNot(s: General, { path, to, value }: Wanted): 'loyal' | 'unknown' | 'late' | null {
  const { config, pid, spoken } = s;
  if (!isTraitor(s)) return 'loyal';
  const isPath =
    path[0] === config.commander &&
    path.at(-1) === pid &&
    path.length <= config.lastRound &&
    new Set([...path, to]).size === path.length + 1 &&
    [...path, to].every((each) => config.pids.includes(each));
  const isValue = value === null || value === undefined || config.values.includes(value);
  if (!isPath || !isValue || to === config.commander) return 'unknown';
  return spoken >= path.length ? 'late' : null;
}
