/**
 * Measures what ensembles of each size carry: real runs of the simulated ensemble, one beside the other. Its
 * clients ask, are answered, and ask again at once. What a machine's processor and network cost is not
 * simulated: a server works at one request at a time in each stage of its pipeline, as the set-up says.
 */
import type { Flight } from '../kernel/flight.ts';
import { World } from '../kernel/world.ts';
import type { Program } from '../clients/program.ts';
import { getData, setData } from '../clients/api.ts';
import { KeeperFailure } from '../clients/api-failures.ts';
import { AGAIN } from '../clients/routine.ts';
import { routines } from '../clients/routines.ts';
import { handleState, sleep } from '../clients/steps.ts';
import type { Steps } from '../clients/steps.ts';
import { clientIn } from '../ensemble/member.ts';
import type { Member } from '../ensemble/member.ts';
import { zookeeperStarts } from '../ensemble/model.ts';
import { modelOfSetup } from '../ensemble/quorum-model.ts';
import { networkOf } from '../scenarios/network-of.ts';
import { CLIENTS_EACH, MOST_VOTERS, VOTERS_WITH_OBSERVERS } from '../view/capacity.ts';
import type { Capacity, CapacityAsked } from '../view/capacity.ts';
import type { Micros } from '../view/time.ts';
import type { ZooKeeperSetup } from '../view/zookeeper-setup.ts';

const SECOND: Micros = 1_000_000;
/** By then an ensemble serves: its clients start, and are measured when they are connected. */
const CLIENTS_MS = 3000;
const MOST_CONNECTING_MS = 10_000;
const WINDOW: Micros = SECOND / 4;
/** Writes, one after the other, of which one's time is the mean. */
const ALONE = 20;
const PATH = '/capacity';
/** A client that has no connection yet looks again after this. */
const LOOK: Micros = 10_000;
const FIRST_CLIENT = 101;
/** Of each write, from server to server. */
const OF_A_WRITE: ReadonlySet<string> = new Set(['REQUEST', 'PROPOSAL', 'ACK', 'COMMIT', 'INFORM']);

type Load = 'reads' | 'writes' | 'alone';

/** Asks, and asks again when it is answered. */
const asking = (name: string, request: () => Steps<unknown>): Program =>
  routines(name, {
    name,
    begins: {},
    *round() {
      if ((yield* handleState()) !== 'CONNECTED') yield* sleep(LOOK);
      else {
        try {
          yield* request();
        } catch (error) {
          // It has lost its server: the next round waits for another.
          if (!(error instanceof KeeperFailure)) throw error;
        }
      }
      return AGAIN;
    },
  }) as Program;

const programs: Readonly<Record<string, Program>> = {
  reading: asking('reading', () => getData('', PATH)),
  writing: asking('writing', () => setData('', PATH, 'x', -1)),
};

interface Carried {
  /** Requests answered while it was looked at, the packets that they took, and how long that was. */
  readonly answered: number;
  readonly packets: number;
  readonly lasted: Micros;
}

interface Size {
  readonly voters: number;
  readonly observers: number;
}

/** All voters at first, then the same servers with observers among them. */
const sizes: readonly Size[] = [
  ...Array.from({ length: MOST_VOTERS }, (_, i) => ({ voters: i + 1, observers: 0 })),
  ...Array.from({ length: MOST_VOTERS - VOTERS_WITH_OBSERVERS }, (_, i) => ({
    voters: VOTERS_WITH_OBSERVERS,
    observers: i + 1,
  })),
];

/** Measures one size after the other: call {@link run} until it says that it is over. */
export class EnsembleCapacity {
  readonly measured: Capacity[] = [];
  private readonly asked: CapacityAsked;

  constructor(asked: CapacityAsked) {
    this.asked = asked;
  }

  /** Measures the next size. @returns true when there is none more */
  run(): boolean {
    const size = sizes[this.measured.length];
    if (size !== undefined) {
      const alone = this.carried(size, 'alone');
      this.measured.push({
        ...size,
        reads: perSecond(this.carried(size, 'reads').answered),
        writes: perSecond(this.carried(size, 'writes').answered),
        wait: Math.round(alone.lasted / alone.answered),
        packets: alone.packets / alone.answered,
      });
    }
    return this.measured.length === sizes.length;
  }

  private carried(size: Size, load: Load): Carried {
    const { scenario, seed } = this.asked;
    const setup = setupOf(scenario.setup, size, load);
    const model = modelOfSetup(setup, networkOf(scenario), programs);
    const world = new World<Member, never, never>(model as never, seed);
    for (const { atMs, pids } of zookeeperStarts(setup)) {
      while (world.advance(atMs * 1000));
      world.intervene({ kind: 'start', pids }, atMs * 1000);
    }
    const calls = (): number =>
      world.processes.reduce((sum, { s }) => sum + (clientIn(s)?.calls ?? 0), 0);
    const areConnected = (): boolean =>
      world.processes.every(({ s }) => clientIn(s)?.handle?.state !== 'CONNECTING');
    const patience = (CLIENTS_MS + MOST_CONNECTING_MS) * 1000;
    let now = CLIENTS_MS * 1000;
    do {
      now += LOOK;
      while (world.advance(now));
    } while (!areConnected() && now < patience);
    const { network } = world;
    const before = calls();
    let packets = 0;
    let seen = network.nextFlight;
    /** Until then, or until so many have been asked. */
    const go = (end: Micros, count: number): void => {
      while (calls() < before + count && world.advance(end)) {
        for (; seen < network.nextFlight; seen++) {
          const flight = network.flights.get(seen);
          if (flight !== undefined && isOfAWrite(flight)) packets += 1;
        }
      }
    };
    if (load !== 'alone') {
      while (world.advance(now + WINDOW));
      return { answered: calls() - before, packets, lasted: WINDOW };
    }
    // From the moment at which one is asked to the moment at which the last of them is answered and asked again.
    go(patience, 1);
    const [begun, sofar] = [world.time, packets];
    go(Infinity, 1 + ALONE);
    return { answered: ALONE, packets: packets - sofar, lasted: world.time - begun };
  }
}

const isOfAWrite = ({ from, to, message }: Flight): boolean =>
  OF_A_WRITE.has(message.type) && from < FIRST_CLIENT && to < FIRST_CLIENT;

const perSecond = (answered: number): number => Math.round((answered * SECOND) / WINDOW);

/** The scenario's own servers do not take part, but for what their files say. */
function setupOf(
  { cfg, stageMs }: ZooKeeperSetup,
  { voters, observers }: Size,
  load: Load,
): ZooKeeperSetup {
  const servers = Array.from({ length: voters + observers }, (_, i) => ({
    sid: i + 1,
    ...(i >= voters && { observer: true }),
  }));
  const program = load === 'reads' ? 'reading' : 'writing';
  const all = servers.flatMap(({ sid }) =>
    Array.from({ length: CLIENTS_EACH }, (_, i) => ({
      id: FIRST_CLIENT + (sid - 1) * CLIENTS_EACH + i,
      program,
      servers: [sid],
      startMs: CLIENTS_MS,
    })),
  );
  return {
    servers,
    ...(servers.length > 1 && { ensemble: {} }),
    clients: load === 'alone' ? all.slice(0, 1) : all,
    tree: [{ path: PATH }],
    watch: [],
    ...(cfg !== undefined && { cfg }),
    ...(stageMs !== undefined && { stageMs }),
  };
}
