import { withPolicy } from '../scenarios/paxos/retry-policies.ts';
import type { Protocol } from '../scenarios/protocol.ts';
import type { PaxosDetail } from '../view/paxos.ts';
import type { Scenario } from '../view/scenario.ts';
import type { PolicyTimes, StudyAsked } from '../view/study.ts';
import { Run } from './run.ts';

const DECIDED = { chosen: 'any' } as const;

type Column = 'times' | 'ballots' | 'messages';
type Growing = Pick<PolicyTimes, 'policy'> & { readonly [K in Column]: number[] };

/**
 * Measures the time to a decision: the same group, the same seeds, one retry policy after the other.
 * Works in slices, each policy's runs side by side: call {@link run} until it says that it is over.
 */
export class RetryStudy {
  readonly total: number;
  done = 0;
  private readonly protocol: Protocol;
  private readonly asked: StudyAsked;
  private readonly files: readonly Scenario<'paxos'>[];
  private readonly columns: readonly Growing[];

  constructor(protocol: Protocol, asked: StudyAsked) {
    const { scenario, policies, runs } = asked;
    this.protocol = protocol;
    this.asked = asked;
    this.total = runs * policies.length;
    this.files = policies.map((policy) => withPolicy(scenario, policy));
    this.columns = policies.map((policy) => ({ policy, times: [], ballots: [], messages: [] }));
  }

  /** Takes so many runs more. @returns true when there are no more */
  run(budget = Infinity): boolean {
    for (let left = budget; left > 0 && this.done < this.total; left--) this.one();
    return this.done === this.total;
  }

  /** Of the runs so far. */
  get times(): readonly PolicyTimes[] {
    return this.columns;
  }

  private one(): void {
    const { files, columns, asked, protocol } = this;
    const at = this.done % files.length;
    const seed = asked.seed + Math.floor(this.done / files.length);
    const file = files[at];
    const column = columns[at];
    if (file === undefined || column === undefined) return;
    this.done++;
    const run = new Run(protocol, { ...file, seed }, false);
    const decided = (): boolean => protocol.holds(run.world, DECIDED) === true;
    while (!decided() && run.world.violations.length === 0 && run.step(asked.withinMs * 1000));
    const { rounds, messages } = protocol.detail(run.world) as PaxosDetail;
    column.times.push(decided() ? run.world.time : -1);
    column.ballots.push(rounds);
    column.messages.push(messages);
  }
}
