/** The nodes of a recipe, with whose they are and who watches them. */
import { at } from '../../kernel/pages.ts';
import { byNumber, sequenceOf, shortName } from '../../clients/recipes/names.ts';
import type { RecipeNodeView } from '../../view/recipes.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import { textOf } from '../../zookeeper/records/utf8.ts';
import { NO_SESSION } from '../../zookeeper/records/values.ts';
import { cnxnOf } from '../../zookeeper/server/server.ts';
import { childNames, nodeAt } from '../../zookeeper/tree/data-tree.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import { statOf } from '../../zookeeper/tree/node.ts';
import { entries, get } from '../../zookeeper/tree/sorted-map.ts';
import { shortened } from '../../view/plain-text.ts';
import { serverIn } from '../member.ts';
import type { RecipesConfig } from './config.ts';
import type { RecipesWorld } from './model.ts';

const MOST_NODES = 120;
const LONGEST = 40;
/** Nodes of so many of the newest releases are still shown. */
const LATE = 3;

type Watcher = RecipeNodeView['watchers'][number];

function watchersOf({ processes }: RecipesWorld, path: string): readonly Watcher[] {
  const found: Watcher[] = [];
  for (const { s } of processes) {
    const server = serverIn(s);
    if (server === null) continue;
    for (const what of ['data', 'child'] as const) {
      for (const { key } of entries(get(server.watches[what].byPath, path) ?? null)) {
        const pid = cnxnOf(server, Number(key))?.peer;
        if (pid !== undefined) found.push({ pid, what });
      }
    }
  }
  return found;
}

/** The root and all below it, parents first, children by their numbers. */
function* pathsBelow(tree: DataTree, path: string): Generator<string, void> {
  const node = nodeAt(tree, path);
  if (node === undefined) return;
  yield path;
  for (const name of childNames(node).toSorted(byNumber))
    yield* pathsBelow(tree, path === '/' ? `/${name}` : `${path}/${name}`);
}

function rootsOf({ compiled, root }: RecipesConfig): readonly string[] {
  const all = compiled.flatMap(({ program }) => [
    ...(program.root === undefined ? [] : [program.root]),
    ...(program.tree ?? []).map(({ path }) => path),
  ]);
  const roots = [...new Set([root, ...all])].filter((path) => path !== '/');
  // What lies below another one is found there.
  return roots.filter((path) => !roots.some((other) => path.startsWith(`${other}/`)));
}

export function nodesOf(
  config: RecipesConfig,
  world: RecipesWorld,
): { readonly nodes: readonly RecipeNodeView[]; readonly hidden: number } {
  const { tree } = world.ghost.recipes;
  const paths = rootsOf(config).flatMap((root) => [...pathsBelow(tree, root)]);
  const nodes = paths.slice(0, MOST_NODES).map((path) => nodeView(world, tree, path));
  return { nodes: [...nodes, ...goneOf(world)], hidden: Math.max(0, paths.length - MOST_NODES) };
}

function nodeView(world: RecipesWorld, tree: DataTree, path: string): RecipeNodeView {
  const node = nodeAt(tree, path);
  if (node === undefined) throw new RangeError(`no node ${path}`);
  const { czxid, version, ephemeralOwner } = statOf(node);
  const owner: Pid | undefined = world.ghost.openers.get(ephemeralOwner);
  return {
    path,
    name: shortName(path),
    ephemeral: ephemeralOwner !== NO_SESSION,
    sequential: sequenceOf(path) !== null,
    owner: owner ?? null,
    czxid: zxidText(czxid),
    version,
    data: node.data === null ? '' : shortened(textOf(node.data), LONGEST),
    watchers: watchersOf(world, path),
    deletedAt: null,
  };
}

/** What has gone lately. */
function goneOf({ ghost }: RecipesWorld): readonly RecipeNodeView[] {
  const { releases } = ghost.recipes;
  const nodes: RecipeNodeView[] = [];
  for (let i = Math.max(0, releases.length - LATE); i < releases.length; i++) {
    const release = at(releases, i);
    if (release === null) continue;
    nodes.push({
      path: release.path,
      name: release.node,
      ephemeral: true,
      sequential: sequenceOf(release.path) !== null,
      owner: release.by,
      czxid: zxidText(release.czxid),
      version: 0,
      data: '',
      watchers: [],
      deletedAt: release.at,
    });
  }
  return nodes;
}
