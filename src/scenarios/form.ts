import type * as v from 'valibot';
import type { ProblemView } from '../view/command.ts';
import type { Condition } from '../view/condition.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { Pid } from '../view/time.ts';

type Model = ScenarioFile['model'];

/**
 * What checking a file must know of its protocol. It stands apart from the protocol itself, so that
 * whoever checks need not fetch every protocol; a test keeps the names of both equal.
 */
export interface ProtocolForm<M extends Model = Model> {
  readonly model: M;
  readonly setup: v.StrictObjectSchema<v.ObjectEntries, undefined>;
  /** The parts of a set-up that another run of the file may change: the same fields, all optional. */
  readonly someSetup: v.StrictObjectSchema<v.ObjectEntries, undefined>;
  /** Conditions that only this protocol understands: one schema for each key. */
  readonly conditions: Readonly<Record<string, v.GenericSchema<Condition>>>;
  /** What must hold. */
  readonly invariants: readonly string[];
  /** Rules that can be switched off. */
  readonly rules: readonly string[];
  /** The same of a set-up that has others than these; null: it has these. */
  other?(
    setup: Extract<ScenarioFile, { readonly model: M }>['setup'],
  ): { readonly invariants: readonly string[]; readonly rules: readonly string[] } | null;
  /** Everything that a set-up of the right form can still have wrong. */
  check(setup: Extract<ScenarioFile, { readonly model: M }>['setup']): readonly ProblemView[];
  /** Everybody who can be named in a file. */
  pids(setup: Extract<ScenarioFile, { readonly model: M }>['setup']): readonly Pid[];
}
