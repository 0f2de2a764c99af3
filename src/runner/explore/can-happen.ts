import { nameOf } from '../../protocols/paxos/name.ts';
import { flawsOf, isMutant } from '../../protocols/paxos/mutants.ts';
import type { Protocol } from '../../scenarios/protocol.ts';
import type { ReachAnswer, ReachAsked } from '../../view/reach.ts';
import type { PaxosProcessSetup, PaxosScenario } from '../../view/scenario.ts';
import { Reach } from './reach.ts';
import { replay } from './replay.ts';

/**
 * The question of a lab, "can its acceptors come to look like this?", and its answer as a run of that
 * lab. Works in slices as {@link Reach} does.
 */
export class CanHappen {
  private readonly search: Reach;
  private readonly protocol: Protocol;
  private readonly file: PaxosScenario;

  /** @throws RangeError when the bounds are too wide to be searched */
  constructor(protocol: Protocol, asked: ReachAsked) {
    const { acceptors, bounds } = asked;
    this.protocol = protocol;
    this.file = byHand(asked.scenario);
    const { processes, broken = [] } = this.file.setup;
    const proposers = processes
      .filter(({ roles }) => roles.includes('proposer'))
      .map((process) => ({ name: nameOf(process), value: process.value ?? '' }));
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
    return { ...answer, scenario: replay(this.protocol, this.file, answer.path) };
  }
}

/** The same group with nothing that happens by itself. */
function byHand({ format, version, model, seed, setup }: PaxosScenario): PaxosScenario {
  const processes = setup.processes.map(({ id, name, roles, value }): PaxosProcessSetup => ({
    id,
    roles,
    ...(name !== undefined && { name }),
    ...(roles.includes('proposer') && {
      value: value ?? nameOf({ id, roles }),
      proposeMs: null,
    }),
  }));
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
