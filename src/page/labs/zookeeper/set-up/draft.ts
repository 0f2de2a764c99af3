import { SCENARIO_VERSION } from '../../../../view/scenario.ts';
import type { Scenario } from '../../../../view/scenario.ts';
import type { ZooKeeperClientSetup, ZooKeeperSetup } from '../../../../view/zookeeper-setup.ts';
import type { Built, FieldProblem } from '../../../panels/set-up/set-up.tsx';
import type { Kept } from '../../../panels/set-up/kept.ts';
import {
  keptAmong,
  keptOf,
  middleOf,
  spanOf,
  textOf,
  timesOf,
  TIME_FIELDS,
} from '../../../panels/set-up/kept.ts';
import { seedOf, typedMs, typedWhole } from '../../../panels/set-up/typed.ts';
import {
  ensembleOf,
  isEnsemble,
  LIMIT_FIELDS,
  serversIn,
  serversOf,
  sidsIn,
} from './servers-draft.ts';
import type { LimitField, ServersDraft } from './servers-draft.ts';
import { SMALL_TREE } from './small-tree.ts';

/** A set-up of servers with their clients as it stands in the form: what was typed, right or wrong. */
export interface ZooKeeperDraft extends ServersDraft {
  readonly clients: readonly ClientDraft[];
  /** Nodes that are there at the beginning. */
  readonly tree: TreeChoice;
  readonly leastMs: string;
  readonly mostMs: string;
  readonly diskMs: string;
  readonly stageMs: string;
  readonly tickTime: string;
  readonly snapCount: string;
  readonly seed: string;
  /** Names of rules that are switched off. */
  readonly broken: readonly string[];
  /** What it was made of, and the form shows in part or not at all. */
  readonly kept: Kept;
  /** Those that could still be opened there; null: as many as there is room for. */
  readonly spares: readonly ZooKeeperClientSetup[] | null;
}

/** `present`: those of the run that it was made of. */
export type TreeChoice = 'small' | 'empty' | 'present';

export interface ClientDraft {
  /** Stable over edits. */
  readonly key: number;
  /** The sids that its connect string names; empty: all servers. */
  readonly names: string;
  readonly timeoutMs: string;
  /** It takes a server without a leader, too. */
  readonly readOnly: boolean;
  /** Typed when it has its session, a line each. */
  readonly lines: readonly string[];
  readonly was?: ZooKeeperClientSetup;
}

/** So many can be set up, and so many are there to be opened. */
export const MOST_CLIENTS = 20;
const MOST_SPARE = 8;
export const FIRST_CLIENT = 101;
/** What a person types before there is a connection is carried out when there is one. */
const PROGRAM = 'zkcli-wait';

/** zkCli's own wish, and what the sample file and the server say where nobody else does. */
const USUAL = {
  timeoutMs: '30000',
  tickTime: '2000',
  snapCount: '100000',
  stageMs: '0.1',
};

const isSmall = (tree: ZooKeeperSetup['tree']): boolean =>
  JSON.stringify(tree) === JSON.stringify(SMALL_TREE);

const treeOf = ({ tree }: Partial<ZooKeeperSetup>): TreeChoice =>
  tree === undefined ? 'empty' : isSmall(tree) ? 'small' : 'present';

/** The form for a scenario: what it does not show is kept. */
export const draftOf = (scenario: Scenario<'zookeeper'>): ZooKeeperDraft => {
  const { setup, seed, latency, diskLatency } = scenario;
  const { clients, broken = [], ...keptSetup } = setup;
  const spares = clients.filter((one) => one.spare === true);
  const { least, most } = spanOf(latency);
  return {
    ...serversIn(setup),
    clients: clients
      .filter((one) => one.spare !== true)
      .map((was, key) => ({
        key,
        names: (was.servers ?? []).join(' '),
        timeoutMs: textOf(was.timeoutMs, USUAL.timeoutMs),
        readOnly: was.readOnly === true,
        lines: was.lines ?? [],
        was,
      })),
    tree: treeOf(setup),
    leastMs: least,
    mostMs: most,
    diskMs: middleOf(diskLatency),
    stageMs: textOf(setup.stageMs, USUAL.stageMs),
    tickTime: textOf(setup.cfg?.tickTime, USUAL.tickTime),
    snapCount: textOf(setup.cfg?.snapCount, USUAL.snapCount),
    seed: String(seed),
    broken,
    kept: keptOf(scenario),
    keptSetup,
    spares,
  };
};

/** The clients' numbers: those that they had, the others the least ones that are free. */
export const clientIds = (clients: readonly ClientDraft[]): readonly number[] => {
  const taken = new Set(clients.flatMap(({ was }) => (was === undefined ? [] : [was.id])));
  let next = FIRST_CLIENT;
  return clients.map(({ was }) => {
    if (was !== undefined) return was.id;
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  });
};

/** The rest of those that there is room for can be opened while it runs. */
const spare = (
  taken: readonly ZooKeeperClientSetup[],
  known: readonly ZooKeeperClientSetup[] | null,
): readonly ZooKeeperClientSetup[] => {
  const ids = new Set(taken.map(({ id }) => id));
  if (known !== null) return known.filter(({ id }) => !ids.has(id));
  const free = Array.from({ length: 2 * MOST_SPARE }, (_, i) => FIRST_CLIENT + i).filter(
    (id) => !ids.has(id),
  );
  return free
    .slice(0, Math.max(0, MOST_SPARE - taken.length))
    .map((id) => ({ id, program: PROGRAM, spare: true }));
};

