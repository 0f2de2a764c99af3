import type { ProblemView } from '../../view/command.ts';
import type { CapOpSetup, CapSetup } from '../../view/cap-setup.ts';
import type { Pid } from '../../view/time.ts';
import { problem } from '../problem.ts';

type Path = readonly (string | number)[];

const countOf = ({ servers = 5 }: CapSetup): number => servers;

export const serversOf = (setup: CapSetup): readonly Pid[] =>
  Array.from({ length: countOf(setup) }, (_, index) => index + 1);

/** Everything that a set-up of the right form can still have wrong. */
export const checkCapSetup = (setup: CapSetup): readonly ProblemView[] => [
  ...checkNames(setup),
  ...checkWorkload(setup),
  ...checkCuts(setup),
  ...checkQuorum(setup),
];

function noSuch(known: readonly Pid[], sid: Pid, path: Path): readonly ProblemView[] {
  if (known.includes(sid)) return [];
  const names = known.join(', ');
  const text = `There is no server ${sid}; there are ${names}. Name one of these, or add it to setup.servers.`;
  return [problem('scenario-no-such-server', path, text, { sid, known: names })];
}

function checkNames(setup: CapSetup): ProblemView[] {
  const { clients, leader } = setup;
  const servers = serversOf(setup);
  const problems: ProblemView[] = [];
  if (leader !== undefined) problems.push(...noSuch(servers, leader, ['setup', 'leader']));
  clients.forEach(({ id, name, server }, index) => {
    const path = ['setup', 'clients', index];
    problems.push(...noSuch(servers, server, [...path, 'server']));
    if (clients.findIndex((other) => other.id === id) !== index) {
      const text = `Client ${id} is there twice. Give one of them another id.`;
      problems.push(problem('scenario-sid-twice', [...path, 'id'], text, { sid: id }));
    }
    if (name !== undefined && clients.findIndex((other) => other.name === name) !== index) {
      const text = `Two clients are called ${name}. Give one of them another name.`;
      problems.push(problem('scenario-name-twice', [...path, 'name'], text, { name }));
    }
  });
  return problems;
}

const isWrite = ({ kind }: CapOpSetup): boolean => kind === 'write';

/** A write needs a value of its own: by it one tells which write a read returned. */
function checkWorkload({ clients, workload }: CapSetup): ProblemView[] {
  const ids = clients.map(({ id }) => id);
  return workload.flatMap((op, index): readonly ProblemView[] => {
    const path = ['setup', 'workload', index];
    const { client, value, after } = op;
    const twice = workload.findIndex((other) => isWrite(other) && other.value === value);
    const problems = [...noSuch(ids, client, [...path, 'client'])];
    if (isWrite(op) && value === undefined) {
      const text = '"value" is missing. Add it.';
      problems.push(problem('scenario-missing', [...path, 'value'], text, { key: 'value' }));
    } else if (isWrite(op) && twice !== index) {
      const text = `Two requests write ${value ?? ''}. Give each write a value of its own.`;
      const data = { value: value ?? 0 };
      problems.push(problem('scenario-value-twice', [...path, 'value'], text, data));
    }
    if (isWrite(op) && op.patient === true) {
      const text = `Request ${index + 1} writes, and would be written twice when it is tried again. Make it a read, or remove "patient".`;
      const data = { number: index + 1 };
      problems.push(problem('scenario-patient-write', [...path, 'patient'], text, data));
    }
    if (after !== undefined && after > index) {
      const text = `Request ${index + 1} cannot wait for request ${after}. Name one before it.`;
      const data = { number: index + 1, after };
      problems.push(problem('scenario-after', [...path, 'after'], text, data));
    }
    return problems;
  });
}

function checkCuts(setup: CapSetup): ProblemView[] {
  const { cuts = [], slow = [], clients } = setup;
  const servers = serversOf(setup);
  const all = [...servers, ...clients.map(({ id }) => id)];
  const inCuts = cuts.flatMap(({ groups, fromMs, toMs }, index) => {
    const path = ['setup', 'cuts', index];
    const named = groups.flat();
    const problems = groups.flatMap((group, place) =>
      group.flatMap((sid, at) => noSuch(servers, sid, [...path, 'groups', place, at])),
    );
    const twice = named.find((sid, at) => named.indexOf(sid) !== at);
    if (twice !== undefined) {
      const text = `Server ${twice} is named twice. Name it once.`;
      problems.push(problem('scenario-named-twice', [...path, 'groups'], text, { sid: twice }));
    }
    return [...problems, ...checkSpan(fromMs, toMs, path)];
  });
  const inSlow = slow.flatMap(({ from, to, fromMs, toMs }, index) => {
    const path = ['setup', 'slow', index];
    const text = `A link joins two servers, but both ends are ${from}. Name another one.`;
    const own =
      from === to ? [problem('scenario-link-to-itself', [...path, 'to'], text, { sid: from })] : [];
    return [
      ...noSuch(all, from, [...path, 'from']),
      ...noSuch(all, to, [...path, 'to']),
      ...own,
      ...checkSpan(fromMs, toMs, path),
    ];
  });
  return [...inCuts, ...inSlow];
}

function checkSpan(min: number, max: number | undefined, path: Path): readonly ProblemView[] {
  if (max === undefined || min <= max) return [];
  const text = `min (${min}) is larger than max (${max}). Exchange them.`;
  return [problem('scenario-min-max', [...path, 'toMs'], text, { min, max })];
}

/** Whoever reads must meet somebody who has stored. */
function checkQuorum(setup: CapSetup): readonly ProblemView[] {
  const { quorum } = setup;
  if (quorum === undefined) return [];
  const count = countOf(setup);
  const { read, write } = quorum;
  if (read + write > count && read <= count && write <= count) return [];
  const text = `Of ${count} servers, r = ${read} and w = ${write} are no quorums: r + w must be more than ${count}, and neither more than ${count}. Change one of them.`;
  return [problem('scenario-quorum', ['setup', 'quorum'], text, { count, read, write })];
}
