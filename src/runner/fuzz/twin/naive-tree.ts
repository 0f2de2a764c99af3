/** Who holds what, and what is taken away, worked out from the bodies of all transactions each time anew. */
import type { RecipesConfig } from '../../../ensemble/recipes/config.ts';
import { compareZxid, ZERO } from '../../../protocols/election/zxid.ts';
import type { OutsideData } from '../../../protocols/outside/data.ts';
import type { Holding } from '../../../view/recipe-program.ts';
import type { Pid } from '../../../view/time.ts';
import type { Zxid } from '../../../view/zxid.ts';
import type { Txn, TxnBody } from '../../../zookeeper/records/txns.ts';
import type { SessionId } from '../../../zookeeper/records/values.ts';
import type { History } from '../history/history.ts';
import { Past } from '../history/past.ts';

export interface NaiveHeld {
  readonly what: string;
  readonly node: string;
  readonly owner: Pid;
}

/** A node of a client's that a transaction has taken away. */
export interface Gone {
  readonly path: string;
  readonly by: Pid;
}

export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';
export const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Without the eight hexadecimal digits of chance before it. */
const bare = (name: string): string => (/^[\da-f]{8}-/u.test(name) ? name.slice(9) : name);

export const numberOf = (name: string): number | null =>
  /\d{10}$/u.test(name) ? Number(name.slice(-10)) : null;

const partsOf = (body: TxnBody): readonly TxnBody[] => (body.type === 'multi' ? body.txns : [body]);

/** The paths that a transaction makes, changes or takes away. */
export const pathsIn = (body: TxnBody): readonly string[] =>
  partsOf(body).flatMap((part) => {
    if (part.type === 'closeSession') return part.paths;
    return 'path' in part ? [part.path] : [];
  });

/** Nodes that it makes another of, or whose children it does. */
export const changedIn = (body: TxnBody): readonly string[] =>
  partsOf(body).flatMap((part) => {
    if (part.type === 'check') return [];
    const paths = pathsIn(part);
    return part.type === 'setData' ? paths : [...paths, ...paths.map(parentOf)];
  });

export class NaiveTree {
  readonly past: Past;
  private readonly txns: readonly Txn[];
  private readonly config: RecipesConfig;
  private readonly pids: ReadonlyMap<SessionId, Pid>;

  constructor(
    history: Pick<History, 'first' | 'txns'>,
    config: RecipesConfig,
    pids: ReadonlyMap<SessionId, Pid>,
  ) {
    this.past = new Past(history);
    this.txns = history.txns;
    this.config = config;
    this.pids = pids;
  }

  sessionAt(path: string, zxid: Zxid): SessionId | null {
    return this.past.node(path, zxid)?.owner ?? null;
  }

  ownerAt(path: string, zxid: Zxid): Pid | null {
    const session = this.sessionAt(path, zxid);
    return session === null ? null : (this.pids.get(session) ?? null);
  }

  /** The transactions after one of them, up to another. */
  between(after: Zxid, to: Zxid): readonly Txn[] {
    return this.txns.filter(
      ({ zxid }) => compareZxid(zxid, after) > 0 && compareZxid(zxid, to) <= 0,
    );
  }

  private before(zxid: Zxid): Zxid {
    const earlier = this.txns.filter((txn) => compareZxid(txn.zxid, zxid) < 0);
    return earlier.at(-1)?.zxid ?? ZERO;
  }

  /** Nodes of clients that this transaction has taken away. */
  gone(zxid: Zxid): readonly Gone[] {
    const body = this.past.txn(zxid)?.body;
    if (body === undefined) return [];
    const before = this.before(zxid);
    return partsOf(body).flatMap((part) => {
      if (part.type !== 'delete' && part.type !== 'closeSession') return [];
      return pathsIn(part).flatMap((path) => {
        const by = this.ownerAt(path, before);
        return by === null ? [] : [{ path, by }];
      });
    });
  }

  /** Whether a client's program deletes with it what holds something for somebody else. */
  deletesForeign({ zxid, body, session }: Txn): boolean {
    const before = this.before(zxid);
    return partsOf(body).some((part) => {
      if (part.type !== 'delete') return false;
      const { path } = part;
      const isHolding = this.config.holdings.some(({ rule, path: of }) =>
        rule === 'node' ? of === path : of === parentOf(path),
      );
      const owner = this.sessionAt(path, before);
      return isHolding && owner !== null && owner !== session;
    });
  }

  /** Names that ever stood in a barrier. */
  entered(barrier: string, to: Zxid): ReadonlySet<string> {
    const made = this.between(ZERO, to).flatMap(({ body }) =>
      partsOf(body).flatMap((part) =>
        'ephemeral' in part && parentOf(part.path) === barrier ? [nameIn(part.path)] : [],
      ),
    );
    return new Set(made.filter((name) => name.startsWith('p-')));
  }

  held(zxid: Zxid, outside: ReadonlyMap<string, OutsideData>): readonly NaiveHeld[] {
    return this.config.holdings.flatMap((holding) =>
      holding.rule === 'row' || holding.rule === 'key'
        ? this.heldOutside(holding, outside)
        : this.heldInside(holding, zxid),
    );
  }

  private heldInside(
    { what, rule, path, count = 1, prefix = '' }: Holding,
    zxid: Zxid,
  ): NaiveHeld[] {
    const queue = [...this.past.childrenOf(path, zxid)]
      .filter((name) => numberOf(name) !== null && bare(name).startsWith(prefix))
      .toSorted((a, b) => (numberOf(a) ?? 0) - (numberOf(b) ?? 0));
    const isWrite = (name: string): boolean => bare(name).startsWith('write-');
    const isRead = (name: string): boolean => bare(name).startsWith('read-');
    const mayHold = (name: string, place: number): boolean => {
      switch (rule) {
        case 'smallest':
          return place === 0;
        case 'first':
          return place < count;
        case 'writer':
          return place === 0 && isWrite(name);
        case 'reader':
          return isRead(name) && !queue.slice(0, place).some(isWrite);
        default:
          return false;
      }
    };
    const nodes = rule === 'node' ? [path] : queue.filter(mayHold).map((name) => `${path}/${name}`);
    return nodes.flatMap((node) => {
      const owner = this.ownerAt(node, zxid);
      return owner === null ? [] : [{ what, node, owner }];
    });
  }

  /** Whoever more than half of the processes that the path names have it for. */
  private heldOutside(
    { what, path }: Holding,
    outside: ReadonlyMap<string, OutsideData>,
  ): NaiveHeld[] {
    const [places = '', key = ''] = path.split('/');
    const names = places.split(',');
    const owners = names.map((name) => this.pidIn(valueIn(outside.get(name), key)));
    return [...this.config.nameOf.keys()].flatMap((owner) =>
      owners.filter((pid) => pid === owner).length * 2 > names.length
        ? [{ what, node: path, owner }]
        : [],
    );
  }

  /** Whose a value is: `C1`, or `C1-` and something. */
  pidIn(value: string | null): Pid | null {
    if (value === null) return null;
    for (const [pid, name] of this.config.nameOf)
      if (value === name || value.startsWith(`${name}-`)) return pid;
    return null;
  }
}

function valueIn(data: OutsideData | undefined, of: string): string | null {
  if (data?.kind === 'table') return data.rows.find(({ id }) => id === of)?.owner ?? null;
  if (data?.kind === 'redis') return data.keys.find(({ key }) => key === of)?.value ?? null;
  return null;
}
