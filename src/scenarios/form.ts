import type * as v from 'valibot';
import type { ProblemView } from '../view/command.ts';
import type { Condition } from '../view/condition.ts';
import type { ViewName } from '../view/exhibit.ts';
import type { Model, Protocols } from '../view/protocols.ts';
import type { Pid } from '../view/time.ts';

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
  /** Its lab's views that a step may bring to the front. */
  readonly views: readonly ViewName[];
  /** Fields of a process that a question may veil, beside its state. */
  readonly veiled: readonly Protocols[M]['veiled'][];
  /** What must hold. */
  readonly invariants: readonly string[];
  /** Rules that can be switched off. */
  readonly rules: readonly string[];
  /** The same of a set-up that has others than these; null: it has these. */
  other?(
    setup: Protocols[M]['setup'],
  ): { readonly invariants: readonly string[]; readonly rules: readonly string[] } | null;
  /** Everything that a set-up of the right form can still have wrong. */
  check(setup: Protocols[M]['setup']): readonly ProblemView[];
  /** Everybody who can be named in a file. */
  pids(setup: Protocols[M]['setup']): readonly Pid[];
}
