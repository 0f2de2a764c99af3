import type {
  Answer,
  CheckAnswer,
  ClientAnswer,
  DiskAnswer,
  Outcome,
  WriteAnswer,
} from './answers.ts';
import { compareLogs } from './compare-logs.ts';
import type { InitialDisks } from './initial-disks.ts';

/**
 * The first difference between what the real ensemble answered and what the simulated one did.
 * @param labels what to call each step
 * @param begun the disks that it all began with
 * @returns null when there is none
 */
export function compare(
  recorded: Outcome,
  simulated: Outcome,
  labels: readonly string[],
  begun: InitialDisks,
): string | null {
  for (const [index, answer] of recorded.answers.entries()) {
    const difference = compareAnswer(answer, simulated.answers[index] ?? null, begun);
    if (difference !== null) return `${labels[index] ?? `script[${index}]`}: ${difference}`;
  }
  if (recorded.final !== null) {
    const difference = compareCheck(recorded.final, simulated.final);
    if (difference !== null) return `final: ${difference}`;
  }
  return recorded.logs === null || simulated.logs === null
    ? null
    : compareLogs(recorded.logs, simulated.logs, begun);
}

function compareAnswer(recorded: Answer, simulated: Answer, begun: InitialDisks): string | null {
  switch (recorded?.kind) {
    case undefined:
      return null;
    case 'check':
      return compareCheck(recorded, simulated?.kind === 'check' ? simulated : null);
    case 'disk':
      return compareDisk(recorded, simulated?.kind === 'disk' ? simulated : null);
    case 'wait':
      return differs('leader', recorded.leader, simulated?.kind === 'wait' && simulated.leader);
    case 'write':
      return compareWrite(recorded, simulated?.kind === 'write' ? simulated : null);
    case 'client':
      return compareClient(recorded, simulated?.kind === 'client' ? simulated : null);
    case 'logs':
      return simulated?.kind === 'logs'
        ? compareLogs(recorded.logs, simulated.logs, begun)
        : 'no logs were looked at';
  }
}

function compareClient(recorded: ClientAnswer, simulated: ClientAnswer | null): string | null {
  if (simulated === null) return 'no client was asked';
  const result = differsWhole('result', recorded.result, simulated.result);
  if (result !== null || recorded.events === null) return result;
  return differsWhole('events', recorded.events, simulated.events ?? {});
}

/** Compares values of JSON whatever the order of their fields. */
export function differsWhole(what: string, recorded: unknown, simulated: unknown): string | null {
  return differs(what, plain(recorded), plain(simulated));
}

const plain = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

function compareCheck(recorded: CheckAnswer, simulated: CheckAnswer | null): string | null {
  if (simulated === null) return 'nothing was checked';
  const all = [differs('leader', recorded.leader, simulated.leader)];
  for (const field of ['modes', 'zxid'] as const) {
    for (const [sid, value] of Object.entries(recorded[field])) {
      all.push(differs(`${field} of server ${sid}`, value, simulated[field][Number(sid)]));
    }
  }
  for (const [sid, { acceptedEpoch, currentEpoch }] of Object.entries(recorded.epochs)) {
    const there = simulated.epochs[Number(sid)];
    all.push(differs(`acceptedEpoch of server ${sid}`, acceptedEpoch, there?.acceptedEpoch));
    all.push(differs(`currentEpoch of server ${sid}`, currentEpoch, there?.currentEpoch));
  }
  return first(all);
}

function compareDisk(recorded: DiskAnswer, simulated: DiskAnswer | null): string | null {
  const all: (string | null)[] = [];
  for (const server of recorded.servers) {
    const there = simulated?.servers.find(({ sid }) => sid === server.sid);
    const of = ` of server ${server.sid}`;
    all.push(differs(`acceptedEpoch${of}`, server.acceptedEpoch, there?.acceptedEpoch));
    all.push(differs(`currentEpoch${of}`, server.currentEpoch, there?.currentEpoch));
    if (server.lastLogged !== null) {
      all.push(differs(`lastLogged${of}`, server.lastLogged, there?.lastLogged));
    }
    all.push(differs(`lastZxid${of}`, server.lastZxid, there?.lastZxid));
    if (server.snapshots !== null) {
      all.push(
        differs(`snapshots${of}`, server.snapshots.join(' '), there?.snapshots?.join(' ') ?? ''),
      );
    }
  }
  return first(all);
}

function compareWrite(recorded: WriteAnswer, simulated: WriteAnswer | null): string | null {
  const there = simulated?.operations ?? [];
  const all = [differs('number of results', recorded.operations.length, there.length)];
  for (const [index, { op, result }] of recorded.operations.entries()) {
    all.push(differs(`operation ${index + 1}`, op, there[index]?.op));
    all.push(differsWhole(`${op} (${index + 1})`, result, there[index]?.result ?? {}));
  }
  return first(all);
}

type Plain = string | number | boolean | null | undefined;

export function differs(what: string, recorded: Plain, simulated: Plain): string | null {
  if (recorded === simulated) return null;
  return `${what}: recorded ${shown(recorded)}, simulated ${shown(simulated)}`;
}

const shown = (value: Plain): string =>
  value === null || value === undefined || value === '' ? 'none' : String(value);

const first = (all: readonly (string | null)[]): string | null =>
  all.find((each) => each !== null) ?? null;
