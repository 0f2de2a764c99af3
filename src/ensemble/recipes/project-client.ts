/** From a client that runs a program of steps to what the page draws of it. */
import { failureOf, isOver, mindIn } from '../../clients/recipes/client-program.ts';
import type { Compiled } from '../../clients/recipes/compile.ts';
import type { Mind } from '../../clients/recipes/mind.ts';
import { shortName } from '../../clients/recipes/names.ts';
import { isNames, textOfValue } from '../../clients/recipes/values.ts';
import type { Value } from '../../clients/recipes/values.ts';
import type { Thread, Waiting } from '../../clients/routine.ts';
import type { Routines } from '../../clients/routines.ts';
import type { RecipeClientView, RecipeSessionView, RecipeWaitView } from '../../view/recipes.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { shortened } from '../../view/plain-text.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import type { Session, Sessions } from '../../zookeeper/sessions/tracker.ts';
import { NO_SESSION } from '../../zookeeper/records/values.ts';
import type { SessionId } from '../../zookeeper/records/values.ts';
import { serverOf } from '../attached.ts';
import type { Attached } from '../attached.ts';
import { clientIn, serverIn } from '../member.ts';
import type { MemberProcess } from '../member.ts';
import { USUAL_UPTIME } from '../config.ts';
import type { RecipesConfig } from './config.ts';
import { clientGhost } from './ghost.ts';
import type { RecipesWorld } from './model.ts';

/** A value is shown so far, and so many of a list. */
const LONGEST = 80;
const MOST_NAMES = 40;
/** As many as the longest text may hold. */
const NAMES_IN_TEXT = 14;

export function recipeClientView(
  config: RecipesConfig,
  world: RecipesWorld,
  process: MemberProcess,
  program: Compiled,
  servers: Attached,
): RecipeClientView {
  const { pid } = process;
  const { recipes } = world.ghost;
  const client = clientIn(process.s);
  const mind = client === null ? null : mindIn(client.program);
  const thread = (client?.program as Routines | undefined)?.threads[0];
  const over = client !== null && isOver(client.program);
  const ghost = clientGhost(recipes, pid);
  const own = mind?.values['own'];
  const token = mind?.values['token'];
  const handle = client?.handle ?? null;
  const session = handle?.session ?? NO_SESSION;
  return {
    pid,
    name: config.nameOf.get(pid) ?? '',
    program: program.name,
    line: mind === null || over || !hasBegun(mind) ? null : (program.lineOf[mind.place] ?? null),
    over,
    failed: mind === null ? '' : failureOf(program, mind, over),
    results: mind?.results.map((text) => shortened(text, LONGEST)) ?? [],
    values: mind === null ? [] : valuesOf(mind),
    waits: thread === undefined || over ? null : waitOf(thread, mind),
    connection: handle?.state ?? 'NOT_CONNECTED',
    expired: handle?.expired ?? false,
    server: serverOf(servers, client),
    session: sessionView(world, pid, session),
    believes: mind?.believes.map(({ what }) => what) ?? [],
    holds: recipes.held.flatMap(({ owner, what }) => (owner === pid ? [what] : [])),
    own: own === undefined ? '' : shortName(textOfValue(own)),
    token: token === undefined ? '' : textOfValue(token),
    woken: mind?.woken ?? 0,
    wokenForNothing: mind?.wokenForNothing ?? 0,
    grants: mind?.grants ?? 0,
    wake: ghost.wokenBy === recipes.releases.length - 1 ? ghost.wake : 'none',
    list: namesOf(mind?.values['list']),
    next: textOfNext(mind?.values['next']),
    thinkMs: mind?.thinkMs ?? 0,
    messages: ghost.messages,
    asked: ghost.asked,
  };
}

/** Its first step comes when it has a name of its own. */
const hasBegun = ({ values }: Mind): boolean => values['guid'] !== undefined;

const namesOf = (value: Value | undefined): readonly string[] =>
  value === undefined || !isNames(value) ? [] : value.slice(0, MOST_NAMES);

const textOfNext = (value: Value | undefined): string =>
  value === undefined ? '' : shortened(textOfValue(value), LONGEST);

function valuesOf({ values }: Mind): RecipeClientView['values'] {
  return Object.entries(values).map(([name, value]) => {
    const text = isNames(value)
      ? value.slice(0, NAMES_IN_TEXT).map(shortName).join(', ')
      : textOfValue(value);
    return { name, value: shortened(text, LONGEST) };
  });
}

/** The wait that says most: what it hears besides, it hears always. */
function waitOf({ waits, open }: Thread, mind: Mind | null): RecipeWaitView | null {
  const of = (kind: Waiting['kind']): Waiting | undefined =>
    waits.find((each) => each.kind === kind);
  const result = of('result') ?? of('reply');
  if (result !== undefined) {
    const what = open.find(({ ticket }) => 'call' in result && ticket === result.call)?.op ?? '';
    return { kind: 'reply', what, until: null };
  }
  const work = of('work');
  if (work !== undefined) return { kind: 'work', what: '', until: work.due };
  const until = of('time')?.due ?? null;
  if (of('event') !== undefined)
    return { kind: 'watch', what: shortName(mind?.watching.path ?? ''), until };
  if (until !== null) return { kind: 'time', what: '', until };
  if (mind?.session === 'lost' || mind?.session === 'new')
    return { kind: 'session', what: '', until: null };
  return of('line') === undefined ? null : { kind: 'go', what: '', until: null };
}

/** A hundred clients look for theirs in every frame. */
const maps = new WeakMap<Sessions, ReadonlyMap<SessionId, Session>>();

function byId(sessions: Sessions): ReadonlyMap<SessionId, Session> {
  const found = maps.get(sessions) ?? new Map(sessions.map((each) => [each.id, each]));
  maps.set(sessions, found);
  return found;
}

/** As whichever server that tracks it has it. */
function sessionView(world: RecipesWorld, pid: Pid, handles: SessionId): RecipeSessionView | null {
  for (const { s } of world.processes) {
    const server = serverIn(s);
    const found = server === null ? null : known(server, world, pid, handles);
    if (found !== null) return found;
  }
  return null;
}

/** The server's own clock, ms, as virtual time: it has run for a while when the run begins. */
const virtual = (elapsed: number): Micros => (elapsed - USUAL_UPTIME) * 1000;

function known(
  server: Server,
  { ghost }: RecipesWorld,
  pid: Pid,
  handles: SessionId,
): RecipeSessionView | null {
  const id =
    handles === NO_SESSION
      ? server.sessions.findLast((each) => ghost.openers.get(each.id) === pid)?.id
      : handles;
  const session = id === undefined ? undefined : byId(server.sessions).get(id);
  if (session === undefined) return null;
  return {
    id: session.id,
    touchedAt: virtual(session.touched),
    expiresAt: virtual(session.expires),
    timeout: session.timeout,
  };
}
