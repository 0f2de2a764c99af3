/** Recordings of several clients: what is asked, replayed with the answers left out, and compared. */
import { LIMITS } from '../../view/limits.ts';
import type { Pid } from '../../view/time.ts';
import { zxidHex } from '../../view/zxid.ts';
import type { ClientAnswer, Recorded } from './answers.ts';
import { OPERATIONS } from './answers.ts';
import { Clients } from './clients.ts';
import { differs, differsWhole } from './compare.ts';
import { Ensemble } from './ensemble.ts';
import type { ClientPlan } from './ensemble.ts';
import { readSid } from './ensemble-config.ts';
import { BadCase } from './json.ts';
import type { Field } from './json.ts';
import { NotSimulated } from './not-simulated.ts';
import type { Operation, OperationArgs } from './script.ts';

interface Step {
  readonly client: string;
  readonly operation: Operation;
  /** Of `connect`. */
  readonly sid: Pid;
  readonly timeoutMs: number;
}

/** All that a simulation may know of a case. */
export interface MulticlientScript {
  readonly servers: number;
  readonly tickTimeMs: number;
  readonly steps: readonly Step[];
}

const KNOWN: ReadonlySet<string> = new Set([
  ...OPERATIONS,
  'connect',
  'close',
  'drop',
  'freeze',
  'unfreeze',
  'cut',
  'sleep',
  'state',
]);

/** @throws BadCase, NotSimulated */
export function readMulticlient(file: Field): MulticlientScript {
  const servers = file.at('servers').number();
  if (servers < 1 || servers > LIMITS.servers)
    throw new BadCase('servers', `a number from 1 to ${LIMITS.servers}`);
  const steps = file.at('steps').list();
  const read = steps.map((step) => readStep(step, servers));
  const slept = read.reduce((sum, { operation }) => sum + (operation.args.ms ?? 0), 0);
  if (slept > LIMITS.recordingMs)
    throw new BadCase('steps', `at most ${LIMITS.recordingMs} ms of sleep in all; shorten it`);
  return { servers, tickTimeMs: file.at('tickTime').number(), steps: read };
}

function readStep(step: Field, servers: number): Step {
  const field = step.at('op');
  const op = field.text();
  if (!KNOWN.has(op)) throw new NotSimulated(field.path, `the operation '${op}'`);
  const given = step.at('args');
  const args = given.missing ? {} : (given.object() as OperationArgs);
  const settle = step.at('settleMs');
  const waits = settle.missing ? {} : { ms: settle.number() };
  const connects = op === 'connect';
  return {
    client: step.at('client').text(),
    operation: { op, args: { ...waits, ...args } },
    sid: connects ? readSid(given.at('server'), servers) : 0,
    timeoutMs: connects ? given.at('timeout').number() : 0,
  };
}

interface MulticlientOutcome {
  readonly answers: readonly ClientAnswer[];
  /** Why it went no further; null: it did. */
  readonly stopped: string | null;
  readonly leader: Pid | null;
  /** As `srvr` says them at the end, by sid. */
  readonly zxids: Recorded;
  readonly violations: readonly string[];
}

const FIRST_CLIENT: Pid = 101;

/** Servers 1 and 2 first, then the rest, as the tool started them. */
export function simulateMulticlient(script: MulticlientScript, seed = 1): MulticlientOutcome {
  const { servers, tickTimeMs, steps } = script;
  const connects = steps.filter(({ operation }) => operation.op === 'connect');
  const plans = connects.map(({ sid, timeoutMs }, index): ClientPlan => {
    return { pid: FIRST_CLIENT + index, sid, timeoutMs };
  });
  const config = {
    servers,
    observers: [],
    tickTimeMs,
    initLimit: 10,
    syncLimit: 5,
    groups: null,
    leaderServes: true,
    sessions: {},
    lists: new Map(),
    cfg: {},
  };
  const ensemble = new Ensemble(config, new Map(), plans, seed, {});
  const begun = begin(ensemble);
  const clients = new Clients(ensemble);
  const answers: ClientAnswer[] = [];
  let stopped = begun;
  for (const step of steps) {
    if (stopped !== null) break;
    const answer =
      step.operation.op === 'connect'
        ? clients.open(step.client, plans[connects.indexOf(step)]?.pid ?? 0)
        : clients.perform(step.client, step.operation);
    if (typeof answer === 'string') stopped = answer;
    else answers.push(answer);
  }
  return {
    answers,
    stopped,
    leader: ensemble.leader(),
    zxids: Object.fromEntries(ensemble.sids.map((sid) => [sid, zxidHex(ensemble.zxid(sid))])),
    violations: ensemble.violations,
  };
}

/** @returns why they do not serve; null: they do */
function begin(ensemble: Ensemble): string | null {
  const first = ensemble.sids.slice(0, 2);
  const rest = ensemble.sids.slice(2);
  for (const some of [first, rest]) {
    for (const sid of some) ensemble.start(sid);
    const ready = (): boolean => some.every((sid) => ensemble.serves(sid));
    if (!ensemble.waitUntil(ready)) return 'the servers do not all serve';
  }
  return null;
}

/** The first difference; null when there is none. */
export function differenceOfMulticlient(file: Field, seed = 1): string | null {
  try {
    return compareMulticlient(file, seed);
  } catch (error) {
    if (error instanceof NotSimulated) return error.message;
    throw error;
  }
}

function compareMulticlient(file: Field, seed: number): string | null {
  const outcome = simulateMulticlient(readMulticlient(file), seed);
  for (const [index, step] of file.at('steps').list().entries()) {
    const { client, op } = step.object();
    const label = `${step.path} ${String(client)} ${String(op)}`;
    const answer = outcome.answers[index];
    if (answer === undefined) return `${label}: ${outcome.stopped ?? 'nothing came'}`;
    const result = differsWhole('result', step.at('result').value ?? {}, answer.result);
    if (result !== null) return `${label}: ${result}`;
    const events = differsWhole('events', step.at('events').value ?? {}, answer.events ?? {});
    if (events !== null) return `${label}: ${events}`;
  }
  const end = file.at('end');
  if (end.missing) return outcome.violations[0] ?? null;
  const leader = end.at('leader').missing
    ? null
    : differs('leader', end.at('leader').number(), outcome.leader);
  return (
    leader ??
    differsWhole('zxid', end.at('zxid').value, outcome.zxids) ??
    outcome.violations[0] ??
    null
  );
}
