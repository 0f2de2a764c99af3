import { boundsOf, smallEnsemble, withoutIdle } from '../runner/explore/zab/configuration.ts';
import type { Bounds } from '../runner/explore/zab/configuration.ts';
import { beginning, walk, ZabSearch } from '../runner/explore/zab/search.ts';
import type { ZabReport, ZabViolation } from '../runner/explore/zab/search.ts';
import { fileOfRun } from '../scenarios/from-run.ts';
import { protocols } from '../scenarios/protocols.ts';
import { LIMITS } from '../view/limits.ts';
import type { Scenario } from '../view/scenario.ts';
import { isQuorumMutant, quorumMutants } from '../zookeeper/quorum/mutants.ts';
import type { QuorumMutant } from '../zookeeper/quorum/mutants.ts';
import { noMore, parsed, wholeNumber } from './arguments.ts';
import { Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  break: { type: 'string' },
  servers: { type: 'string' },
  writes: { type: 'string' },
  crashes: { type: 'string' },
  leaves: { type: 'string' },
  delays: { type: 'string' },
  behind: { type: 'boolean', default: false },
  depth: { type: 'string' },
  states: { type: 'string' },
  walks: { type: 'string' },
  seed: { type: 'string', default: '1' },
  save: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const USUAL_STATES = 200_000;
/** Moves of a walk, unless told otherwise. */
const USUAL_WALK = 60;
/** Situations between two words of progress. */
const SLICE = 5000;

interface Wishes {
  readonly broken: QuorumMutant | undefined;
  readonly bounds: Bounds;
  readonly depth: number | undefined;
  readonly states: number;
  readonly walks: number;
  readonly seed: number;
}

interface Found extends ZabReport {
  /** Random walks that were taken instead. */
  readonly walks?: number;
}

/** `sim explore zab`: every situation of a small ensemble, breadth-first; or random walks through it. */
export function exploreZab(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim explore', { args, options, allowPositionals: true });
  noMore(positionals);
  const wishes = wishesOf(values);
  if (values.save !== undefined) terminal.writable(values.save);
  const file = smallEnsemble(wishes.bounds, wishes.broken);
  const begin = terminal.cpu();
  const report = wishes.walks > 0 ? walkAll(file, wishes) : searchAll(file, wishes, terminal);
  const statesPerSecond = Math.round(report.states / Math.max(terminal.cpu() - begin, 1e-6));
  const { violation, ...rest } = report;
  const { bounds } = wishes;
  const configuration = {
    ...bounds,
    delays: Number.isFinite(bounds.delays) ? bounds.delays : null,
  };
  if (values.json) {
    const said = violation && {
      invariant: violation.invariant,
      text: violation.text,
      path: violation.path,
    };
    const document = { configuration, ...rest, statesPerSecond };
    terminal.out(JSON.stringify(said === null ? document : { ...document, violation: said }));
  } else print(report, bounds, statesPerSecond, terminal);
  if (values.save !== undefined && violation !== null) save(terminal, values.save, file, violation);
  return (violation === null) === (wishes.broken === undefined) ? 0 : 1;
}

type Typed = { readonly [K in keyof typeof options]?: string | boolean | undefined };

/** @throws Usage */
function wishesOf(typed: Typed): Wishes {
  const { break: broken } = typed;
  if (broken !== undefined && !isQuorumMutant(String(broken))) {
    const names = Object.keys(quorumMutants).join(', ');
    throw new Usage(`--break ${broken}: no such rule; give one of: ${names}`);
  }
  const number = (option: keyof Typed, least: number, most: number): number | undefined => {
    const text = typed[option];
    return text === undefined ? undefined : wholeNumber(option, String(text), least, most);
  };
  const usual = boundsOf(broken as QuorumMutant | undefined);
  const bounds: Bounds = {
    servers: number('servers', 1, LIMITS.exploredServers) ?? usual.servers,
    writes: number('writes', 0, LIMITS.exploredDeeds) ?? usual.writes,
    crashes: number('crashes', 0, LIMITS.exploredDeeds) ?? usual.crashes,
    leaves: number('leaves', 0, LIMITS.exploredDeeds) ?? usual.leaves,
    delays: number('delays', 0, LIMITS.runs) ?? usual.delays,
    behind: typed.behind === true || usual.behind,
  };
  if (bounds.behind && bounds.servers < 3)
    throw new Usage(`--servers ${bounds.servers}: of fewer than 3 none can be behind`);
  const walks = number('walks', 1, LIMITS.runs) ?? 0;
  return {
    broken: broken as QuorumMutant | undefined,
    bounds,
    depth: number('depth', 0, LIMITS.runs),
    states: number('states', 1, LIMITS.exploredStates) ?? USUAL_STATES,
    walks,
    seed: number('seed', 0, LIMITS.seed - walks) ?? 1,
  };
}

const modelOf = (file: Scenario<'zookeeper'>) => protocols.zookeeper.model(file);

function searchAll(
  file: Scenario<'zookeeper'>,
  { bounds, depth = Infinity, states }: Wishes,
  terminal: Terminal,
): Found {
  const search = new ZabSearch(modelOf(file), bounds, { depth, states });
  while (!search.run(SLICE)) {
    const { distinct, depth: deep } = search.report;
    terminal.err(`${distinct} situations so far, ${deep} moves deep`);
  }
  return search.report;
}

function walkAll(file: Scenario<'zookeeper'>, { bounds, depth, walks, seed }: Wishes): Found {
  const start = beginning(modelOf(file), bounds);
  let [states, deep, taken] = [0, 0, 0];
  let violation: ZabViolation | null = null;
  while (taken < walks && violation === null) {
    const way = walk(start, bounds, seed + taken, depth ?? USUAL_WALK);
    taken++;
    states += way.moves;
    deep = Math.max(deep, way.moves);
    ({ violation } = way);
  }
  const report = { states, distinct: states, depth: deep, complete: false, flawed: 0 };
  return { ...report, violation, walks: taken };
}

/** The exact configuration, as it is typed. */
function textOf({ servers, writes, crashes, leaves, delays, behind }: Bounds): string {
  const parts = [`--servers ${servers} --writes ${writes} --crashes ${crashes} --leaves ${leaves}`];
  if (Number.isFinite(delays)) parts.push(`--delays ${delays}`);
  if (behind) parts.push('--behind');
  return parts.join(' ');
}

function print(found: Found, bounds: Bounds, perSecond: number, terminal: Terminal): void {
  const { states, distinct, depth, complete, flawed, violation, walks } = found;
  terminal.out(`configuration: ${textOf(bounds)}`);
  terminal.out(
    walks === undefined
      ? `${distinct} distinct situations, ${states} generated, depth ${depth}, ${perSecond} per second`
      : `${walks} random walks, ${states} moves, ${depth} at most, ${perSecond} per second`,
  );
  if (flawed > 0)
    terminal.out(
      `in ${flawed} of them ZooKeeper itself may lose a transaction: nothing behind these is looked at`,
    );
  if (violation !== null) {
    const { invariant, text, path } = violation;
    terminal.out(`violation of ${invariant} after ${path.length} moves: ${text}`);
    path.forEach((move, index) => terminal.out(`${String(index + 1).padStart(4)} ${move}`));
  } else
    terminal.out(complete ? 'complete: no violation' : 'no violation as far as this; not complete');
}

/** The way there as a scenario, to be played by `sim run` or looked at in the page. */
function save(
  terminal: Terminal,
  path: string,
  file: Scenario<'zookeeper'>,
  { interventions }: ZabViolation,
): void {
  terminal.write(
    path,
    `${JSON.stringify(fileOfRun(withoutIdle(file, interventions), interventions), null, 2)}\n`,
  );
  terminal.err(`Saved the way to the violation as ${path}`);
}
