/** From a world of recipes to what the page draws. */
import { at } from '../../kernel/pages.ts';
import { failureOf, isOver, mindIn } from '../../clients/recipes/client-program.ts';
import { listingOf } from '../../clients/recipes/listing.ts';
import { talksToServers } from '../../clients/recipes/compile.ts';
import type { Compiled } from '../../clients/recipes/compile.ts';
import { builtInNames } from '../../clients/recipes/built-in.ts';
import type { ListingView, RecipeServerView, RecipesDetail, SpanView } from '../../view/recipes.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import { attached } from '../attached.ts';
import { serverIn } from '../member.ts';
import { stateWord } from '../project.ts';
import { outsideViews } from '../project-outside.ts';
import type { ZooKeeperModel } from '../model.ts';
import { callsOf, servedBy } from './calls.ts';
import { clientGhost } from './ghost.ts';
import type { RecipesGhost } from './ghost.ts';
import type { RecipesModel, RecipesWorld } from './model.ts';
import { recipeClientView } from './project-client.ts';
import { nodesOf } from './project-nodes.ts';

/** So many travel with a frame; all of them are asked for apart. */
const MOST_SPANS = 400;
/** Everybody of the largest run lets go once. */
const MOST_RELEASES = 100;
const MOST_CALLS = 240;

/** A listing never changes in a run. */
const listings = new WeakMap<Compiled, ListingView>();

function listing(of: Compiled, own: boolean): ListingView {
  const known = listings.get(of);
  if (known !== undefined) return known;
  const made = { name: of.name, words: !own, asks: talksToServers(of), lines: listingOf(of) };
  listings.set(of, made);
  return made;
}

const isOwn = ({ name }: Compiled): boolean => !builtInNames.includes(name);

/** Closed and open ones, by their beginnings. */
export function spansOf(ghost: RecipesGhost, most = Infinity): readonly SpanView[] {
  const { closed, open } = ghost;
  const from = Math.max(0, closed.length - Math.max(0, most - open.length));
  const spans: SpanView[] = [...open];
  for (let i = from; i < closed.length; i++) {
    const span = at(closed, i);
    if (span !== null) spans.push(span);
  }
  return spans.toSorted((a, b) => a.from - b.from || a.pid - b.pid);
}

export function recipesDetail(model: RecipesModel, world: RecipesWorld): RecipesDetail {
  const { recipes: config } = model;
  const { recipes: ghost } = world.ghost;
  const servers: RecipeServerView[] = [];
  const spare: Pid[] = [];
  const at = attached(world);
  const clients: RecipesDetail['clients'][number][] = [];
  for (const process of world.processes) {
    const { pid, liveness } = process;
    const program = config.programOf.get(pid);
    if (model.config.outside.has(pid)) continue;
    if (program === undefined) {
      const s = serverIn(process.s);
      servers.push({
        pid,
        role: s === null ? '' : stateWord(model as unknown as ZooKeeperModel, process),
        connections: s?.connections.length ?? 0,
        zxid: s === null ? '' : zxidText(s.tree.lastZxid),
      });
    } else if (liveness === 'off' && model.config.spare.has(pid)) spare.push(pid);
    else clients.push(recipeClientView(config, world, process, program, at));
  }
  const spans = spansOf(ghost, MOST_SPANS);
  const { nodes, hidden } = nodesOf(config, world);
  return {
    recipe: config.recipe,
    root: config.root,
    programs: config.compiled.map((each) => listing(each, isOwn(each))),
    servers,
    clients,
    nodes,
    nodesHidden: hidden,
    outside: outsideViews(model.config, world)
      .filter(({ pid }) => !spare.includes(pid))
      .map((view) => (view.kind === 'provider' ? { ...view, ...servedBy(ghost, view.pid) } : view)),
    calls: callsOf(ghost, MOST_CALLS),
    spans,
    spansHidden: ghost.closed.length + ghost.open.length - spans.length,
    releases: releasesOf(ghost),
    releasesHidden: Math.max(0, ghost.releases.length - MOST_RELEASES),
    counts: ghost.counts,
    spare,
  };
}

function releasesOf({ releases }: RecipesGhost): RecipesDetail['releases'] {
  const shown = [];
  for (let i = Math.max(0, releases.length - MOST_RELEASES); i < releases.length; i++) {
    const release = at(releases, i);
    if (release === null) continue;
    const { at: when, by, node, woken, forNothing } = release;
    shown.push({ at: when, by, node, woken, forNothing });
  }
  return shown;
}

/** ENDED, FAILED, HOLDS, WAITS, WORKS, or what its handle is. */
export function recipeState(model: RecipesModel, world: RecipesWorld, pid: Pid): string {
  const process = world.processes.find((each) => each.pid === pid);
  if (process === undefined) return '';
  const word = stateWord(model as unknown as ZooKeeperModel, process);
  const program = model.recipes.programOf.get(pid);
  if (program === undefined || word !== 'CONNECTED') return word;
  const state = (process.s as { readonly program?: unknown } | null)?.program;
  const mind = state === undefined ? null : mindIn(state);
  if (mind === null) return word;
  const over = isOver(state);
  if (failureOf(program, mind, over) !== '') return 'FAILED';
  if (over) return 'ENDED';
  if (mind.believes.length > 0) return 'BELIEVES';
  return clientGhost(world.ghost.recipes, pid).waits === null ? word : 'WAITS';
}
