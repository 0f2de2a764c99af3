import { nameOf } from '../../protocols/paxos/name.ts';
import { readScript } from '../../protocols/paxos/script.ts';
import type { ProblemView } from '../../view/command.ts';
import type { PaxosSetup } from '../../view/paxos-setup.ts';
import { problem } from '../problem.ts';
import { LIMITS } from '../../view/limits.ts';

/** Everything that a set-up of the right form can still have wrong. */
export const checkPaxosSetup = (setup: PaxosSetup): readonly ProblemView[] => [
  ...checkProcesses(setup),
  ...checkSchedule(setup),
];

function checkProcesses({ processes, distinguished }: PaxosSetup): ProblemView[] {
  const path = ['setup', 'processes'] as const;
  const problems: ProblemView[] = [];
  if (!processes.some(({ roles }) => roles.includes('acceptor'))) {
    const text = 'Nobody accepts, so nothing can be chosen. Make a process an acceptor.';
    problems.push(problem('scenario-no-acceptor', path, text));
  }
  if (processes.length > LIMITS.paxosProcesses) {
    const text = `${processes.length} processes are too many; at most ${LIMITS.paxosProcesses} can be shown. Remove some.`;
    const data = { count: processes.length, most: LIMITS.paxosProcesses };
    problems.push(problem('scenario-many-servers', path, text, data));
  }
  processes.forEach((process, index) => {
    const { id } = process;
    const name = nameOf(process);
    if (processes.findIndex((other) => other.id === id) !== index) {
      const text = `Process ${id} is there twice. Give one of them another id.`;
      problems.push(problem('scenario-sid-twice', [...path, index, 'id'], text, { sid: id }));
    } else if (processes.findIndex((other) => nameOf(other) === name) !== index) {
      const text = `Two processes are called ${name}. Give one of them another name.`;
      problems.push(problem('scenario-name-twice', [...path, index, 'name'], text, { name }));
    }
  });
  distinguished?.forEach((pid, index) => {
    if (processes.some(({ id, roles }) => id === pid && roles.includes('learner'))) return;
    const text = `${pid} is no learner. Name a process that has this role.`;
    const place = ['setup', 'distinguished', index];
    problems.push(problem('scenario-no-learner', place, text, { sid: pid }));
  });
  return problems;
}

function checkSchedule({ schedule, delivery, processes }: PaxosSetup): ProblemView[] {
  if (schedule === undefined) return [];
  const problems: ProblemView[] = [];
  if (delivery !== 'by-hand') {
    const text = 'A schedule delivers messages that wait for it. Write "delivery": "by-hand".';
    problems.push(problem('scenario-schedule-by-hand', ['setup', 'delivery'], text));
  }
  const script = readScript(schedule, new Map(processes.map((each) => [each.id, nameOf(each)])));
  if ('fault' in script) {
    const { row, fault } = script;
    const text = `This row of the schedule cannot be read: ${fault}. Change it.`;
    const where = ['setup', 'schedule', 'rows', row];
    problems.push(problem('scenario-schedule-row', where, text, { row, fault }));
  }
  return problems;
}
