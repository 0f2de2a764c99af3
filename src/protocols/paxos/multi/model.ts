/** Multi-Paxos as a kernel model: replicas, and leaders that need not be replicas themselves. */
import type {
  Invariant,
  Message,
  MessageDescription,
  Model,
  WorldState,
} from '../../../kernel/model.ts';
import { flatten } from '../../../kernel/machine/flatten.ts';
import type { Table } from '../../../kernel/machine/flatten.ts';
import type { Latency } from '../../../view/intervention.ts';
import type { MessageShape } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import { quorumOf } from '../rules.ts';
import { replicaMachine } from './replica-machine.ts';
import { applied, Replica } from './replica.ts';
import type { MultiConfig, MultiMessage } from './replica.ts';
import type { LogDisk } from './slots.ts';
import { blankLog } from './slots.ts';

export interface MultiSetup {
  readonly acceptors: readonly Pid[];
  readonly leaders: readonly Pid[];
  readonly firstSlot?: number;
  readonly window?: number;
  /** Messages wait until they are delivered. */
  readonly byHand?: boolean;
  readonly latency?: Latency;
}

type MultiModel = Model<Replica, LogDisk, null>;
type MultiWorld = WorldState<Replica, LogDisk, null>;

let made: Table | null = null;

export function multiModel(setup: MultiSetup): MultiModel {
  const config: MultiConfig = {
    acceptors: setup.acceptors,
    leaders: setup.leaders,
    quorum: quorumOf(setup.acceptors.length),
    firstSlot: setup.firstSlot ?? 1,
    window: setup.window ?? Infinity,
  };
  return {
    name: 'multi-paxos',
    pids: [...new Set([...setup.acceptors, ...setup.leaders])],
    nameOf: (pid) => `R${pid}`,
    machines: () => [(made ??= flatten(replicaMachine))],
    nature: 'datagram',
    byHand: setup.byHand ?? false,
    latency: setup.latency ?? { kind: 'fixed', us: 10_000 },
    links: new Map(),
    diskLatency: { kind: 'fixed', us: 0 },
    initialDisk: () => blankLog,
    blankDisk: () => blankLog,
    boot: (pid, disk) =>
      new Replica({ config, pid, ...disk, leading: null, chosen: [], received: 0 }),
    initialGhost: null,
    remember: (ghost) => ghost,
    invariants: [agreement],
    describe,
    routine: () => false,
  };
}

/** What two replicas have applied never differs, as far as both have got. */
const agreement: Invariant<Replica, LogDisk, null> = {
  name: 'M-Agreement',
  check: (world: MultiWorld, { after, before }) => {
    if (after === null || after.chosen === before?.chosen) return null;
    const mine = applied(after);
    for (const { s } of world.processes) {
      const at =
        s === null ? -1 : applied(s).findIndex((value, i) => i < mine.length && mine[i] !== value);
      if (s !== null && at !== -1) return `R${after.pid} and R${s.pid} differ in entry ${at + 1}`;
    }
    return null;
  },
};

const shapes: Readonly<Record<MultiMessage['type'], MessageShape>> = {
  PREPARE: 'prepare',
  PROMISE: 'promise',
  NACK: 'refusal',
  ACCEPT: 'accept',
  ACCEPTED: 'accepted',
  LEARN: 'commit',
};

function describe(message: Message): MessageDescription {
  const { type, ballot, votes } = message as MultiMessage;
  const [vote] = votes;
  const one = vote === undefined ? '' : ` ${vote.slot}: ${vote.value}`;
  const label = type === 'PROMISE' ? `${ballot}` : `${ballot}${one}`;
  return {
    kind: type.toLowerCase(),
    shape: shapes[type],
    claim: ballot,
    label,
    short: `${ballot}`,
    routine: false,
  };
}
