/** What a recorded client does and is told, in the words of recordings. */
import type { Call, CallResult, WatchedEvent } from '../../clients/calls.ts';
import { DEFAULT_WATCHER } from '../../clients/calls.ts';
import { recordedCode, recordedResult, requestOf } from '../../zookeeper/records/recorded.ts';
import type { Names, RecordedArgs } from '../../zookeeper/records/recorded.ts';
import { utf8Of } from '../../zookeeper/records/utf8.ts';

/** A watcher's event as recordings write it. */
export interface RecordedEvent {
  readonly type: string;
  readonly state: string;
  readonly path?: string;
  readonly watcher?: string;
}

const watcherOf = ({ watch }: RecordedArgs): string =>
  typeof watch === 'string' ? watch : DEFAULT_WATCHER;

/** @throws Error for an operation that nobody here knows */
export function callOf(op: string, args: RecordedArgs): Call {
  const { path = '/', type = 'Any' } = args;
  const removal = { kind: 'removeWatches', path, local: false } as const;
  switch (op) {
    case 'close':
      return { kind: 'close' };
    case 'addAuth':
      return { kind: 'addAuth', scheme: args.scheme ?? '', auth: utf8Of(args.auth ?? '') };
    case 'removeWatches':
      return { ...removal, type: type as 'Any', watcher: watcherOf(args) };
    case 'removeAllWatches':
      return { ...removal, type: type as 'Any', watcher: null };
    default:
      return {
        kind: 'request',
        request: requestOf(op, args) as (Call & { kind: 'request' })['request'],
        watcher: watcherOf(args),
      };
  }
}

/** What came of a call, as recordings write it. */
export function resultOf(
  op: string,
  args: RecordedArgs,
  { err, body }: CallResult,
  names: Names,
): Record<string, unknown> {
  if (callOf(op, args).kind === 'request')
    return recordedResult(requestOf(op, args), err, body, names);
  return err === 'OK' ? {} : { ...recordedCode(err), path: args.path };
}

export const eventOf = (watcher: string, { type, state, path }: WatchedEvent): RecordedEvent => ({
  type,
  state,
  ...(path === null ? {} : { path }),
  ...(watcher === DEFAULT_WATCHER ? {} : { watcher }),
});
