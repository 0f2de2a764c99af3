import { bounds } from '../kernel/latency.ts';
import type { Flight } from '../kernel/flight.ts';
import type { Frame, LinkView, MessageView, ProcessView } from '../view/frame.ts';
import type { Micros, Pid } from '../view/time.ts';
import { shownFlights } from './piles.ts';
import type { Run } from './run.ts';

/** The present world of a run as the page draws it. */
export function frameOf(run: Run, nextInteresting: Micros | null): Frame {
  const { world, branch, protocol, model } = run;
  return {
    branch: branch.id,
    position: world.step,
    length: branch.length,
    time: world.time,
    nextTime: run.nextTime(),
    nextInteresting,
    processes: onStage(run).map((process): ProcessView => {
      const { pid, liveness, dark, parts, leaves } = process;
      const leaf = leaves[0];
      return {
        pid,
        name: model.nameOf(pid),
        liveness,
        dark,
        diskless: model.diskless?.has(pid) === true,
        state: protocol.stateWord(world, pid),
        machineState: leaf === undefined ? '' : (parts[0]?.machine.table.states[leaf]?.path ?? ''),
      };
    }),
    messages: messages(run),
    links: links(run),
    partition: partition(run),
    invariants: model.invariants
      .map(({ name }) => name)
      .filter((name) => !world.violations.some(({ invariant }) => invariant === name)),
    violations: world.violations.map(({ invariant, step, text }) => ({ invariant, step, text })),
    structure: run.version,
    detail: protocol.detail(world),
  };
}

/** Without those that play the network's whims, or that nobody has wanted yet. */
function onStage({ world, model }: Run): Run['world']['processes'] {
  const { backstage, spare } = model;
  if (backstage === undefined && spare === undefined) return world.processes;
  return world.processes.filter(
    ({ pid, liveness }) =>
      backstage?.has(pid) !== true && (liveness !== 'off' || spare?.has(pid) !== true),
  );
}

function messages(run: Run): MessageView[] {
  const views: MessageView[] = [];
  for (const { flight, piled } of shownFlights(run.world)) {
    if (run.model.backstage?.has(flight.from) !== true) views.push(messageView(run, flight, piled));
  }
  for (const flight of run.lost) views.push(message(run, flight, 'lost', 0));
  return views;
}

/** A message that is under way. */
export const messageView = (run: Run, flight: Flight, piled: number): MessageView =>
  message(run, flight, flight.held ? 'held' : 'flying', piled);

function message(
  run: Run,
  flight: Flight,
  status: MessageView['status'],
  piled: number,
): MessageView {
  const { id, from, to, sentAt, leftAt, arrivesAt, nature } = flight;
  const description = run.model.describe(flight.message, from, to);
  return { id, from, to, ...description, sentAt, leftAt, arrivesAt, status, nature, piled };
}

function links(run: Run): LinkView[] {
  const { backstage } = run.model;
  const faults = [...run.world.network.faults].filter(
    ([key]) => !backstage?.has(Math.floor(key / 65536)) && !backstage?.has(key % 65536),
  );
  return faults.map(([key, { cut, latency, loss, duplication }]) => ({
    from: Math.floor(key / 65536),
    to: key % 65536,
    cut,
    latency: latency === null ? null : bounds(latency),
    loss,
    duplication,
  }));
}

/** Groups that no uncut link joins, each way counted; none when all hang together. */
function partition(run: Run): Pid[][] {
  const pids = onStage(run).map(({ pid }) => pid);
  const cut = (a: Pid, b: Pid): boolean =>
    run.world.network.isCut(a * 65536 + b) || run.world.network.isCut(b * 65536 + a);
  if (run.world.network.faults.size === 0) return [];
  const groups: Pid[][] = [];
  const seen = new Set<Pid>();
  for (const pid of pids) {
    if (seen.has(pid)) continue;
    seen.add(pid);
    const group = [pid];
    for (const member of group) {
      for (const other of pids) {
        if (seen.has(other) || cut(member, other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups.length > 1 ? groups : [];
}
