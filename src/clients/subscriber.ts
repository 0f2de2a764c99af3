/**
 * Follows nodes, as ZooKeeper's documentation has clients do it: each line is a path; it reads the
 * node and watches it in one request, and whenever the watch fires it reads again. The watch brings
 * the bell, the read brings the data.
 */
import { textOf } from '../zookeeper/records/utf8.ts';
import type { Call, CallResult, WatchedEvent } from './calls.ts';
import type { OutputLine, Program, ProgramStep } from './program.ts';

interface Asked {
  readonly path: string;
  readonly op: 'getData' | 'exists';
}

/** All that a subscriber is, as plain data. */
export interface Subscriber {
  /** In the order in which they were typed. */
  readonly paths: readonly string[];
  /** By the number of the call; null: it is answered, or has no answer. */
  readonly calls: readonly (Asked | null)[];
  /** Paths whose read was lost with its connection: they are read when there is another. */
  readonly lost: readonly string[];
}

const initial: Subscriber = { paths: [], calls: [], lost: [] };

export const subscriber: Program<Subscriber> = {
  name: 'subscriber',
  initial,
  next: (state, input) => {
    switch (input.kind) {
      case 'line':
        return follow(state, input.text.trim());
      case 'result':
        return hear(state, input.call, input.result);
      case 'event':
        return wake(state, input.event);
      case 'start':
      case 'wake':
        return { state };
    }
  },
};

function follow(state: Subscriber, path: string): ProgramStep<Subscriber> {
  if (path === '' || state.paths.includes(path)) return { state };
  return read({ ...state, paths: [...state.paths, path] }, [path]);
}

const callOf = ({ op, path }: Asked): Call => ({
  kind: 'request',
  request: { op, path, watch: true },
});

function ask(state: Subscriber, asked: readonly Asked[]): ProgramStep<Subscriber> {
  return { state: { ...state, calls: [...state.calls, ...asked] }, calls: asked.map(callOf) };
}

const read = (state: Subscriber, paths: readonly string[]): ProgramStep<Subscriber> =>
  ask(
    state,
    paths.map((path) => ({ op: 'getData', path })),
  );

const line = (stream: OutputLine['stream'], text: string): OutputLine => ({ stream, text });

function hear(from: Subscriber, call: number, result: CallResult): ProgramStep<Subscriber> {
  const asked = from.calls[call] ?? null;
  const state = { ...from, calls: from.calls.with(call, null) };
  if (asked === null) return { state };
  const { op, path } = asked;
  const { err, body } = result;
  // Of a node that is not there only `exists` leaves a watch; it may have come meanwhile.
  if (err === 'NoNode' && op === 'getData') return ask(state, [{ op: 'exists', path }]);
  if (err === 'NoNode') return { state, output: [line('out', `${path} is not there`)] };
  if (err === 'ConnectionLoss') return { state: { ...state, lost: [...state.lost, path] } };
  // It is asked again with all the others, under the next session.
  if (err === 'SessionExpired') return { state };
  if (err !== 'OK') return { state, output: [line('err', `${path}: ${err}`)] };
  if (body.kind !== 'data') return read(state, [path]);
  const text = body.data === null ? 'null' : textOf(body.data);
  return { state, output: [line('out', `${path} = ${text}`)] };
}

function wake(state: Subscriber, { state: session, type, path }: WatchedEvent) {
  if (path !== null)
    return { ...read(state, [path]), output: [line('watcher', `${type} ${path}`)] };
  const output = [line('watcher', session)];
  switch (session) {
    case 'SyncConnected':
      return { ...read({ ...state, lost: [] }, state.lost), output };
    case 'Expired':
      return { ...anew(state), output };
    default:
      return { state, output };
  }
}

/** Nothing is left of a session that is over, watches included: it begins again with another. */
const anew = (state: Subscriber): ProgramStep<Subscriber> => ({
  state: { ...state, lost: state.paths, calls: [...state.calls, null] },
  calls: [{ kind: 'connect' }],
});
