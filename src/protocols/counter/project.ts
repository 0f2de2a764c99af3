/** From a world of callers and a counter to what the page draws, and what an inspector shows. */
import type { ProcessState, WorldState } from '../../kernel/model.ts';
import type { CallView, CounterDetail } from '../../view/counter.ts';
import type { FactValue } from '../../view/fact.ts';
import type { InspectSection } from '../../view/inspect.ts';
import type { Pid } from '../../view/time.ts';
import type { Disk, Member } from './member.ts';
import type { CounterModel } from './model.ts';

export type CounterWorld = WorldState<Member, Disk, null>;
type CounterProcess = ProcessState<Member, Disk>;

/** The newest entries that a frame holds. */
const SHOWN = 8;

const processOf = (world: CounterWorld, pid: Pid): CounterProcess | undefined =>
  world.processes.find((each) => each.pid === pid);

/** What the server knows; of one that is down, what its disk would tell it. */
export const counterOf = (model: CounterModel, world: CounterWorld): Disk => {
  const { s, disk } = processOf(world, model.config.server) ?? { s: null, disk: null };
  return s?.counter ?? disk ?? { value: 0, log: [] };
};

/** FREE or WAITING of a caller, COUNTING of the server. */
export function stateWord(model: CounterModel, { pid, leaves }: CounterProcess): string {
  const [machine] = model.machines(pid);
  return (machine?.table.states[leaves[0] ?? 0]?.path ?? '').toUpperCase();
}

const callView = ({ op, amount, attempts, outcome, value }: CallView): CallView => ({
  op,
  amount,
  attempts,
  outcome,
  value,
});

export function counterDetail(model: CounterModel, world: CounterWorld): CounterDetail {
  const { config } = model;
  const { value, log } = counterOf(model, world);
  return {
    server: config.server,
    deduplicates: config.deduplicates,
    value,
    stored: processOf(world, config.server)?.disk.value ?? 0,
    log: log.slice(-SHOWN).map(({ client, op, amount, ok, value: after }) => ({
      client,
      op,
      amount,
      ok,
      value: after,
    })),
    logHidden: Math.max(0, log.length - SHOWN),
    callers: config.clients.map((pid) => {
      const calls = processOf(world, pid)?.s?.calls ?? [];
      return {
        pid,
        calls: calls.slice(-SHOWN).map(callView),
        callsHidden: Math.max(0, calls.length - SHOWN),
      };
    }),
  };
}

const row = (term: string, value: FactValue): InspectSection['rows'][number] => ({ term, value });

export function inspect(model: CounterModel, world: CounterWorld, pid: Pid): InspectSection[] {
  const process = processOf(world, pid);
  if (process === undefined) return [];
  const { s, disk } = process;
  if (pid !== model.config.server) {
    const of = (outcome: CallView['outcome']): number =>
      s?.calls.filter((call) => call.outcome === outcome).length ?? 0;
    const rows = [
      row('callsSuccess', of('success')),
      row('callsFailure', of('failure')),
      row('callsUnknown', of('unknown')),
      row('callsWaiting', of('waiting')),
    ];
    return [{ name: 'caller', rows }];
  }
  const rows = ({ value, log }: Disk) => [
    row('counterValue', value),
    row('executions', log.length),
  ];
  return [
    ...(s === null ? [] : [{ name: 'counter', rows: rows(s.counter) }]),
    { name: 'disk', rows: rows(disk) },
  ];
}
