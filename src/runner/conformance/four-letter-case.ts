/** A folder of four-letter words: what was done before on one side, the answers on the other. */
import type { Call } from '../../clients/calls.ts';
import type { Field } from './json.ts';
import { callOf } from './recorded-ops.ts';

/** One thing that a client did before the words were asked. */
export interface Deed {
  readonly client: string;
  /** Null: it connects. */
  readonly call: Call | null;
  /** ms, of a connect; null: the tool's own choice. */
  readonly timeoutMs: number | null;
}

/** A state that a server was in, and what was asked then. */
export interface Role {
  readonly name: string;
  /** It needs other servers. */
  readonly ensemble: boolean;
  readonly deeds: readonly Deed[];
  readonly words: readonly string[];
  /** Whether `zkServer.sh status` was called too. */
  readonly status: boolean;
}

/** @param has whether there is a file of this name beside the state @throws BadCase */
export function readRoles(state: Field, has: (file: string) => boolean): readonly Role[] {
  const words = state
    .at('words')
    .list()
    .map((word) => word.text());
  return state
    .at('roles')
    .entries()
    .map(([name, role]) => ({
      name,
      ensemble: !role.at('sid').missing,
      deeds: role.at('operations').missing ? [] : role.at('operations').list().map(readDeed),
      words: words.filter((word) => has(`${name}.${word}.txt`)),
      status: has(`${name}.zkServer-status.txt`),
    }));
}

/** Results stand beside what was asked; only that is taken. */
function readDeed(deed: Field): Deed {
  const [op, args] = [deed.at('op').text(), deed.at('args')];
  const timeout = args.missing ? args : args.at('timeout');
  return {
    client: deed.at('client').text(),
    call: op === 'connect' ? null : callOf(op, args),
    timeoutMs: op !== 'connect' || timeout.missing ? null : timeout.number(),
  };
}

/** Calls of zkServer.sh, in the order in which they were made on a server of their own. */
export const VERBS = [
  { file: 'zkServer.start.txt', verb: 'start' },
  { file: 'zkServer.start-again.txt', verb: 'start' },
  { file: 'zkServer.status.txt', verb: 'status' },
  { file: 'zkServer.stop.txt', verb: 'stop' },
  { file: 'zkServer.stop-again.txt', verb: 'stop' },
  { file: 'zkServer.usage.txt', verb: '' },
  { file: 'zkServer.version.txt', verb: 'version' },
] as const;
