/** A set-up of recipes as one of servers and clients, with the programs that these run. */
import { SetupRefused } from '../../kernel/setup-refused.ts';
import { builtIn, builtInNames } from '../../clients/recipes/built-in.ts';
import { recipeProgram } from '../../clients/recipes/client-program.ts';
import { compiled, talksToServers } from '../../clients/recipes/compile.ts';
import type { Compiled } from '../../clients/recipes/compile.ts';
import type { Program } from '../../clients/program.ts';
import type { NetworkOptions } from '../../kernel/network-options.ts';
import type { Holding, Promises, RecipeProgram } from '../../view/recipe-program.ts';
import type { OutsideSetup } from '../../view/outside.ts';
import type { RecipeClientSetup, RecipesSetup } from '../../view/recipes-setup.ts';
import type { Pid } from '../../view/time.ts';
import type { WorldSetup, ZooKeeperNodeSetup } from '../../view/zookeeper-setup.ts';
import { parentOf } from '../../zookeeper/records/paths.ts';
import { isRecipeMutant } from './mutants.ts';
import type { RecipeMutant } from './mutants.ts';

/** Long enough for a course, short enough to be waited for. */
const USUAL_TIMEOUT = 10_000;

export interface RecipesConfig {
  readonly zookeeper: WorldSetup;
  /** What runs in the clients, by the names that the set-up of ZooKeeper gives. */
  readonly programs: Readonly<Record<string, Program>>;
  /** Each program once, in the order in which clients name them. */
  readonly compiled: readonly Compiled[];
  readonly programOf: ReadonlyMap<Pid, Compiled>;
  readonly nameOf: ReadonlyMap<Pid, string>;
  readonly recipe: string;
  readonly root: string;
  readonly holdings: readonly Holding[];
  /** Of each client what its recipe promises. */
  readonly promises: ReadonlyMap<Pid, Promises>;
  /** Processes outside ZooKeeper, and the storages among them that are to compare tokens. */
  readonly outside: ReadonlySet<Pid>;
  readonly fenced: ReadonlySet<Pid>;
  /** Clients that answer calls. */
  readonly answering: ReadonlySet<Pid>;
  /** Where a barrier stands. */
  readonly barriers: ReadonlySet<string>;
  /** Invariants that stop the run; null: all. */
  readonly watch: ReadonlySet<string> | null;
}

const nameAt = ({ name }: RecipeClientSetup, index: number): string => name ?? `C${index + 1}`;

/** Each client stands on a machine of its own. */
const addressOf = (index: number): string => `10.0.0.${index + 1}`;

/** A set-up is asked for its configuration more than once. */
const configs = new WeakMap<RecipesSetup, RecipesConfig>();

/** @throws SetupRefused for a program that there is not */
export function recipesConfig(setup: RecipesSetup): RecipesConfig {
  const config = configs.get(setup) ?? configOf(setup);
  configs.set(setup, config);
  return config;
}

function configOf(setup: RecipesSetup): RecipesConfig {
  const off = new Set((setup.broken ?? []).filter(isRecipeMutant));
  const known = new Map<string, Compiled>();
  const programs: Record<string, Program> = {};
  const programOf = new Map<Pid, Compiled>();
  for (const [index, client] of setup.clients.entries()) {
    const { id, program: name, values = {}, thinkMs = 0 } = client;
    const of = known.get(name) ?? compiled(name, sourceOf(setup, name, index), off);
    known.set(name, of);
    programOf.set(id, of);
    programs[keyOf(id)] = recipeProgram(of, values, thinkMs);
  }
  const all = [...known.values()];
  const first = all[0];
  const unique = new Map(
    all.flatMap(({ program }) => program.holds ?? []).map((one) => [JSON.stringify(one), one]),
  );
  return {
    zookeeper: zookeeperOf(setup, all, off),
    programs,
    compiled: all,
    programOf,
    nameOf: new Map(setup.clients.map((client, index) => [client.id, nameAt(client, index)])),
    recipe: first !== undefined && isBuiltIn(setup, first.name) ? first.name : 'own',
    root: first?.program.root ?? '/',
    holdings: [...unique.values()],
    promises: new Map([...programOf].map(([pid, { program }]) => [pid, program.promises ?? {}])),
    outside: new Set((setup.outside ?? []).map(({ id }) => id)),
    fenced: new Set(
      (setup.outside ?? []).flatMap((each) =>
        each.kind === 'storage' && each.fencing === true ? [each.id] : [],
      ),
    ),
    answering: new Set(
      setup.clients.flatMap(({ id, answers }) => (answers === undefined ? [] : [id])),
    ),
    barriers: new Set(all.flatMap(barriersIn)),
    watch: setup.watch === undefined ? null : new Set(setup.watch),
  };
}

