/** A world of servers and of clients that run recipes. */
import type { Essence, Invariant, Model } from '../../kernel/model.ts';
import type { NetworkOptions } from '../../kernel/network-options.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import { NO_SESSION } from '../../zookeeper/records/values.ts';
import type { Ghost } from '../ghost.ts';
import { clientIn, doneIn, newsIn, serverIn } from '../member.ts';
import type { Member, MemberChange, MemberWorld } from '../member.ts';
import type { ZooKeeperModel } from '../model.ts';
import { modelOfSetup } from '../quorum-model.ts';
import { clientEnds, clientNews } from './client-news.ts';
import { networkWith, recipesConfig } from './config.ts';
import type { RecipesConfig } from './config.ts';
import { Draft } from './draft.ts';
import { recipesEssence } from './essence.ts';
import { noRecipesGhost } from './ghost.ts';
import type { RecipesGhost, WithRecipes } from './ghost.ts';
import { recipeInvariants } from './invariants.ts';
import { heldOutside, outsideNews } from './outside-news.ts';
import { adopt, reholdOutside, treeNews } from './tree-news.ts';
import { lookAtWaiting } from './waiting.ts';

export type RecipesState = WithRecipes<Ghost>;
export type RecipesWorld = MemberWorld<RecipesState>;

export interface RecipesModel extends Model<Member, Disk, RecipesState> {
  readonly config: ZooKeeperModel['config'];
  readonly spawned: ZooKeeperModel['spawned'];
  readonly recipes: RecipesConfig;
}

/** @throws SetupRefused when the set-up cannot be run */
export function recipesModel(setup: RecipesSetup, options: NetworkOptions = {}): RecipesModel {
  const config = recipesConfig(setup);
  const network = networkWith(setup, options);
  // What the servers' own invariants remember is theirs; recipes stand beside it.
  const servers = modelOfSetup(config.zookeeper, network, config.programs) as ZooKeeperModel;
  const watched = ({ name }: { readonly name: string }): boolean =>
    config.watch === null || config.watch.has(name);
  return {
    ...servers,
    name: 'recipes',
    recipes: config,
    initialGhost: { ...servers.initialGhost, recipes: noRecipesGhost },
    remember: (ghost, world, change) => {
      const next = servers.remember(ghost, world, change) as RecipesState;
      const recipes = remember(config, next, world, change);
      return recipes === next.recipes ? next : { ...next, recipes };
    },
    heed: (ghost, world, what) => {
      const recipes = heed(config, ghost, world, what);
      return recipes === ghost.recipes ? ghost : { ...ghost, recipes };
    },
    invariants: [
      ...recipeInvariants.filter(watched),
      ...(servers.invariants as unknown as readonly Invariant<Member, Disk, RecipesState>[]),
    ],
    essence: recipesEssence(servers.essence as Essence<Member, Disk, Ghost>),
  };
}

function remember(
  config: RecipesConfig,
  ghost: RecipesState,
  world: RecipesWorld,
  change: MemberChange,
): RecipesGhost {
  const draft = new Draft(config, ghost.recipes, world.time, ghost);
  const { pid, before, after, did } = change;
  const is = serverIn(after);
  const was = serverIn(before);
  const client = clientIn(after);
  if (is !== null && was !== null) {
    if (did.length > 0)
      for (const done of doneIn(change))
        if (done.kind === 'finished') treeNews(draft, was.tree, is, done);
    if (is.tree !== was.tree || is.peer?.phase !== was.peer?.phase) adopt(draft, is);
    lookAtWaiting(draft, world.processes);
  } else if (is !== null) adopt(draft, is);
  else if (config.outside.has(pid)) {
    if (after !== null) outsideNews(draft, change);
    reholdOutside(draft, heldOutside(draft, world.processes));
  } else if (client !== null) {
    const session = client.handle?.session ?? NO_SESSION;
    if (did.length > 0) clientNews(draft, pid, session, newsIn(change));
  } else if (clientIn(before) !== null) clientEnds(draft, pid);
  return draft.ghost;
}

/** Nobody tells a process that it sleeps: whoever puts it to sleep does. */
function heed(
  config: RecipesConfig,
  ghost: RecipesState,
  world: RecipesWorld,
  what: Intervention,
): RecipesGhost {
  if (what.kind !== 'pause' && what.kind !== 'resume') return ghost.recipes;
  const { pid, kind } = what;
  if (!config.programOf.has(pid)) return ghost.recipes;
  const draft = new Draft(config, ghost.recipes, world.time, ghost);
  if (kind === 'pause') draft.begins(pid, 'paused');
  else draft.ends(pid, 'paused');
  draft.move(pid);
  return draft.ghost;
}