/** What the server's file says; it goes on saying nothing of what is usual and was never said. */
const cfgOf = (
  { keptSetup: { cfg }, tickTime, snapCount, spares }: ZooKeeperDraft,
  positive: (field: 'tickTime' | 'snapCount') => number,
): Pick<ZooKeeperSetup, 'cfg'> => {
  const unsaid = (field: 'tickTime' | 'snapCount', typed: string): boolean =>
    spares !== null && cfg?.[field] === undefined && typed === USUAL[field];
  const said = {
    ...cfg,
    ...(unsaid('tickTime', tickTime) ? {} : { tickTime: positive('tickTime') }),
    ...(unsaid('snapCount', snapCount) ? {} : { snapCount: positive('snapCount') }),
  };
  return Object.keys(said).length === 0 ? {} : { cfg: said };
};

/** Where in the scenario each field of the form stands. */
const fieldsOf = ({ clients, servers }: ZooKeeperDraft): ReadonlyMap<string, string> =>
  new Map([
    ['setup.servers', 'servers'],
    ...LIMIT_FIELDS.map((name) => [`setup.ensemble.${name}`, name] as const),
    ...servers.flatMap(({ key, lists }, index) => [
      ...(['sid', 'startMs', 'lists'] as const).map(
        (name) => [`setup.servers[${index}].${name}`, `s${key}.${name}`] as const,
      ),
      ...(sidsIn(lists) ?? []).map(
        (_sid, at) => [`setup.servers[${index}].lists[${at}]`, `s${key}.lists`] as const,
      ),
    ]),
    ...clients.flatMap(({ key, names }, index) =>
      (sidsIn(names) ?? []).map(
        (_sid, at) => [`setup.clients[${index}].servers[${at}]`, `${key}.names`] as const,
      ),
    ),
    ['seed', 'seed'],
    ...TIME_FIELDS,
    ['setup.stageMs', 'stageMs'],
    ['setup.cfg.tickTime', 'tickTime'],
    ['setup.cfg.snapCount', 'snapCount'],
    ...clients.map(
      ({ key }, index) => [`setup.clients[${index}].timeoutMs`, `${key}.timeoutMs`] as const,
    ),
  ]);

/** The scenario that the draft describes. */
export const buildZooKeeper = (draft: ZooKeeperDraft): Built<Scenario<'zookeeper'>> => {
  const unread: FieldProblem[] = [];
  const report = (field: string, code: string, data: FieldProblem['data'] = {}): void => {
    unread.push({ field, code, data });
  };
  const whole = (field: 'tickTime' | 'snapCount' | LimitField): number => {
    const value = typedWhole(draft[field]);
    if (value === null) report(field, 'whole-positive');
    return value ?? 1;
  };
  const times = timesOf(draft, report);
  const stageMs = typedMs(draft.stageMs);
  if (stageMs === null || stageMs <= 0) report('stageMs', 'ms-positive');
  const seed = seedOf(draft.seed, report);
  const ids = clientIds(draft.clients);
  const clients = draft.clients.map((client, i): ZooKeeperClientSetup => {
    const { key, timeoutMs, lines, names, readOnly } = client;
    const { servers: _was, readOnly: _reads, ...was } = client.was ?? { program: PROGRAM };
    const timeout = typedWhole(timeoutMs);
    if (timeout === null) report(`${key}.timeoutMs`, 'ms-positive');
    const named = sidsIn(names);
    if (named === null) report(`${key}.names`, 'names-form');
    return {
      ...was,
      ...(named !== null && named.length > 0 && { servers: named }),
      ...(readOnly && { readOnly }),
      id: ids[i] ?? 0,
      timeoutMs: timeout ?? 1,
      ...(lines.length === 0 ? {} : { lines }),
    };
  });
  const { tree: present, ensemble: _ensemble, ...keptSetup } = draft.keptSetup;
  const tree = draft.tree === 'present' ? present : draft.tree === 'small' ? SMALL_TREE : undefined;
  const setup: ZooKeeperSetup = {
    ...keptSetup,
    servers: serversOf(draft, report),
    ...(isEnsemble(draft) && { ensemble: ensembleOf(draft, whole) }),
    clients: [...clients, ...spare(clients, draft.spares)],
    ...(tree === undefined ? {} : { tree }),
    ...cfgOf(draft, whole),
    stageMs: stageMs ?? 1,
    ...(draft.broken.length === 0 ? {} : { broken: draft.broken }),
  };
  const everybody = new Set([
    ...setup.servers.map(({ sid }) => sid),
    ...setup.clients.map(({ id }) => id),
  ]);
  return {
    unread,
    fields: fieldsOf(draft),
    scenario: {
      format: 'zooscope-scenario',
      version: SCENARIO_VERSION,
      model: 'zookeeper',
      seed,
      setup,
      ...keptAmong(draft.kept, everybody),
      ...times,
    },
  };
};
