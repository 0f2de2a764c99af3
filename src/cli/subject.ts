import { fuzzedParts, fuzzerOf, randomRun } from '../runner/fuzz/fuzzers.ts';
import type { RunOf, Sizes } from '../runner/fuzz/fuzzers.ts';
import type { Protocol } from '../scenarios/protocol.ts';
import { protocols } from '../scenarios/protocols.ts';
import { modelOf } from './arguments.ts';

/** What is run at random, and whose rules are switched off: a protocol, or a part of what one does. */
export interface Subject {
  readonly name: string;
  readonly protocol: Protocol;
  readonly run: RunOf;
  /** How many servers may be asked for. */
  readonly sizes: Sizes;
  readonly mutants: Protocol['mutants'];
}

/** The model or part that the first argument names. @throws Usage */
export function subjectOf(positionals: readonly string[], command: string): Subject {
  const [name = '', ...extra] = positionals;
  const part = Object.hasOwn(fuzzedParts, name) ? fuzzedParts[name] : undefined;
  if (part !== undefined && extra.length === 0)
    return { name, ...part, protocol: protocols[part.model] };
  const protocol = modelOf(positionals, command, Object.keys(fuzzedParts));
  return {
    name: protocol.name,
    protocol,
    run: randomRun,
    sizes: fuzzerOf(protocol).sizes,
    mutants: protocol.mutants,
  };
}
