import type { CounterSetup } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import { isMutant } from './mutants.ts';
import type { Mutant } from './mutants.ts';

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
