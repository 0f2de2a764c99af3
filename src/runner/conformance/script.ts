/**
 * A recording in two parts which never meet before the comparison: the stimulus, which alone is
 * simulated, and what the real ensemble answered (`recorded.ts`).
 */
import type { Pid } from '../../view/time.ts';
import { LIMITS } from '../../view/limits.ts';
import { BadCase } from './json.ts';
import type { Field } from './json.ts';

/** How the real ensemble was configured. */
export interface EnsembleConfig {
  /** Their sids are 1 … servers, the observers included. */
  readonly servers: number;
  readonly observers: readonly Pid[];
  readonly tickTimeMs: number;
  readonly initLimit: number;
  readonly syncLimit: number;
}

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
  readonly steps: readonly Stimulus[];
}

/** A script that holds an action which cannot be simulated (yet). */
export class UnknownAction extends Error {
  readonly step: number;
  readonly action: string;

  constructor(step: number, action: string) {
    super(`script[${step}]: the action '${action}' is not simulated`);
    this.step = step;
    this.action = action;
  }
}

/** @throws BadCase, UnknownAction */
export function readScript(file: Field): Script {
  const config = readConfig(file.at('config'));
  const steps = file
    .at('script')
    .list()
    .map((step, index) => readStimulus(step, index, config));
  checkSleep(steps);
  return { config, steps };
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

/** A whole number of a size that a real ensemble could have. @throws BadCase */
function between(field: Field, least: number, most: number): number {
  const value = field.number();
  if (value < least || value > most)
    throw new BadCase(field.path, `a number from ${least} to ${most}`);
  return value;
}

function readConfig(config: Field): EnsembleConfig {
  const servers = between(config.at('servers'), 1, LIMITS.servers);
  const observers = config.at('observers');
  return {
    servers,
    observers: observers.missing ? [] : observers.list().map((sid) => readSid(sid, servers)),
    tickTimeMs: between(config.at('tickTime'), 10, LIMITS.recordingMs),
    initLimit: between(config.at('initLimit'), 1, LIMITS.recordingMs),
    syncLimit: between(config.at('syncLimit'), 1, LIMITS.recordingMs),
  };
}

function readSid(field: Field, servers: number): Pid {
  const sid = field.number();
  if (sid < 1 || sid > servers) throw new BadCase(field.path, `a server from 1 to ${servers}`);
  return sid;
}

function readStimulus(step: Field, index: number, { servers }: EnsembleConfig): Stimulus {
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
      return { action, sid: sid(), ops: ops.map((each) => ({ op: each.at('op').text() })) };
    }
    case 'check':
    case 'disk':
      return { action };
    default:
      throw new UnknownAction(index, action);
  }
}
