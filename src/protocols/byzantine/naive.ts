/**
 * OM(m) and SM(m) as the paper defines them, by recursion, without processes, rounds or a network: what
 * the machines are compared with, and what searches through many lies are made of.
 */
import type { Order } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import type { Config } from './config.ts';
import { handOf, lieKey, lieOf } from './lies.ts';
import type { Hand } from './lies.ts';
import type { Path } from './paths.ts';

/** A message that was sent. */
export interface NaiveMessage {
  readonly path: Path;
  readonly to: Pid;
  readonly value: Order;
}

/** What came of it. */
export interface NaiveOutcome {
  /** Of loyal lieutenants. */
  readonly decisions: ReadonlyMap<Pid, Order>;
  readonly messages: number;
  readonly ic1: boolean;
  /** True where the commander is a traitor: nothing is asked then. */
  readonly ic2: boolean;
}

type Hears = (message: NaiveMessage) => void;

/** @param hears is told each message */
export function naiveRun(config: Config, hears: Hears = () => undefined): NaiveOutcome {
  const hand = handOf(config.lies);
  let messages = 0;
  const heard: Hears = (message) => {
    messages++;
    hears(message);
  };
  const obtained = config.signed
    ? signedRun(config, hand, heard)
    : oral(
        config,
        hand,
        heard,
        config.rounds,
        [config.commander],
        config.order,
        config.lieutenants,
      );
  const { traitors, lieutenants, commander, order } = config;
  const loyal = lieutenants.filter((pid) => !traitors.has(pid));
  const decisions = new Map(loyal.map((pid) => [pid, obtained.get(pid) ?? config.fallback]));
  const all = [...decisions.values()];
  return {
    decisions,
    messages,
    ic1: all.every((value) => value === all[0]),
    ic2: traitors.has(commander) || all.every((value) => value === order),
  };
}

/** What the last one of the path says to one other. */
function says(config: Config, hand: Hand, path: Path, to: Pid, truth: Order): Order | null {
  return config.traitors.has(path.at(-1) ?? 0) ? lieOf(config, hand, path, to, truth) : truth;
}

/**
 * OM(m) with the last one of the path as commander.
 * @returns what each of these lieutenants takes it to have said
 */
function oral(
  config: Config,
  hand: Hand,
  hears: Hears,
  m: number,
  path: Path,
  value: Order,
  lieutenants: readonly Pid[],
): ReadonlyMap<Pid, Order> {
  const told = new Map<Pid, Order>();
  for (const to of lieutenants) {
    const said = says(config, hand, path, to, value);
    if (said !== null) hears({ path, to, value: said });
    told.set(to, said ?? config.fallback);
  }
  if (m === 0) return told;
  const passedOn = new Map(
    lieutenants.map((pid) => {
      const others = lieutenants.filter((other) => other !== pid);
      const own = told.get(pid) ?? config.fallback;
      return [pid, oral(config, hand, hears, m - 1, [...path, pid], own, others)] as const;
    }),
  );
  return new Map(
    lieutenants.map((pid) => {
      const own = told.get(pid) ?? config.fallback;
      const reported = lieutenants.flatMap((other) =>
        other === pid ? [] : [passedOn.get(other)?.get(pid) ?? config.fallback],
      );
      return [pid, majority(config, own, reported)];
    }),
  );
}

function majority({ tie, fallback }: Config, own: Order, reported: readonly Order[]): Order {
  const winner = (votes: readonly Order[]): Order | null =>
    votes.find((one) => 2 * votes.filter((vote) => vote === one).length > votes.length) ?? null;
  const most = winner([own, ...reported]);
  if (most !== null) return most;
  if (tie === 'commander') return own;
  return (tie === 'other' ? winner(reported) : null) ?? fallback;
}

/** A message under SM; `genuine`: every signature in it is of whom it names. */
interface SignedMessage extends NaiveMessage {
  readonly genuine: boolean;
}

function signedRun(config: Config, hand: Hand, hears: Hears): ReadonlyMap<Pid, Order> {
  const { commander, lieutenants, order, rounds, fallback } = config;
  /** Everything that each has got with valid signatures, in its order. */
  const holds = new Map<Pid, SignedMessage[]>(lieutenants.map((pid) => [pid, []]));
  let sent: SignedMessage[] = lieutenants.flatMap((to) => {
    const value = says(config, hand, [commander], to, order);
    return value === null ? [] : [{ path: [commander], to, value, genuine: true }];
  });
  for (let round = 1; ; round++) {
    sent.forEach(hears);
    const fresh: SignedMessage[] = [];
    // Of several that bring one value the path with the smallest numbers counts.
    for (const message of sent.toSorted((a, b) => compare(a.path, b.path))) {
      const holding = holds.get(message.to) ?? [];
      if (!message.genuine) continue;
      if (!holding.some(({ value }) => value === message.value)) fresh.push(message);
      holding.push(message);
    }
    if (round > rounds) break;
    sent = lieutenants.flatMap((pid) => {
      const own = fresh.filter(({ to }) => to === pid);
      return relays(config, hand, holds.get(pid) ?? [], pid, round + 1, own);
    });
  }
  return new Map(
    lieutenants.map((pid) => {
      const values = new Set((holds.get(pid) ?? []).map(({ value }) => value));
      const [only = fallback] = values;
      return [pid, values.size === 1 ? only : fallback];
    }),
  );
}

const compare = (one: Path, other: Path): number => {
  const at = one.findIndex((pid, index) => pid !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
};

/** What one lieutenant sends in a round: what was new to it, a traitor also what is only set by hand. */
function relays(
  config: Config,
  hand: Hand,
  holding: readonly SignedMessage[],
  pid: Pid,
  round: number,
  fresh: readonly SignedMessage[],
): SignedMessage[] {
  const messages: SignedMessage[] = [];
  const done = new Set<number>();
  const send = (path: Path, to: Pid, value: Order): void => {
    messages.push({ path, to, value, genuine: isGenuine(config, holding, path, value) });
  };
  for (const { path, value } of fresh) {
    const signed = [...path, pid];
    for (const to of config.lieutenants) {
      if (signed.includes(to)) continue;
      done.add(lieKey(signed, to));
      const said = says(config, hand, signed, to, value);
      if (said !== null) send(signed, to, said);
    }
  }
  if (!config.traitors.has(pid)) return messages;
  for (const { path, to, value } of config.lies) {
    const isMore = path.length === round && path.at(-1) === pid && !done.has(lieKey(path, to));
    if (isMore && value !== null) send(path, to, value);
  }
  return messages;
}

/** Each loyal one in a chain has really signed just this: its sender holds it, or nobody loyal is in it. */
function isGenuine(
  { traitors }: Config,
  holding: readonly SignedMessage[],
  path: Path,
  value: Order,
): boolean {
  const last = path.slice(0, -1).findLastIndex((pid) => !traitors.has(pid));
  if (last === -1) return true;
  const needed = path.slice(0, last + 1).join();
  return holding.some(
    (held) => held.value === value && held.path.slice(0, last + 1).join() === needed,
  );
}
