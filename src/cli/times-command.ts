import { RetryStudy } from '../runner/study.ts';
import { paxos } from '../scenarios/paxos/adapter.ts';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import type { Scenario } from '../view/scenario.ts';
import { POLICIES } from '../view/study.ts';
import { summaryOf } from '../view/study-summary.ts';
import type { StudySummary } from '../view/study-summary.ts';
import { LIMITS } from '../view/limits.ts';
import { firstSeed, parsed, wholeNumber } from './arguments.ts';
import { Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  runs: { type: 'string', default: '1000' },
  seed: { type: 'string', default: '1' },
  acceptors: { type: 'string', default: '5' },
  proposers: { type: 'string', default: '2' },
  within: { type: 'string', default: '2000' },
  json: { type: 'boolean', default: false },
} as const;

/** Runs between two words of progress. */
const SLICE = 1000;

/** `sim times paxos`: how long until something is chosen, for each retry policy. */
export function timesCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim times', { args, options, allowPositionals: true });
  if (positionals.length !== 1 || positionals[0] !== 'paxos') {
    throw new Usage(`sim times: '${positionals.join(' ')}' has no ballots to count; give paxos`);
  }
  const acceptors = wholeNumber('acceptors', values.acceptors, 1, 9);
  const proposers = wholeNumber('proposers', values.proposers, 1, acceptors);
  const runs = wholeNumber('runs', values.runs, 1, LIMITS.studyRuns);
  const study = new RetryStudy(paxos, {
    scenario: group(acceptors, proposers),
    policies: POLICIES,
    runs,
    seed: firstSeed(values.seed, runs),
    withinMs: wholeNumber('within', values.within, 1, LIMITS.virtualMs),
  });
  while (!study.run(SLICE)) terminal.err(`${study.done} of ${study.total} runs`);
  const found = study.times.map((times) => ({ policy: times.policy, ...summaryOf(times) }));
  if (values.json) terminal.out(JSON.stringify({ policies: found }));
  else for (const each of found) terminal.out(lineOf(each));
  return 0;
}

/** The notes' group: the outermost propose, A1 and A5 of five. */
function group(acceptors: number, proposers: number): Scenario<'paxos'> {
  const place = (index: number): number =>
    proposers === 1 ? 1 : 1 + Math.round((index * (acceptors - 1)) / (proposers - 1));
  const who = Array.from({ length: proposers }, (_, index) => place(index));
  const processes = Array.from({ length: acceptors }, (_, index) => {
    const at = who.indexOf(index + 1);
    return at < 0
      ? ({ id: index + 1, roles: ['acceptor'] } as const)
      : ({ id: index + 1, roles: ['proposer', 'acceptor'], value: `${10 * (at + 1)}%` } as const);
  });
  return {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'paxos',
    seed: 1,
    setup: { processes },
  };
}

const ms = (us: number | null): string => (us === null ? 'undecided' : `${us / 1000} ms`);

const lineOf = (found: StudySummary & { readonly policy: string }): string =>
  `${found.policy}: ${found.decided} of ${found.runs} decided, ` +
  `median ${ms(found.median)}, p99 ${ms(found.p99)}, longest ${ms(found.longest)}; ` +
  `ballots ${found.ballots.median} / ${found.ballots.p99} / ${found.ballots.most}`;
