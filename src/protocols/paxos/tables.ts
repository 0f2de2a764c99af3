import { flatten } from '../../kernel/machine/flatten.ts';
import type { Table } from '../../kernel/machine/flatten.ts';
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
export function tablesOf(config: Config, pid: Pid): readonly Table[] {
  // Flattening takes a millisecond: once for all worlds, and only when somebody wants one.
  made ??= flattened();
  if (pid === config.scheduler?.pid) return [made.scheduler];
  const tables: Table[] = [];
  if (has(config.proposers, pid)) tables.push(made.proposer);
  if (has(config.acceptors, pid)) tables.push(made.acceptor);
  if (has(config.learners, pid)) tables.push(made.learner);
  return tables;
}
