import { isMutant, mutants } from '../protocols/paxos/mutants.ts';
import { breakOf } from '../runner/explore/breaks.ts';
import { PaxosExploration } from '../runner/explore/explore.ts';
import type { ExploreReport, ExploreWishes } from '../runner/explore/explore.ts';
import { TooMuch } from '../runner/explore/too-much.ts';
import { sentenceOf } from '../runner/explore/path.ts';
import { LIMITS } from '../view/limits.ts';
import { noMore, parsed, wholeNumber } from './arguments.ts';
import { exploreZab } from './explore-zab.ts';
import { Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  break: { type: 'string' },
  servers: { type: 'string' },
  ballots: { type: 'string' },
  values: { type: 'string' },
  depth: { type: 'string' },
  're-promise': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** States between two words of progress. */
const SLICE = 1_000_000;

/** What can be explored, each with bounds of its own. */
const explorers: Readonly<Record<string, (args: string[], terminal: Terminal) => ExitCode>> = {
  paxos: explorePaxos,
  zab: exploreZab,
};

/** `sim explore MODEL`: every state of a small configuration, breadth-first. */
export function exploreCommand(args: string[], terminal: Terminal): ExitCode {
  const at = args.findIndex((each) => Object.hasOwn(explorers, each));
  const model = args[at];
  const explore = model === undefined ? undefined : explorers[model];
  if (explore === undefined) {
    const other = args.find((each) => !each.startsWith('-'));
    const said = other === undefined ? 'no model' : `'${other}' cannot be explored`;
    throw new Usage(`sim explore: ${said}; give one of: ${Object.keys(explorers).join(', ')}`);
  }
  return explore(args.toSpliced(at, 1), terminal);
}

function explorePaxos(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim explore', { args, options, allowPositionals: true });
  noMore(positionals);
  const wishes = wishesOf(values);
  const begin = terminal.cpu();
  const report = exploreAll(wishes, terminal);
  const statesPerSecond = Math.round(report.distinct / Math.max(terminal.cpu() - begin, 1e-6));
  if (values.json) terminal.out(JSON.stringify(documentOf(report, statesPerSecond)));
  else print(report, statesPerSecond, terminal);
  if (wishes.broken === undefined) return report.violation === null ? 0 : 1;
  const shown = wishes.broken.dead
    ? report.complete && !report.everChosen
    : report.violation !== null;
  return shown ? 0 : 1;
}

interface Typed {
  readonly break?: string | undefined;
  readonly servers?: string | undefined;
  readonly ballots?: string | undefined;
  readonly values?: string | undefined;
  readonly depth?: string | undefined;
  readonly 're-promise': boolean;
}

/** @throws Usage */
function wishesOf(typed: Typed): ExploreWishes {
  const number = (
    option: 'servers' | 'ballots' | 'values' | 'depth',
    least: number,
    most: number,
  ) => {
    const text = typed[option];
    return text === undefined ? {} : { [option]: wholeNumber(option, text, least, most) };
  };
  const { break: broken } = typed;
  if (broken !== undefined && !isMutant(broken)) {
    const names = Object.keys(mutants).join(', ');
    throw new Usage(`--break ${broken}: no such rule; give one of: ${names}`);
  }
  const wishes: ExploreWishes = {
    ...number('servers', 1, LIMITS.exploredAcceptors),
    ...number('ballots', 1, LIMITS.exploredBallots),
    ...number('values', 1, LIMITS.exploredBallots),
    ...number('depth', 0, LIMITS.runs),
    ...(broken === undefined ? {} : { broken: breakOf(broken) }),
    rePromise: typed['re-promise'],
  };
  return wishes;
}

function exploreAll(wishes: ExploreWishes, terminal: Terminal): ExploreReport {
  try {
    const search = new PaxosExploration(wishes);
    while (!search.run(SLICE)) terminal.err(`${search.distinct} states so far`);
    return search.report;
  } catch (error) {
    if (error instanceof TooMuch) throw new Usage(`sim explore paxos: ${error.message}`);
    throw error;
  }
}

function documentOf({ violation, ...report }: ExploreReport, statesPerSecond: number) {
  if (violation === null) return { ...report, statesPerSecond };
  const path = violation.path.map((step) => ({ ...step, text: sentenceOf(step) }));
  return { ...report, violation: { invariant: violation.invariant, path }, statesPerSecond };
}

function print(report: ExploreReport, statesPerSecond: number, terminal: Terminal): void {
  const { states, distinct, depth, complete, violation, everChosen } = report;
  terminal.out(
    `${distinct} distinct states, ${states} generated, depth ${depth}, ${statesPerSecond} states/s`,
  );
  if (violation !== null) {
    const { invariant, path } = violation;
    terminal.out(`violation of ${invariant} after ${path.length} events:`);
    for (const [index, step] of path.entries()) {
      terminal.out(`${String(index + 1).padStart(4)} ${sentenceOf(step)}`);
    }
  } else {
    terminal.out(complete ? 'complete: no violation' : 'no violation as far as this; not complete');
    if (!everChosen && complete) terminal.out('liveness: no value is chosen in any of them');
  }
}
