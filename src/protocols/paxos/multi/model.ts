/** Multi-Paxos as a kernel model: replicas, and leaders that need not be replicas themselves. */
import type { Message, MessageDescription, Model } from '../../../kernel/model.ts';
import { flatten } from '../../../kernel/machine/flatten.ts';
import type { Table } from '../../../kernel/machine/flatten.ts';
import type { Latency } from '../../../view/intervention.ts';
import type { MessageShape } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import { quorumOf } from '../rules.ts';
import { replicaMachine } from './replica-machine.ts';
import { Replica } from './replica.ts';
import type { MultiConfig, MultiMessage, MultiMutant } from './replica.ts';
import { invariantsOf, noMultiGhost, rememberMulti } from './order.ts';
import type { MultiGhost } from './order.ts';
import type { LogDisk } from './slots.ts';
import { blankLog } from './slots.ts';

export interface MultiSetup {
  readonly acceptors: readonly Pid[];
  readonly leaders: readonly Pid[];
  readonly firstSlot?: number;
  readonly window?: number;
  /** Whether what ZAB keeps, and independent slots need not, is looked at too: M-PrimaryOrder. */
  readonly primaryOrder?: boolean;
  readonly broken?: readonly MultiMutant[];
  /** Messages wait until they are delivered. */
  readonly byHand?: boolean;
  readonly latency?: Latency;
}

type MultiModel = Model<Replica, LogDisk, MultiGhost>;

let made: Table | null = null;

export function multiModel(setup: MultiSetup): MultiModel {
  const config: MultiConfig = {
    acceptors: setup.acceptors,
    leaders: setup.leaders,
    quorum: quorumOf(setup.acceptors.length),
    firstSlot: setup.firstSlot ?? 1,
    window: setup.window ?? Infinity,
    broken: new Set(setup.broken ?? []),
  };
  return {
    name: 'multi-paxos',
    pids: [...new Set([...setup.acceptors, ...setup.leaders])],
    nameOf: (pid) => `R${pid}`,
    machines: () => [{ table: (made ??= flatten(replicaMachine)) }],
    nature: 'datagram',
    byHand: setup.byHand ?? false,
    latency: setup.latency ?? { kind: 'fixed', us: 10_000 },
    links: new Map(),
    diskLatency: { kind: 'fixed', us: 0 },
    initialDisk: () => blankLog,
    blankDisk: () => blankLog,
    boot: (pid, disk) =>
      new Replica({ config, pid, ...disk, leading: null, chosen: [], received: 0 }),
    initialGhost: noMultiGhost,
    remember: rememberMulti,
    invariants: invariantsOf(setup.primaryOrder ?? false),
    describe,
    routine: () => false,
  };
}

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
