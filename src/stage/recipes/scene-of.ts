import type { Frame } from '../../view/frame.ts';
import type {
  RecipeClientView,
  RecipeNodeView,
  RecipesDetail,
  RecipeServerView,
  RecipeWaitView,
} from '../../view/recipes.ts';
import { outsideOf } from './outside-of.ts';
import type { ClientView, NodeView, SceneView } from './scene.ts';
import type { RecipesSaying } from './words.ts';

/** What a wait is for, in a word or two. */
const waitText = (waits: RecipeWaitView | null, words: RecipesSaying): string => {
  switch (waits?.kind) {
    case 'watch':
      return waits.what === '' ? words.say('waitsEvent') : waits.what;
    case 'time':
      return words.say('waitsTime');
    case 'session':
      return words.say('waitsSession');
    case 'go':
      return words.say('waitsGo');
    default:
      return '';
  }
};

/** What it has asked and not heard of yet, or is busy with. */
const doesText = (waits: RecipeWaitView | null, words: RecipesSaying): string => {
  switch (waits?.kind) {
    case 'reply':
    case 'call':
      // What is asked of whom is long; the line beside it says it.
      return `${waits.what.split(' ', 1)[0] ?? ''} …`.trimStart();
    case 'work':
      return words.say('works');
    default:
      return '';
  }
};

const clientOf = (
  client: RecipeClientView,
  frame: Frame<RecipesDetail>,
  words: RecipesSaying,
): ClientView => ({
  ...client,
  liveness: frame.processes.find(({ pid }) => pid === client.pid)?.liveness ?? 'off',
  waits: waitText(client.waits, words),
  does: doesText(client.waits, words),
});

/** Providers are there, and none of those who call them asks ZooKeeper where: it has no part in it. */
const isUnasked = ({ outside, clients, programs }: RecipesDetail): boolean => {
  const providers = new Set(outside.flatMap((one) => (one.kind === 'provider' ? [one.pid] : [])));
  const asks = new Set(programs.flatMap((one) => (one.asks ? [one.name] : [])));
  const callers = clients.filter(({ pid }) => !providers.has(pid));
  return (
    providers.size > 0 && callers.length > 0 && !callers.some(({ program }) => asks.has(program))
  );
};

/** Whether anybody who calls a service asks a registry for it. */
export const isRegistryAsked = (detail: RecipesDetail): boolean =>
  kindOf(detail) === 'registry' && !isUnasked(detail) && serversOf(detail).length > 0;

/** None of its servers runs: what is known of it is what was read before. */
const isDown = ({ detail, processes }: Frame<RecipesDetail>): boolean =>
  serversOf(detail).every(({ pid }) =>
    processes.some(
      (one) => one.pid === pid && (one.liveness === 'crashed' || one.liveness === 'off'),
    ),
  );

/** The recipe's root stands over its nodes: who watches it watches its children. */
const isRoot = ({ path }: RecipeNodeView, root: string): boolean => path === root;

/** A path has one place: where a node stands anew, the one that was deleted there before is not shown. */
const newestOfPath = (nodes: readonly RecipeNodeView[]): readonly RecipeNodeView[] => {
  const ends = ({ deletedAt }: RecipeNodeView): number => deletedAt ?? Infinity;
  const newest = new Map<string, RecipeNodeView>();
  for (const node of nodes) {
    const other = newest.get(node.path);
    if (other === undefined || ends(node) >= ends(other)) newest.set(node.path, node);
  }
  return nodes.filter((node) => newest.get(node.path) === node);
};

/** What the recipes' drawings are made of, in a frame of the lab. */
export function sceneOf(frame: Frame<RecipesDetail>, words: RecipesSaying): SceneView {
  const { detail } = frame;
  const outside = detail.outside.map((view) => outsideOf(view, detail.clients));
  const providers = outside.filter((one) => one.kind === 'provider');
  const unasked = isUnasked(detail);
  const roots = detail.nodes.filter((node) => isRoot(node, detail.root));
  const nodes = newestOfPath(detail.nodes).filter((node) => !isRoot(node, detail.root));
  return {
    // Programs that use no tree have the whole of it for their root, and nothing in it.
    root: detail.root === '/' || unasked ? '' : detail.root,
    programs: detail.programs,
    clients: detail.clients.map((client) => ({
      ...clientOf(client, frame, words),
      ...(unasked && { session: null }),
    })),
    nodes: unasked ? [] : (nodes satisfies readonly NodeView[]),
    rootWatchers: unasked
      ? []
      : roots.flatMap(({ watchers }) =>
          watchers.filter(({ what }) => what === 'child').map(({ pid }) => pid),
        ),
    outside,
    registryDown: isRegistryAsked(detail) && isDown(frame),
    calls: {
      answered: providers.reduce((sum, { answered }) => sum + answered, 0),
      failed: providers.reduce((sum, { failed }) => sum + failed, 0),
      reads: detail.counts.messages,
    },
  };
}

/** The servers that have a part in it: where no program asks ZooKeeper they have none. */
export const serversOf = ({ programs, servers }: RecipesDetail): readonly RecipeServerView[] =>
  programs.some(({ asks }) => asks) ? servers : [];

/** How a run is drawn: by what it is of, and how many there are. */
export type SceneKind = 'columns' | 'herd' | 'registry';

/** More clients than these have no room for a column each. */
export const MOST_COLUMNS = 12;

export const kindOf = (scene: {
  readonly clients: readonly unknown[];
  readonly outside: readonly { readonly kind: string }[];
}): SceneKind => {
  if (scene.outside.some(({ kind }) => kind === 'provider')) return 'registry';
  return scene.clients.length > MOST_COLUMNS ? 'herd' : 'columns';
};
