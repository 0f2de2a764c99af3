import { flatten } from '../../kernel/machine/flatten.ts';
import type { Machine } from '../../kernel/model.ts';
import type { Pid } from '../../view/time.ts';
import { acceptorMachine } from './acceptor-machine.ts';
import { adversaryMachine } from './adversary.ts';
import type { Config } from './config.ts';
import { has } from './config.ts';
import { learnerMachine } from './learner-machine.ts';
import { proposerMachine } from './proposer-machine.ts';

const flattened = () => ({
  proposer: flatten(proposerMachine),
  acceptor: flatten(acceptorMachine),
  learner: flatten(learnerMachine),
  scheduler: flatten(adversaryMachine),
});

let made: ReturnType<typeof flattened> | null = null;

/** One machine for each role of a process. */
export function machinesOf(config: Config, pid: Pid): readonly Machine[] {
  // Flattening takes a millisecond: once for all worlds, and only when somebody wants one.
  made ??= flattened();
  if (pid === config.scheduler?.pid) return [{ table: made.scheduler }];
  const machines: Machine[] = [];
  if (has(config.proposers, pid)) machines.push({ table: made.proposer });
  if (has(config.acceptors, pid)) machines.push({ table: made.acceptor });
  if (has(config.learners, pid)) machines.push({ table: made.learner });
  return machines;
}
