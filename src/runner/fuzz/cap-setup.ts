import { capForm } from '../../scenarios/cap/form.ts';
import { CAP_STORES } from '../../view/cap-setup.ts';
import type {
  CapCutSetup,
  CapOpKind,
  CapOpSetup,
  CapSetup,
  CapSlowSetup,
  CapStore,
} from '../../view/cap-setup.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import { halfWritten } from './cap-half.ts';
import type { Dice } from './dice.ts';
import type { SetupWishes } from './election-setup.ts';

const KINDS: readonly CapOpKind[] = ['read', 'read', 'write', 'write', 'sync-read'];

/** What brings out a rule that is off. Left out: as of all runs. */
interface Scene {
  /** How often much is asked at once, and how often disks are slow then. */
  readonly busy?: number;
  readonly disks?: number;
  /** How often a write has come to some servers and not to others, and is read. */
  readonly half?: number;
  readonly servers?: number;
}

const SCENES: Readonly<Record<string, Scene>> = {
  'no-write-back': { half: 1, servers: 5 },
  'answer-before-disk': { busy: 1, disks: 1 },
};

/** The stores that have this rule, or all. */
const storesWith = (broken: string | undefined): readonly CapStore[] =>
  broken === undefined
    ? CAP_STORES
    : CAP_STORES.filter((store) =>
        capForm.other({ store, clients: [], workload: [] }).rules.includes(broken),
      );

/** Some servers, clients anywhere among them, requests at any time, and cuts of any shape meanwhile. */
export function randomCap(dice: Dice, seed: number, wishes: SetupWishes): Scenario<'cap'> {
  const scene = SCENES[wishes.broken ?? ''] ?? {};
  const store = dice.pick(storesWith(wishes.broken));
  const count = wishes.servers ?? scene.servers ?? dice.pick([1, 2, 3, 3, 4, 5, 5, 5, 7]);
  const servers = Array.from({ length: count }, (_, index) => index + 1);
  const clients = Array.from({ length: dice.between(1, 4) }, (_, index) => ({
    id: 101 + index,
    server: dice.pick(servers),
  }));
  const half = count > 2 && dice.chance(scene.half ?? 0.05) ? halfWritten(dice, servers) : null;
  // Much at once where messages are slow, or a little at a time for long.
  const busy = dice.chance(scene.busy ?? 0.6);
  const lasts = busy ? dice.magnitude(300, 6000) : dice.magnitude(5000, 60_000);
  const setup: CapSetup = {
    store,
    servers: count,
    leader: dice.pick(servers),
    clients,
    workload: workloadOf(
      dice,
      clients.map(({ id }) => id),
      lasts,
      busy ? dice.between(6, 16) : dice.between(0, 12),
    ),
    cuts: count === 1 ? [] : cutsOf(dice, servers, lasts),
    slow: slowOf(dice, [...servers, ...clients.map(({ id }) => id)], lasts),
    ...(store === 'quorum' && dice.chance(0.6) && { quorum: quorumOf(dice, count) }),
    ...(dice.chance(0.5) && { gossipMs: dice.magnitude(50, 5000) }),
    ...(dice.chance(0.3) && { sessionMs: dice.magnitude(4000, 40_000) }),
    ...(wishes.broken !== undefined && { broken: [wishes.broken] }),
  };
  const head = {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'cap',
    seed,
  } as const;
  if (half !== null) {
    const { store: of, leader, gossipMs = 1000, broken = [] } = setup;
    const own = { store: of, servers: count, ...(leader !== undefined && { leader }) };
    return { ...head, setup: { ...own, gossipMs, broken, ...half } };
  }
  return {
    ...head,
    ...(busy && slowly(dice, servers, lasts, scene.disks ?? 0.5)),
    setup,
  };
}

/** Each way between two servers is as slow as it likes, and so are all disks. */
function slowly(
  dice: Dice,
  servers: readonly Pid[],
  lasts: number,
  disks: number,
): Pick<Scenario<'cap'>, 'links' | 'diskLatency'> {
  const most = lasts * 400;
  const fixed = (least: number) => ({ kind: 'fixed', us: dice.magnitude(least, most) }) as const;
  const pairs = servers.flatMap((from) =>
    servers.flatMap((to) => (from === to ? [] : [{ from, to, latency: fixed(300) }])),
  );
  return { links: pairs, ...(dice.chance(disks) && { diskLatency: fixed(1000) }) };
}

function workloadOf(
  dice: Dice,
  clients: readonly Pid[],
  lasts: number,
  length: number,
): readonly CapOpSetup[] {
  let value = 0;
  return Array.from({ length }, (_, index): CapOpSetup => {
    const kind = dice.pick(KINDS);
    const op = { client: dice.pick(clients), kind, ...(kind === 'write' && { value: ++value }) };
    const patient = dice.chance(0.1) && kind !== 'write' && { patient: true };
    const after = index > 0 && dice.chance(0.2) && { after: dice.between(1, index) };
    const atMs = after === false ? dice.between(0, lasts) : dice.magnitude(1, lasts / 20);
    return { ...op, ...patient, ...after, atMs };
  });
}

function cutsOf(dice: Dice, servers: readonly Pid[], lasts: number): readonly CapCutSetup[] {
  let from = 0;
  return Array.from({ length: dice.between(0, 2) }, () => {
    const one = dice.some(servers, dice.between(1, servers.length - 1));
    const groups = [one, servers.filter((sid) => !one.includes(sid))];
    const fromMs = from + dice.between(0, lasts / 4);
    const toMs = fromMs + dice.magnitude(100, lasts);
    from = toMs;
    return { fromMs, toMs, groups, ...(dice.chance(0.25) && { oneWay: true }) };
  });
}

function slowOf(dice: Dice, pids: readonly Pid[], lasts: number): readonly CapSlowSetup[] {
  return Array.from({ length: dice.between(0, 2) }, () => {
    const [from = 1, to = 2] = dice.some(pids, 2);
    const fromMs = dice.between(0, lasts);
    const us = dice.magnitude(10_000, 3_000_000);
    return {
      fromMs,
      toMs: fromMs + dice.magnitude(100, lasts),
      from,
      to,
      latency: { kind: 'fixed', us },
    };
  });
}

/** r + w is more than n. */
function quorumOf(dice: Dice, count: number): NonNullable<CapSetup['quorum']> {
  const write = dice.between(1, count);
  return { read: dice.between(count - write + 1, count), write };
}
