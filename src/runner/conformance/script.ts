/**
 * A recording in two parts which never meet before the comparison: the stimulus, which alone is
 * simulated, and what the real ensemble answered (`recorded.ts`).
 */
import type { Pid } from '../../view/time.ts';
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
  return { config, steps };
}

function readConfig(config: Field): EnsembleConfig {
  const servers = config.at('servers').number();
  if (servers === 0) throw new BadCase(config.at('servers').path, 'at least one server');
  const observers = config.at('observers');
  return {
    servers,
    observers: observers.missing ? [] : observers.list().map((sid) => readSid(sid, servers)),
    tickTimeMs: config.at('tickTime').number(),
    initLimit: config.at('initLimit').number(),
    syncLimit: config.at('syncLimit').number(),
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
