import type { ProblemView } from '../../view/command.ts';
import type { ElectionServerSetup, ElectionSetup } from '../../view/election-setup.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { LogFault } from '../notation.ts';
import { readLog, readZxid } from '../notation.ts';
import { badZxid, problem } from '../problem.ts';
import { checkMembers } from '../setup-problems.ts';

type Path = readonly (string | number)[];

const servers: Path = ['setup', 'servers'];

/** Everything that a set-up of the right form can still have wrong. */
export const checkSetup = (setup: ElectionSetup): readonly ProblemView[] => [
  ...checkMembers(setup.servers),
  ...setup.servers.flatMap((server, index) => checkServer(server, [...servers, index])),
];

/** What a real server refuses when it loads its files [QuorumPeer.loadDataBase], and before that. */
function checkServer(server: ElectionServerSetup, path: Path): readonly ProblemView[] {
  const { currentEpoch, acceptedEpoch, log, zxid } = server;
  const problems: ProblemView[] = [];
  if (currentEpoch !== undefined && acceptedEpoch !== undefined && acceptedEpoch < currentEpoch) {
    const text = `acceptedEpoch (${acceptedEpoch}) is smaller than currentEpoch (${currentEpoch}), which a server refuses to start with. Make it ${currentEpoch} or more.`;
    const data = { accepted: acceptedEpoch, current: currentEpoch };
    problems.push(problem('scenario-epoch-order', [...path, 'acceptedEpoch'], text, data));
  }
  if (log !== undefined && zxid !== undefined) {
    const text = 'Both log and zxid say what is on the disk. Remove one of them.';
    problems.push(problem('scenario-log-and-zxid', [...path, 'zxid'], text));
  }
  const { key, newest, fault } = lastOf(server);
  if (fault !== null) problems.push({ ...fault, where: problem('', [...path, key], '').where });
  const epoch = currentEpoch ?? acceptedEpoch;
  if (newest !== null && epoch !== undefined && newest.epoch > epoch) {
    const shown = zxidText(newest);
    const text = `The last zxid ${shown} is of a later epoch than currentEpoch (${epoch}), which a server refuses to start with. Make currentEpoch ${newest.epoch}.`;
    const data = { zxid: shown, current: epoch, epoch: newest.epoch };
    problems.push(problem('scenario-zxid-epoch', [...path, key], text, data));
  }
  return problems;
}

function lastOf({ log, zxid }: ElectionServerSetup): {
  readonly key: 'log' | 'zxid';
  readonly newest: Zxid | null;
  readonly fault: ProblemView | null;
} {
  if (log !== undefined) {
    const ranges = readLog(log);
    if ('fault' in ranges) return { key: 'log', newest: null, fault: logProblem(ranges) };
    return { key: 'log', newest: ranges.at(-1)?.to ?? null, fault: null };
  }
  if (zxid === undefined) return { key: 'zxid', newest: null, fault: null };
  const newest = readZxid(zxid);
  return { key: 'zxid', newest, fault: newest === null ? badZxid(zxid, []) : null };
}

function logProblem({ fault, part, before }: LogFault): ProblemView {
  const data = { part, before };
  switch (fault) {
    case 'notation': {
      const text = `"${part}" is neither a zxid nor a range within one epoch. Write a log like 1·1-1·8 2·1.`;
      return problem('scenario-log-notation', [], text, data);
    }
    case 'order': {
      const text = `${part} does not come after ${before}. A log only grows: write it in ascending order.`;
      return problem('scenario-log-order', [], text, data);
    }
    case 'gap': {
      const text = `Between ${before} and ${part} transactions are missing. A log has no gaps, and each epoch begins with 1.`;
      return problem('scenario-log-gap', [], text, data);
    }
  }
}
