import type { CounterSetup } from '../../view/counter.ts';
import type { Pid } from '../../view/time.ts';

/**
 * Rules that can be switched off, to see what they were good for. `runs`: random runs until it is
 * found, the median of fifteen.
 */
export const mutants = {
  'answer-before-disk': {
    caughtBy: 'C-Success',
    runs: 2,
    reach:
      'The server answers before the new value is on its disk: a crash in between undoes a call that its caller takes for done.',
  },
  'forget-call-ids': {
    caughtBy: 'C-Once',
    runs: 4,
    reach:
      'A server that should know repeated calls forgets their ids: a call whose answer was lost is carried out again by the retry. Only where `deduplicate` is set.',
  },
} as const satisfies Readonly<
  Record<string, { readonly caughtBy: string; readonly runs: number; readonly reach: string }>
>;

export type Mutant = keyof typeof mutants;

export const isMutant = (name: string): name is Mutant => Object.hasOwn(mutants, name);

/** A set-up, looked up by process. */
export interface Config {
  readonly server: Pid;
  readonly clients: readonly Pid[];
  readonly pids: readonly Pid[];
  readonly names: ReadonlyMap<Pid, string>;
  /** ms that a caller waits for an answer; null: for ever. */
  readonly timeoutMs: number | null;
  /** Whether the server knows a repeated call by its id and does not carry it out again. */
  readonly deduplicates: boolean;
  readonly broken: ReadonlySet<Mutant>;
}

export function configOf({
  server,
  clients,
  timeoutMs = 500,
  deduplicate = false,
  broken = [],
}: CounterSetup): Config {
  const callers = clients.map(({ id }) => id);
  const letter = (index: number): string => String.fromCharCode(65 + index);
  return {
    server: server.id,
    clients: callers,
    pids: [...callers, server.id],
    names: new Map([
      ...clients.map(({ id, name }, index) => [id, name ?? letter(index)] as const),
      [server.id, server.name ?? letter(clients.length)] as const,
    ]),
    timeoutMs,
    deduplicates: deduplicate,
    broken: new Set(broken.filter(isMutant)),
  };
}

export const nameIn = ({ names }: Config, pid: Pid): string => names.get(pid) ?? `${pid}`;
