import { experiment, WORKLOAD } from '../scenarios/cap/experiment.ts';
import { load } from '../scenarios/load.ts';
import { detailOf, played } from '../runner/cap/play.ts';
import { CAP_STORES } from '../view/cap-setup.ts';
import type { CapCheck, CapOpSetup, CapStore } from '../view/cap-setup.ts';
import type { CapDetail, CapMeters, CapRequestView, CapWitness } from '../view/cap.ts';
import type { Scenario } from '../view/scenario.ts';
import { parsed } from './arguments.ts';
import { problemLine } from './scenario-files.ts';
import { jsonOf, Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  store: { type: 'string' },
  workload: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** What `--json` says. */
interface Report {
  readonly store: CapStore;
  readonly ops: readonly Op[];
  readonly meters: CapMeters;
  /** Null: it cannot be said. */
  readonly verdict: Readonly<Record<CapCheck, boolean | null>> & {
    /** Of the first check in this order that does not hold. */
    readonly witness: CapWitness | null;
  };
}

interface Op {
  /** `write 2`, `read`, `sync-read`. */
  readonly op: string;
  readonly client: string;
  /** `S2`. */
  readonly server: string;
  /** ms from the experiment's t = 0; null: it was never called, or has not returned. */
  readonly calledMs: number | null;
  readonly returnedMs: number | null;
  readonly outcome: CapRequestView['outcome'];
  readonly error: string;
  readonly value: number | null;
  readonly staleness: number | null;
  readonly lost: boolean;
}

/** `sim cap --store NAME`: the experiment of a cut between two sides, in one store. */
export function capCommand(args: string[], terminal: Terminal): ExitCode {
  const { values } = parsed('sim cap', { args, options, allowPositionals: false });
  const store = CAP_STORES.find((name) => name === values.store);
  if (store === undefined) {
    const said = values.store === undefined ? 'sim cap' : `--store ${values.store}`;
    throw new Usage(`${said}: give --store one of ${CAP_STORES.join(', ')}`);
  }
  const file = scenarioOf(store, values.workload, terminal);
  const run = played(file);
  const { violations } = run.world;
  const report = reportOf(detailOf(run));
  if (values.json) terminal.out(JSON.stringify(report));
  else print(report, terminal);
  for (const { invariant, text } of violations) terminal.err(`violation of ${invariant}: ${text}`);
  return violations.length === 0 ? 0 : 1;
}

/** @throws Usage for a workload that is none */
function scenarioOf(
  store: CapStore,
  path: string | undefined,
  terminal: Terminal,
): Scenario<'cap'> {
  if (path === undefined) return experiment(store, { workload: WORKLOAD });
  const found = jsonOf(terminal, path);
  if (!Array.isArray(found))
    throw new Usage(`${path}: a workload is a list of requests, [{"client": 101, "kind": "read"}]`);
  // Whether it is what it should be, the check of scenarios tells.
  const { scenario, problems = [] } = load(
    experiment(store, { workload: found as readonly CapOpSetup[] }),
  );
  if (scenario?.model === 'cap') return scenario;
  const [first] = problems;
  throw new Usage(first === undefined ? path : problemLine(path, first));
}

function reportOf({ store, zero, clients, requests, meters, verdicts }: CapDetail): Report {
  const ms = (us: number | null): number | null => (us === null ? null : (us - zero) / 1000);
  const nameOf = (pid: number): string => clients.find((each) => each.pid === pid)?.name ?? '';
  const holds = (check: CapCheck): boolean | null =>
    verdicts.find((each) => each.check === check)?.holds ?? null;
  return {
    store,
    ops: requests.map((each) => ({
      op: each.kind === 'write' ? `write ${each.value ?? ''}` : each.kind,
      client: nameOf(each.client),
      server: `S${each.server}`,
      calledMs: ms(each.calledAt),
      returnedMs: ms(each.returnedAt),
      outcome: each.outcome,
      error: each.error,
      value: each.value,
      staleness: each.staleness,
      lost: each.lost !== null,
    })),
    meters,
    verdict: {
      linearizable: holds('linearizable'),
      writes: holds('writes'),
      sequential: holds('sequential'),
      monotonic: holds('monotonic'),
      converged: holds('converged'),
      witness: verdicts.find(({ witness }) => witness !== null)?.witness ?? null,
    },
  };
}

const answered = (yes: boolean | null): string => (yes === null ? '–' : yes ? 'yes' : 'no');

function print({ store, ops, meters, verdict }: Report, terminal: Terminal): void {
  terminal.out(store);
  ops.forEach((each, index) => {
    const { op, client, server, calledMs, outcome, error, value, staleness, lost } = each;
    const told = outcome === 'ok' && value !== null && !op.startsWith('write') ? ` ${value}` : '';
    const more = [
      ...(error === '' ? [] : [error]),
      ...((staleness ?? 0) > 0 ? [`${staleness ?? 0} behind`] : []),
      ...(lost ? ['lost later'] : []),
    ];
    const when = calledMs === null ? '–' : `${(calledMs / 1000).toFixed(1)} s`;
    const tail = more.length === 0 ? '' : ` (${more.join(', ')})`;
    terminal.out(`${index + 1}. ${when} ${client} → ${server} ${op}: ${outcome}${told}${tail}`);
  });
  const { minority, majority, all, lost } = meters;
  terminal.out(`minority answered ${minority.answered} of ${minority.issued}`);
  terminal.out(`majority answered ${majority.answered} of ${majority.issued}`);
  terminal.out(`stale reads ${all.stale}, lost writes ${lost}`);
  const { witness, ...checks } = verdict;
  for (const [check, yes] of Object.entries(checks)) terminal.out(`${check}: ${answered(yes)}`);
  if (witness !== null) terminal.out(`witness: requests ${witness.requests.join(', ')}`);
}
