/**
 * A recording in two parts which never meet before the comparison: the stimulus, which alone is
 * simulated, and what the real ensemble answered (`recorded.ts`).
 */
import type { Pid } from '../../view/time.ts';
import { LIMITS } from '../../view/limits.ts';
import type { RecordedArgs } from '../../zookeeper/records/recorded.ts';
import { readConfig, readSid } from './ensemble-config.ts';
import type { EnsembleConfig } from './ensemble-config.ts';
import { readInitialDisks } from './initial-disks.ts';
import type { InitialDisks } from './initial-disks.ts';
import { OPERATIONS } from './answers.ts';
import { BadCase } from './json.ts';
import type { Field } from './json.ts';
import { NotSimulated } from './not-simulated.ts';

/** One thing that was done to the real ensemble, without anything that came of it. */
export type Stimulus =
  | { readonly action: 'start' | 'kill' | 'term' | 'pause' | 'cont' | 'wipe'; readonly sid: Pid }
  | { readonly action: 'sleep'; readonly ms: number }
  | { readonly action: 'waitport' | 'waitdown'; readonly sid: Pid }
  | { readonly action: 'wait'; readonly sids: readonly Pid[] }
  | { readonly action: 'write'; readonly sid: Pid; readonly ops: readonly Operation[] }
  /** A client that stays, of one server. */
  | { readonly action: 'client'; readonly client: string; readonly sid: Pid }
  | { readonly action: 'op'; readonly client: string; readonly operation: Operation }
  /** A client visits each server and looks for each path. */
  | { readonly action: 'exists'; readonly sids: readonly Pid[]; readonly paths: readonly string[] }
  | { readonly action: 'check' | 'disk' | 'dumplogs' };

/** An operation that a client asked for. */
export interface Operation {
  readonly op: string;
  readonly args: OperationArgs;
}

/** Of `harvest` and `sleep`: how long; of what is only submitted: by which name it is asked for later. */
export type OperationArgs = RecordedArgs & {
  readonly ms?: number;
  readonly async?: boolean;
  readonly id?: string;
};

/** All that a simulation may know of a case. */
export interface Script {
  readonly config: EnsembleConfig;
  /** What the servers begin with. */
  readonly disks: InitialDisks;
  readonly steps: readonly Stimulus[];
}

/** @throws BadCase, NotSimulated */
export function readScript(file: Field): Script {
  const config = readConfig(file);
  const disks = readInitialDisks(file, config.servers);
  const steps = file
    .at('script')
    .list()
    .map((step) => readStimulus(step, config));
  checkSleep(steps);
  return { config, disks, steps };
}

/** @throws BadCase when the script sleeps for longer than anybody has recorded */
function checkSleep(steps: readonly Stimulus[]): void {
  let slept = 0;
  for (const [index, step] of steps.entries()) {
    if (step.action !== 'sleep') continue;
    slept += step.ms;
    if (slept <= LIMITS.recordingMs) continue;
    const most = `at most ${LIMITS.recordingMs} ms of sleep in all; shorten it`;
    throw new BadCase(`script[${index}].ms`, most);
  }
}

function readStimulus(step: Field, { servers }: EnsembleConfig): Stimulus {
  const action = step.at('action').text();
  const sid = (): Pid => readSid(step.at('sid'), servers);
  switch (action) {
    case 'start':
    case 'kill':
    case 'term':
    case 'pause':
    case 'cont':
    case 'wipe':
    case 'waitport':
    case 'waitdown':
      return { action, sid: sid() };
    case 'sleep':
      return { action, ms: step.at('ms').number() };
    case 'wait': {
      const sids = step.at('sids').list();
      return { action, sids: sids.map((each) => readSid(each, servers)) };
    }
    case 'write': {
      // The list is called `results`, but what was asked stands in it too; only that is taken.
      const ops = step.at('results').list();
      return { action, sid: sid(), ops: ops.map((each) => readOperation(each, OPERATIONS)) };
    }
    case 'client':
      return { action, client: step.at('client').text(), sid: sid() };
    case 'op':
      return {
        action,
        client: step.at('client').text(),
        operation: readOperation(step, CLIENT_OPERATIONS),
      };
    case 'exists': {
      const sids = step.at('sids').list();
      return {
        action,
        sids: sids.map((each) => readSid(each, servers)),
        paths: step
          .at('paths')
          .list()
          .map((path) => path.text()),
      };
    }
    case 'check':
    case 'disk':
    case 'dumplogs':
      return { action };
    default:
      throw new NotSimulated(step.path, `the action '${action}'`);
  }
}

/** What a client that stays may do besides. */
const CLIENT_OPERATIONS: ReadonlySet<string> = new Set([
  ...OPERATIONS,
  'harvest',
  'sleep',
  'state',
  'close',
]);

/** @throws NotSimulated for an operation that is not among these */
function readOperation(entry: Field, known: ReadonlySet<string>): Operation {
  const field = entry.at('op');
  const op = field.text();
  if (!known.has(op)) throw new NotSimulated(field.path, `the operation '${op}'`);
  const args = entry.at('args');
  return { op, args: args.missing ? {} : (args.object() as OperationArgs) };
}