export const isBuiltIn = ({ programs = {} }: RecipesSetup, name: string): boolean =>
  !Object.hasOwn(programs, name) && builtInNames.includes(name);

const keyOf = (id: Pid): string => `recipe-${id}`;

function sourceOf({ programs = {} }: RecipesSetup, name: string, index: number): RecipeProgram {
  const found = (Object.hasOwn(programs, name) ? programs[name] : undefined) ?? builtIn(name);
  if (found === undefined)
    throw new SetupRefused(`clients[${index}].program`, `no program '${name}'`);
  return found;
}

function zookeeperOf(
  setup: RecipesSetup,
  programs: readonly Compiled[],
  off: ReadonlySet<RecipeMutant>,
): WorldSetup {
  const { programs: _, clients, tree = [], broken = [], outside, ...rest } = setup;
  const silent = new Set(programs.filter((one) => !talksToServers(one)).map(({ name }) => name));
  return {
    ...rest,
    tree: treeOf(
      programs.map(({ program }) => program),
      tree,
    ),
    ...(outside !== undefined && { outside: outside.map((each) => withoutRules(each, off)) }),
    broken: broken.filter((name) => !isRecipeMutant(name)),
    clients: clients.map((client, index) => ({
      id: client.id,
      name: nameAt(client, index),
      program: keyOf(client.id),
      timeoutMs: client.timeoutMs ?? USUAL_TIMEOUT,
      address: addressOf(index),
      ...(client.servers !== undefined && { servers: client.servers, inOrder: true }),
      ...(client.startMs !== undefined && { startMs: client.startMs }),
      ...(client.spare !== undefined && { spare: client.spare }),
      ...(client.answers !== undefined && { answers: client.answers }),
      ...(silent.has(client.program) && { connects: false }),
    })),
  };
}

/** A storage whose rule is switched off compares nothing. */
const withoutRules = (setup: OutsideSetup, off: ReadonlySet<RecipeMutant>): OutsideSetup =>
  setup.kind === 'storage' && off.has('ignore-tokens') ? { ...setup, fencing: false } : setup;

/** What the set-up puts there, and what programs need besides: parents first. */
function treeOf(
  programs: readonly RecipeProgram[],
  own: readonly ZooKeeperNodeSetup[],
): readonly ZooKeeperNodeSetup[] {
  const tree = new Map(own.map((node) => [node.path, node]));
  const add = (node: ZooKeeperNodeSetup): void => {
    if (node.path === '' || node.path === '/' || tree.has(node.path)) return;
    add({ path: parentOf(node.path) });
    tree.set(node.path, node);
  };
  for (const { tree: needed = [] } of programs) for (const node of needed) add(node);
  for (const { root } of programs) if (root !== undefined) add({ path: root });
  return [...tree.values()];
}

const barriersIn = ({ program }: Compiled): readonly string[] =>
  program.steps.flatMap(({ claim }) =>
    claim?.kind === 'enters' && typeof claim.of === 'string' ? [claim.of] : [],
  );

/** Each client's latency is that of its links to every server, and to whomever else it talks to. */
const others = ({ servers, outside = [], clients }: RecipesSetup, me: Pid): Pid[] => [
  ...servers.map(({ sid }) => sid),
  ...outside.map(({ id }) => id),
  ...clients.flatMap(({ id, answers }) => (answers === undefined || id === me ? [] : [id])),
];

export function networkWith(setup: RecipesSetup, network: NetworkOptions): NetworkOptions {
  const links = setup.clients.flatMap(({ id, latency }) =>
    latency === undefined
      ? []
      : others(setup, id).flatMap((other) => [
          { from: id, to: other, latency },
          { from: other, to: id, latency },
        ]),
  );
  return links.length === 0 ? network : { ...network, links: [...links, ...(network.links ?? [])] };
}
