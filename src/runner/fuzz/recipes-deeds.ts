/** What random runs of recipes do to clients and servers. */
import { attached, serverOf } from '../../ensemble/attached.ts';
import { clientIn } from '../../ensemble/member.ts';
import type { Member, MemberWorld } from '../../ensemble/member.ts';
import type { RecipesState } from '../../ensemble/recipes/model.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Pid } from '../../view/time.ts';
import type { Dice } from './dice.ts';
import type { RandomRecipes } from './recipes-setup.ts';
import { runTo } from './random-run.ts';
import type { Take } from './random-run.ts';
import type { Run } from '../run.ts';

/** Does it unless it makes no sense now. @returns whether it was done */
export type Attempt = (what: Intervention) => boolean;

export interface Playing {
  readonly take: Take;
  readonly attempt: Attempt;
}

/** Whoever believes to hold something sleeps, or is cut off, for longer than its session lives. */
export function strikeHolder(
  dice: Dice,
  run: Run,
  { file, temper }: RandomRecipes,
  { take, attempt }: Playing,
  faults: Map<string, number>,
): void {
  const { recipes } = run.world.ghost as RecipesState;
  const holders = [...recipes.clients].flatMap(([pid, { believes }]) =>
    believes.length > 0 ? [pid] : [],
  );
  if (holders.length === 0) return;
  const pid = dice.pick(holders);
  const sleeps = temper === 'rough' && dice.chance(0.7);
  const links = file.setup.servers.map(({ sid }) => ({ a: pid, b: sid }));
  const [begin, end]: readonly [Intervention, Intervention] = sleeps
    ? [
        { kind: 'pause', pid },
        { kind: 'resume', pid },
      ]
    : [
        { kind: 'cut-links', links },
        { kind: 'mend-links', links },
      ];
  if (!attempt(begin)) return;
  const name = sleeps ? 'a holder sleeps' : 'a holder is cut off';
  faults.set(name, (faults.get(name) ?? 0) + 1);
  runTo(run, run.world.time + dice.magnitude(1_000_000, 25_000_000), take);
  if (run.world.violations.length === 0) attempt(end);
}

export interface Deed {
  readonly name: string;
  readonly what: Intervention;
}

/** Nothing that keeps a client from hearing in time that its connection is gone. */
export function gentleFault(
  dice: Dice,
  world: AnyWorld,
  servers: readonly Pid[],
  clients: readonly Pid[],
): Deed | null {
  const all = [...servers, ...clients];
  const down = all.filter((pid) => !world.process(pid).running);
  const up = all.filter((pid) => world.process(pid).running);
  const faulty = world.network.faults.size > 0;
  const name = dice.weighted({
    start: down.length > 0 ? 4 : 0,
    kill: up.length > 0 ? 1 : 0,
    powerOff: up.length > 0 ? 0.5 : 0,
    cut: 2,
    partition: 1,
    heal: faulty ? 3 : 0,
    reset: 1.5,
    go: 2,
  });
  if (name === null) return null;
  const [a, b] = [dice.pick(clients), dice.pick(servers)];
  const what = (): Intervention => {
    switch (name) {
      case 'start':
        return { kind: 'start', pids: dice.some(down, dice.between(1, down.length)) };
      case 'kill':
        return { kind: 'kill', pid: dice.pick(up) };
      case 'powerOff':
        return { kind: 'power-off', pid: dice.pick(up) };
      case 'cut':
        return { kind: 'cut', from: a, to: b, oneWay: false };
      case 'partition':
        return { kind: 'partition', groups: [[a], all.filter((pid) => pid !== a)], oneWay: false };
      case 'heal':
        return { kind: 'heal' };
      case 'reset':
        return { kind: 'reset', a, b };
      case 'go':
        return { kind: 'input', pid: a, name: 'LINE', data: { text: 'go' } };
    }
  };
  return { name, what: what() };
}

/** Somebody's session is ended at its server, as an operator does. @returns whose; null: nobody's */
export function endSession(dice: Dice, world: AnyWorld, attempt: Attempt): Pid | null {
  const servers = attached(world as unknown as MemberWorld<unknown>);
  const connected = world.processes.flatMap(({ pid, s }) => {
    const server = serverOf(servers, clientIn(s as Member | null));
    return server === null ? [] : [{ pid, server }];
  });
  if (connected.length === 0) return null;
  const { pid, server } = dice.pick(connected);
  const data = { client: pid };
  return attempt({ kind: 'input', pid: server, name: 'TERMINATE_SESSION', data }) ? pid : null;
}
