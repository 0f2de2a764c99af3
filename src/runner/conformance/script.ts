/**
 * A recording in two parts which never meet before the comparison: the stimulus, which alone is
 * simulated, and what the real ensemble answered (`recorded.ts`).
 */
import type { Pid } from '../../view/time.ts';
import { LIMITS } from '../../view/limits.ts';
import { readConfig, readSid } from './ensemble-config.ts';
import type { EnsembleConfig } from './ensemble-config.ts';
import { readInitialDisks } from './initial-disks.ts';
import type { InitialDisks } from './initial-disks.ts';
import { READS, WRITES } from './answers.ts';
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
  | { readonly action: 'check' }
  | { readonly action: 'disk' };

/** An operation that a client asked for. */
export interface Operation {
  readonly op: string;
}

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
      return { action, sid: sid(), ops: ops.map((each) => readOperation(each.at('op'))) };
    }
    case 'check':
    case 'disk':
      return { action };
    default:
      throw new NotSimulated(step.path, `the action '${action}'`);
  }
}

/** @throws NotSimulated for one of which nobody here knows whether it takes a zxid */
function readOperation(field: Field): Operation {
  const op = field.text();
  if (READS.has(op) || WRITES.has(op)) return { op };
  throw new NotSimulated(field.path, `the operation '${op}'`);
}
