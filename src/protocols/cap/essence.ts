/** What of the experiment, and of the stores that are not ZooKeeper's, the next step and the invariants depend on. */
import type { Essence, Message, Sight, WorldState } from '../../kernel/model.ts';
import type { Pid } from '../../view/time.ts';
import { dueOf } from './coming.ts';
import type { CapConfig } from './config.ts';
import type { CapGhost, CapRequest, WithCap } from './ghost.ts';
import { Store } from './member.ts';
import type { QuorumRound, StoreClient, StoreDisk, StoreMember, Written } from './member.ts';
import type { StoreMessage } from './messages.ts';
import { newest } from './register.ts';
import type { Register } from './register.ts';

const MS = 1000;

/** How to look at what this store keeps and says. */
interface Look {
  readonly config: CapConfig;
  readonly sight: Sight;
}

/** Stamps that are times are compared with the time of the next write; other ones only with each other. */
function registerIn({ config, sight }: Look, { value, term, stamp, by }: Register): unknown {
  if (config.store !== 'last-writer-wins') return [value, term, stamp, by];
  return [value, by, by === 0 ? null : [sight.from(stamp), stamp > 0]];
}

const diskIn = (look: Look, { register, term, primary }: StoreDisk): unknown => [
  registerIn(look, register),
  term,
  primary,
];

/** Rounds are numbered since their server's start, which is told apart from those to come alone. */
const roundIn = ({ sight }: Look, round: number, owner: Pid): number => {
  const store = sight.state(owner);
  return round - (store instanceof Store ? store.nextRound : 1);
};

/** Keys of requests are times; a beat says nothing that others do not. */
function messageIn(look: Look, message: StoreMessage, from: Pid, to: Pid): unknown {
  const { type } = message;
  const { sight } = look;
  switch (type) {
    case 'ASK':
      return [type, sight.from(message.key), message.op, message.value];
    case 'ANSWER':
      return [type, sight.from(message.key), message.outcome];
    case 'QUERY':
      return [type, roundIn(look, message.round, from)];
    case 'STATE':
      return [type, roundIn(look, message.round, to), registerIn(look, message.register)];
    case 'STORE':
      return [type, roundIn(look, message.round, from), registerIn(look, message.register)];
    case 'STORED':
      return [type, roundIn(look, message.round, to)];
    case 'HAND_ON':
      return [type, message.client, sight.from(message.key), message.op, message.value];
    case 'DONE':
      return [type, message.client, sight.from(message.key), message.outcome];
    case 'REPLICATE':
      return [type, message.term, registerIn(look, message.register)];
    case 'GOSSIP':
      return [type, registerIn(look, message.register)];
  }
}

const sendsIn = (look: Look, from: Pid, sends: Written['sends']): unknown =>
  sends.map(({ to, message }) => [to, messageIn(look, message, from, to)]);

/** Of what was found only the newest counts, and of who has answered only who. */
function roundOf(look: Look, pid: Pid, each: QuorumRound): unknown {
  const { round, client, key, op, value, phase, found, register, heard, due } = each;
  const { sight } = look;
  return [
    [roundIn(look, round, pid), client, sight.from(key), op, value, sight.from(due)],
    [phase, registerIn(look, phase === 'query' ? newest(found) : register)],
    heard.toSorted((a, b) => a - b),
  ];
}

/** When it last heard of its primary is for whoever looks on. */
function storeIn(look: Look, s: Store): unknown {
  const { pid, disk, register, writing, owed, rounds, stamped, forwarded } = s;
  const { sight, config } = look;
  const isTime = config.store === 'last-writer-wins' && stamped > 0;
  return [
    [diskIn(look, disk), registerIn(look, register), writing],
    owed.map(({ behind, sends }) => [behind, sendsIn(look, pid, sends)]),
    rounds.map((each) => roundOf(look, pid, each)),
    isTime ? sight.from(stamped) : stamped,
    forwarded.map(({ client, key, op, due }) => [client, sight.from(key), op, sight.from(due)]),
  ];
}

const clientIn = ({ sight }: Look, { open, nextKey }: StoreClient): unknown => [
  open.map(({ key, op, value, patient, due, resting }) => [
    [sight.from(key), op, value, patient],
    [sight.from(due), resting],
  ]),
  Math.max(0, sight.from(nextKey)),
];

/** What its checkers look at; places in the history count only among each other. */
function requestsIn(requests: readonly CapRequest[]): unknown {
  const steps = requests.flatMap(({ called, returned }) => [called.step, returned?.step ?? -1]);
  const places = new Map(
    [...new Set(steps)].toSorted((a, b) => a - b).map((step, index) => [step, index] as const),
  );
  return requests.map(({ client, kind, value, planned, outcome, called, returned }) => [
    [client, kind, value, planned, outcome],
    [places.get(called.step), returned && places.get(returned.step)],
  ]);
}

/**
 * What is left of the set-up, and what the checkers need of the past. Sides, cuts, spans, elections, ephemerals and how
 * stale a read was are for whoever looks on.
 */
export function historyIn(config: CapConfig, ghost: CapGhost, sight: Sight): unknown {
  const { requests, asked, deeds, held, puts, lost, promoted, clockSet, diskLost } = ghost;
  const left = config.workload.filter(({ number }) => !asked.has(number));
  return [
    requestsIn(requests),
    left.map((each) => {
      const due = dueOf(ghost, each);
      return [each.number, due === null ? null : sight.from(due)];
    }),
    config.deeds.slice(deeds).map(({ time }) => sight.from(time)),
    [...held].toSorted(([a], [b]) => a - b),
    // In the order in which they took effect.
    [...puts].map(([value, { over }]) => [value, over]),
    [...lost.keys()].toSorted((a, b) => a - b),
    [promoted, clockSet, diskLost],
  ];
}

/** How far a clock is behind the first stamp there is: what it stamps is older than nothing at all. */
const clocksIn = ({ time, processes }: WorldState<StoreMember, StoreDisk, WithCap>): unknown =>
  processes.map(({ clock }) => Math.min(0, time + clock * MS));

export function storeEssence(config: CapConfig): Essence<StoreMember, StoreDisk, WithCap> {
  const look = (sight: Sight): Look => ({ config, sight });
  return {
    state: (s, sight) => (s instanceof Store ? storeIn(look(sight), s) : clientIn(look(sight), s)),
    disk: (disk, sight) => diskIn(look(sight), disk),
    told: (data, s, sight) => {
      const { disk, sends, round } = data as Written;
      const { pid } = s;
      const of = look(sight);
      const waits = round === 0 ? null : roundIn(of, round, pid);
      return [diskIn(of, disk), sendsIn(of, pid, sends), waits];
    },
    message: (message: Message, from, to, sight) =>
      messageIn(look(sight), message as StoreMessage, from, to),
    ghost: (world, sight) => [
      historyIn(config, world.ghost.cap, sight),
      config.store === 'last-writer-wins' ? clocksIn(world) : null,
    ],
  };
}
