/** Whether somebody may take himself for a holder: by the rules as they are said, against everybody else. */
import { sameZxid } from '../../../protocols/election/zxid.ts';
import type { Micros, Pid } from '../../../view/time.ts';
import { clientOf } from './naive.ts';
import type { Naive } from './naive.ts';
import { changedIn, nameIn, numberOf } from './naive-tree.ts';

interface Belief {
  readonly pid: Pid;
  readonly what: string;
  readonly node: string;
}

/** Its node is there, and is its own. */
const isReal = ({ tree, top }: Naive, { pid, node }: Belief): boolean =>
  node.startsWith('/') && tree.ownerAt(node, top) === pid;

/** Two of whom only one may be: a writer beside anybody, or two of the same that is for one alone. */
function excludes({ config }: Naive, a: string, b: string): boolean {
  const rules = (what: string): readonly string[] =>
    config.holdings.filter((each) => each.what === what).map(({ rule }) => rule);
  const isShared = (what: string): boolean =>
    rules(what).some((rule) => rule === 'reader' || rule === 'writer');
  if (isShared(a)) return ['read', 'write'].includes(b) && (a === 'write' || b === 'write');
  return a === b && rules(a).some((rule) => ['node', 'smallest', 'row', 'key'].includes(rule));
}

export function takesItself(naive: Naive, at: Micros, me: Belief): void {
  const { config, held, wrong, granted, order } = naive;
  const say = (invariant: string): void => void wrong.push(`${at} ${invariant}`);
  granted.push({ at, ...me });
  const others = [...naive.clients].flatMap(([pid, { believes }]) =>
    pid === me.pid ? [] : believes.map((each): Belief => ({ pid, ...each })),
  );
  const permits = config.holdings.find(({ what, rule }) => what === me.what && rule === 'first');
  const real = [me, ...others].filter((each) => each.what === me.what && isReal(naive, each));
  if (permits !== undefined && real.length > (permits.count ?? 1)) say('R-Permits');
  const against = others.filter((each) => excludes(naive, me.what, each.what));
  if (against.length > 0) say('R-OneBeliever');
  if (!isReal(naive, me)) return;
  if (against.some((each) => isReal(naive, each)))
    say(me.what === 'read' || me.what === 'write' ? 'R-ReadersWriters' : 'R-OneHolder');
  const isRuled = config.holdings.some(({ what }) => what === me.what);
  const isTurn = held.some(
    ({ what, node, owner }) => what === me.what && node === me.node && owner === me.pid,
  );
  if (isRuled && !isTurn) say('R-Turn');
  const number = numberOf(nameIn(me.node));
  if (config.promises.get(me.pid)?.fifo !== true || number === null) return;
  const greatest = order.get(me.what) ?? -1;
  if (number < greatest) say('R-Fifo');
  order.set(me.what, Math.max(number, greatest));
}

/** What a client says of the world. */
export function claimed(
  naive: Naive,
  at: Micros,
  pid: Pid,
  { claim, of, is }: { readonly claim: string; readonly of: string; readonly is: string },
): void {
  const { tree, top, wrong, config } = naive;
  const client = clientOf(naive, pid);
  const say = (invariant: string): void => void wrong.push(`${at} ${invariant}`);
  switch (claim) {
    case 'knows':
      client.knows.set(of, is);
      return;
    case 'reads-fresh': {
      const zxid = naive.acknowledged.get(of);
      client.fresh = zxid === undefined ? null : { path: of, zxid };
      return;
    }
    case 'takes':
      if (naive.taken.has(of)) say('R-ItemOnce');
      naive.taken.add(of);
      return;
    case 'unique':
      if (naive.given.has(of)) say('R-Unique');
      naive.given.add(of);
      return;
    case 'enters':
      if (tree.entered(of, top).size < Number(is)) say('R-BarrierEnter');
      client.inside.push(of);
      return;
    case 'leaves': {
      client.inside = client.inside.filter((each) => each !== of);
      const isLeft = [...naive.clients].some(
        ([other, { inside, lives }]) =>
          other !== pid &&
          lives === 0 &&
          inside.includes(of) &&
          tree.past.node(`${of}/p-${config.nameOf.get(other) ?? ''}`, top) !== null,
      );
      if (isLeft) say('R-BarrierLeave');
      return;
    }
    case 'decides': {
      const before = naive.decided.get(of);
      if (before === undefined) naive.decided.set(of, is);
      else if (before !== is) say('R-Atomic');
      return;
    }
    default:
  }
}

/** How many the end of a node has woken, against what was promised of that. */
export function wakes(
  naive: Naive,
  at: Micros,
  zxid: Naive['top'],
  fired: readonly string[],
): void {
  const gone = naive.tree.gone(zxid);
  const paths = new Set([...gone.map(({ path }) => path), ...fired]);
  const woken = [...naive.clients].filter(
    ([, { wokenBy, waits }]) =>
      wokenBy !== null && sameZxid(wokenBy.zxid, zxid) && waits !== null && paths.has(waits.path),
  );
  const limits = woken.flatMap(([pid]) => naive.config.promises.get(pid)?.wakes ?? []);
  const [most] = limits;
  if (most !== undefined && limits.length > most * gone.length)
    naive.wrong.push(`${at} R-OneWoken`);
}

/** Which paths somebody minds, and when each was changed last. */
export function minds(naive: Naive, at: Micros, before: Naive['top']): void {
  const { changedAt, clients, tree, top } = naive;
  const minded = new Set(
    [...clients.values()].flatMap(({ waits, knows }) => [...knows.keys(), waits?.path ?? '']),
  );
  minded.delete('');
  for (const path of changedAt.keys()) if (!minded.has(path)) changedAt.delete(path);
  for (const path of minded) if (!changedAt.has(path)) changedAt.set(path, at);
  for (const { body } of tree.between(before, top))
    for (const path of changedIn(body)) if (minded.has(path)) changedAt.set(path, at);
}
