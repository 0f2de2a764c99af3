/**
 * Support for tests: the pictures that a small group can come to show, found by the lab itself. It
 * knows nothing of the search that it is compared with: it copies whole worlds, and does in each
 * whatever a person could do next.
 */
import { DISK } from '../../../kernel/pending.ts';
import { World } from '../../../kernel/world.ts';
import type { Ghost } from '../../../protocols/paxos/history.ts';
import type { Disk, Member } from '../../../protocols/paxos/member.ts';
import { paxosModel } from '../../../protocols/paxos/model.ts';
import { acceptorText } from '../../../protocols/paxos/testing/play.ts';
import type { Acceptor } from '../../../protocols/paxos/rules.ts';
import { nextBallot } from '../../../protocols/paxos/rules.ts';
import type { PaxosSetup } from '../../../view/paxos-setup.ts';
import type { Pid } from '../../../view/time.ts';

type PaxosWorld = World<Member, Disk, Ghost>;

/** What acceptors show: what they know, what they may speak of already, and what is on their disks. */
export function picturesOf(
  { processes }: Pick<PaxosWorld, 'processes'>,
  acceptors: readonly Pid[],
): ReadonlySet<string> {
  const all = processes.filter(({ pid }) => acceptors.includes(pid));
  const picture = (look: (process: (typeof all)[number]) => Acceptor | null | undefined): string =>
    all.map((process) => acceptorText(look(process) ?? process.disk.acceptor)).join(' ');
  return new Set([
    picture(({ s }) => s?.acceptor),
    picture(({ s }) => s?.kept),
    picture(() => null),
  ]);
}

export interface NaiveBounds {
  readonly ballots: number;
  readonly crashes: number;
}

/**
 * Every picture within these bounds: ballots are begun, messages delivered in any order or never,
 * syncs of disks take as long as one likes, processes crash at any instant and start again.
 * @param setup a group by hand, whose acceptors say nothing when they refuse
 */
export function naivePictures(setup: PaxosSetup, bounds: NaiveBounds): Set<string> {
  const model = paxosModel(setup, { diskLatency: { kind: 'fixed', us: 1000 } });
  const { acceptors } = model.config;
  const first: PaxosWorld = new World(model, 1);
  first.intervene({ kind: 'start', pids: model.pids });
  settle(first);
  const pictures = new Set<string>();
  const seen = new Set([keyOf(first, 0)]);
  const open: { readonly world: PaxosWorld; readonly crashes: number }[] = [
    { world: first, crashes: 0 },
  ];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { world, crashes } = one;
    for (const picture of picturesOf(world, acceptors)) pictures.add(picture);
    for (const next of successors(world, bounds, crashes)) {
      const key = keyOf(next.world, next.crashes);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(next);
    }
  }
  return pictures;
}

/** What is due at this very instant is done; a sync takes its time. */
function settle(world: PaxosWorld): void {
  while (world.next()?.kind !== DISK && world.advance());
}

function* successors(world: PaxosWorld, bounds: NaiveBounds, crashes: number) {
  const after = (act: (copy: PaxosWorld) => void, more = 0) => {
    const copy = world.clone();
    act(copy);
    settle(copy);
    return { world: copy, crashes: crashes + more };
  };
  if (world.next() !== null) yield after((copy) => void copy.advance());
  for (const { id, to, message } of world.network.flights.values()) {
    if (isIdle(message.type) || !world.process(to).running) continue;
    yield after((copy) => copy.intervene({ kind: 'deliver', message: id }));
  }
  for (const { pid, s } of world.processes) {
    if (s === null) {
      yield after((copy) => copy.intervene({ kind: 'start', pids: [pid] }));
      continue;
    }
    if (crashes < bounds.crashes) {
      yield after((copy) => copy.intervene({ kind: 'kill', pid }), 1);
      yield after((copy) => copy.intervene({ kind: 'power-off', pid }), 1);
    }
    if (s.proposer === null) continue;
    const { proposers, flaws } = s.config;
    const { seen, ballot } = s.proposer;
    const known = Math.max(seen, ballot, s.acceptor?.promised ?? 0);
    const next = nextBallot(proposers.indexOf(pid), proposers.length, known, flaws);
    if (next > bounds.ballots) continue;
    yield after((copy) => copy.intervene({ kind: 'input', pid, name: 'PROPOSE', data: {} }));
  }
}

/** Votes told to a proposer change nothing that acceptors show. */
const isIdle = (type: string): boolean => type === 'ACCEPTED';

function keyOf(world: PaxosWorld, crashes: number): string {
  const processes = world.processes.map(({ pid, s, leaves, disk }) => {
    const { ballot, promises, value } = s?.proposer ?? { ballot: 0, promises: [], value: null };
    return [pid, leaves, s?.acceptor, s?.kept, ballot, promises, value, disk];
  });
  const syncs = world
    .pending()
    .filter(({ kind, pid, life }) => kind === DISK && world.process(pid).life === life)
    .toSorted((a, b) => a.time - b.time || a.seq - b.seq)
    .map(({ pid, data }) => [pid, data]);
  const flights = world.network.flights
    .values()
    .filter(({ message }) => !isIdle(message.type))
    .map(({ from, to, message }) => JSON.stringify([from, to, message]))
    .toSorted();
  return JSON.stringify([processes, syncs, flights, crashes]);
}
