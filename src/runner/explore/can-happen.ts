import { flawsOf } from './flaws.ts';
import { nameOf } from '../../protocols/paxos/name.ts';
import { isMutant } from '../../protocols/paxos/mutants.ts';
import type { Protocol } from '../../scenarios/protocol.ts';
import type { ReachAnswer, ReachAsked } from '../../view/reach.ts';
import type { PaxosProcessSetup } from '../../view/paxos-setup.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Value } from '../../protocols/paxos/rules.ts';
import type { Pid } from '../../view/time.ts';
import type { Proposer } from './configuration.ts';
import { Reach } from './reach.ts';
import { replay } from './replay.ts';

/**
 * The question of a lab, "can its acceptors come to look like this?", and its answer as a run of that
 * lab. Works in slices as {@link Reach} does.
 */
export class CanHappen {
  private readonly search: Reach;
  private readonly protocol: Protocol;
  private readonly file: Scenario<'paxos'>;
  private readonly targets: ReachAsked['acceptors'];

  /** @throws RangeError when the bounds are too wide to be searched */
  constructor(protocol: Protocol, asked: ReachAsked) {
    const { acceptors, bounds } = asked;
    this.protocol = protocol;
    this.targets = acceptors;
    const proposers = proposersOf(asked.scenario);
    this.file = byHand(asked.scenario, proposers);
    const { broken = [] } = this.file.setup;
    const flaws = flawsOf(new Set(broken.filter(isMutant)));
    this.search = new Reach({ acceptors, proposers, bounds, flaws });
  }

  /**
   * @returns true when the answer is there
   * @throws RangeError when an acceptor has more states than can be told apart
   */
  run(budget?: number): boolean {
    return this.search.run(budget);
  }

  get searched(): number {
    return this.search.searched;
  }

  get answer(): ReachAnswer {
    const { answer } = this.search;
    if (!answer.reached) return answer;
    return { ...answer, scenario: replay(this.protocol, this.file, answer.path, this.targets) };
  }
}

/**
 * Everybody who proposes, with what it may come to want: the value of the set-up, values given to it
 * by hand, and, where it has none of its own and a leader speaks for all, those of the others.
 */
export function proposersOf(scenario: Scenario<'paxos'>): Proposer[] {
  const { processes, retry } = scenario.setup;
  const all = processes.filter(({ roles }) => roles.includes('proposer'));
  const wished = all.map((process) => ({
    name: nameOf(process),
    values: [...new Set([process.value ?? [], givenTo(process.id, scenario)].flat())],
    waits: process.value === undefined && retry?.policy === 'leader',
  }));
  const everybodys = [...new Set(wished.flatMap(({ values }) => values))];
  return wished.map(({ name, values, waits }) => ({ name, values: waits ? everybodys : values }));
}

/** Values that somebody has asked a proposer by hand to propose. */
function givenTo(pid: Pid, { interventions = [] }: Scenario<'paxos'>): Value[] {
  return interventions.flatMap(({ what }) => {
    if (what.kind !== 'input' || what.pid !== pid || what.name !== 'PROPOSE') return [];
    const { value } = what.data;
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}

/** The same group with nothing that happens by itself. */
function byHand(
  { format, version, model, seed, setup }: Scenario<'paxos'>,
  proposers: readonly Proposer[],
): Scenario<'paxos'> {
  const processes = setup.processes.map((process): PaxosProcessSetup => {
    const { id, name, roles } = process;
    const [value] = proposers.find((each) => each.name === nameOf(process))?.values ?? [];
    return {
      id,
      roles,
      ...(name !== undefined && { name }),
      ...(roles.includes('proposer') && { ...(value !== undefined && { value }), proposeMs: null }),
    };
  });
  const { broken, refusal } = setup;
  return {
    format,
    version,
    model,
    seed,
    setup: {
      processes,
      retry: { policy: 'by-hand' },
      delivery: 'by-hand',
      timeoutMs: null,
      ...(refusal !== undefined && { refusal }),
      ...(broken !== undefined && { broken }),
    },
    latency: { kind: 'fixed', us: 10_000 },
    pace: 10_000,
  };
}
