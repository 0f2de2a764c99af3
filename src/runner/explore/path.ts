import type { Ballot, Value } from '../../protocols/paxos/rules.ts';
import type { PathStep } from '../../view/reach.ts';
import type { Attempt } from './configuration.ts';
import { sort } from './explorer.ts';
import type { Explorer, Row, Sink } from './explorer.ts';
import { Kind, NO_PLACE, readAction } from './message-set.ts';
import type { MessageSet } from './message-set.ts';

/** A run, one event after the other. */
export type Path = readonly PathStep[];

export interface FoundPath {
  readonly path: Path;
  /** The last state; with acceptors that trade places, the one that `path` leads to. */
  readonly last: Row;
}

/** The run to a state that a search has found, as far as the acceptors' own names go. */
export function pathTo(model: MessageSet, explorer: Explorer, state: number): FoundPath {
  const [, ...rows] = explorer.rowsTo(state);
  const path: PathStep[] = [];
  const row = new Uint16Array(model.width);
  model.first(row);
  for (const goal of rows) {
    const [action, next] = step(model, row, goal);
    path.push(stepOf(model, row, action));
    row.set(next);
  }
  return { path, last: row };
}

/** The action that leads from a row to another, or to one that differs by trading places. */
function step(model: MessageSet, row: Row, goal: Row): [action: number, next: Row] {
  let found: [number, Row] | null = null;
  const next = Uint16Array.from(row);
  const sink: Sink = {
    next,
    reached(action) {
      if (found !== null) return;
      const sorted = Uint16Array.from(next);
      sort(sorted, model.interchangeable);
      if (sorted.every((part, place) => part === goal[place])) {
        found = [action, Uint16Array.from(next)];
      }
    },
  };
  model.expand(row, sink);
  if (found === null) throw new Error('a state is not a successor of its parent');
  return found;
}

function stepOf(model: MessageSet, row: Row, action: number): PathStep {
  const { configuration, proposals, acceptors } = model;
  const { kind, place, attempt, code } = readAction(action);
  if (kind === Kind.wipe || kind === Kind.restart) {
    const name =
      place === NO_PLACE ? model.proposers.names[attempt] : configuration.acceptors[place];
    return {
      action: kind === Kind.wipe ? 'wipe' : 'restart',
      process: name as string,
      proposer: null,
      ballot: 0,
      value: null,
      reported: null,
      quorum: [],
    };
  }
  const { proposer, ballot } = configuration.attempts[attempt] as Attempt;
  const acceptor = configuration.acceptors[place] as string;
  const nothing = { ballot, proposer, value: null, reported: null, quorum: [] };
  switch (kind) {
    case Kind.start:
      return { ...nothing, action: 'prepare', process: proposer };
    case Kind.promise: {
      const { accBallot, accValue } = acceptors.part(row[place + 1] as number).acceptor;
      const reported = accValue === null ? null : { ballot: accBallot, value: accValue };
      return { ...nothing, action: 'promise', process: acceptor, reported };
    }
    case Kind.propose: {
      const quorum = (model.quorumFor(row, attempt, code) ?? []).map(
        (at) => configuration.acceptors[at] as string,
      );
      const value = proposals.valueOf(code);
      return { ...nothing, action: 'propose', process: proposer, value, quorum };
    }
    case Kind.accept:
      return { ...nothing, action: 'accept', process: acceptor, value: proposals.valueOf(code) };
  }
}

/** The same run with other names for its processes. */
export function renamed(path: Path, names: ReadonlyMap<string, string>): Path {
  const nameOf = (name: string): string => names.get(name) ?? name;
  return path.map((each) => ({
    ...each,
    process: nameOf(each.process),
    proposer: each.proposer === null ? null : nameOf(each.proposer),
    quorum: each.quorum.map(nameOf).toSorted(),
  }));
}

/** `A2 promises 3 to P3 and reports (1, X)`. */
export function sentenceOf(step: PathStep): string {
  const { action, process, proposer, ballot, value, reported, quorum } = step;
  switch (action) {
    case 'prepare':
      return `${process} sends Prepare(${ballot})`;
    case 'promise': {
      const past = reported === null ? 'null' : `(${reported.ballot}, ${reported.value})`;
      return `${process} answers ${proposer} with Promise(${ballot}, ${past})`;
    }
    case 'propose':
      return `${process} holds promises of ${quorum.join(', ')} and sends Accept(${ballot}, ${value})`;
    case 'accept':
      return `${process} accepts (${ballot}, ${value}) of ${proposer}`;
    case 'wipe':
      return `${process} loses its disk and starts again`;
    case 'restart':
      return `${process} crashes and starts again`;
  }
}

type Kinds = 'Prepare' | 'Promise' | 'Accept' | 'Decide';

/**
 * What a person would do in the lab to see a run: ballots started (going on from one to the next
 * until it is this one), messages delivered, disks wiped. Whatever is not delivered stays in flight.
 * A proposer's own decision (`Decide`) is a message to itself, delivered as the others are.
 */
export type Deed =
  | {
      readonly kind: 'start-ballot';
      readonly process: string;
      readonly ballot: Ballot;
      /** What it proposes in it, unless a promise says otherwise; null: nothing, in this run. */
      readonly value: Value | null;
    }
  | {
      readonly kind: 'deliver';
      readonly message: Kinds;
      readonly from: string;
      readonly to: string;
      readonly ballot: Ballot;
      /** Of an Accept. */
      readonly value: Value | null;
    }
  /** Kill, (wipe,) start. */
  | { readonly kind: 'wipe' | 'restart'; readonly process: string };

/** The deeds that play a run. Promises are delivered just before the Accept they allow. */
export function deedsOf(path: Path): readonly Deed[] {
  return path.flatMap(({ action, process, proposer, ballot, value, quorum }, at): Deed[] => {
    const deliver = (message: Kinds, from: string, to: string): Deed => ({
      kind: 'deliver',
      message,
      from,
      to,
      ballot,
      value: message === 'Accept' ? value : null,
    });
    switch (action) {
      case 'prepare': {
        const later = path.slice(at + 1).find((step) => step.process === process && isOwn(step));
        const isFree = later?.action === 'propose' && !isBound(path, later);
        return [{ kind: 'start-ballot', process, ballot, value: isFree ? later.value : null }];
      }
      case 'promise':
        return [deliver('Prepare', proposer ?? '', process)];
      case 'propose': {
        const promises = quorum.map((from) => deliver('Promise', from, process));
        return [...promises, deliver('Decide', process, process)];
      }
      case 'accept':
        return [deliver('Accept', proposer ?? '', process)];
      case 'wipe':
      case 'restart':
        return [{ kind: action, process }];
    }
  });
}

/** A step of a proposer, not of its acceptor. */
const isOwn = ({ action }: PathStep): boolean => action === 'prepare' || action === 'propose';

/** Whether a promise in its quorum reports a vote, so that a proposer has no choice. */
const isBound = (path: Path, { process, ballot, quorum }: PathStep): boolean =>
  path.some(
    (step) =>
      step.action === 'promise' &&
      step.proposer === process &&
      step.ballot === ballot &&
      step.reported !== null &&
      quorum.includes(step.process),
  );
