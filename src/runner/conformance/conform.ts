import { compareSessions } from './compare-zkcli.ts';
import { compare } from './compare.ts';
import { BadCase, Field } from './json.ts';
import { readOutcome } from './recorded.ts';
import { readScript, UnknownAction } from './script.ts';
import { simulateZkCli } from './simulate-zkcli.ts';
import { simulate } from './simulate.ts';
import { readSession, readTyped } from './zkcli-case.ts';

/** The kinds of recordings that the format knows. */
export type Kind = 'zkcli' | 'multiclient' | 'election' | 'recovery' | 'fourletter';

export interface CaseResult {
  readonly kind: Kind;
  readonly name: string;
  readonly ok: boolean;
  /** The first difference; null when there is none. */
  readonly difference: string | null;
}

/** Actions that only recordings of kind `recovery` hold. */
const recoveryOnly: ReadonlySet<unknown> = new Set(['client', 'op', 'exists', 'dumplogs', 'bulk']);

/** Replays a recording against the simulated ensemble. @throws BadCase when it is no recording */
export function conform(recording: unknown, kind: Kind = kindOf(recording)): CaseResult {
  const file = new Field(recording);
  const name = kind === 'fourletter' ? 'fourletter' : file.at('name').text();
  const difference = differenceIn(kind, file);
  return { kind, name, ok: difference === null, difference };
}

function differenceIn(kind: Kind, file: Field): string | null {
  switch (kind) {
    case 'election':
      return differenceOfElection(file);
    case 'zkcli':
      return differenceOfZkCli(file);
    case 'multiclient':
    case 'recovery':
    case 'fourletter':
      return 'not simulated yet';
  }
}

function differenceOfZkCli(file: Field): string | null {
  const typed = readTyped(file);
  const { session, violations } = simulateZkCli(typed);
  return compareSessions(typed.commands, readSession(file), session) ?? violations[0] ?? null;
}

/**
 * What kind of recording this is, from its shape alone.
 * @throws BadCase when it has none of the shapes
 */
export function kindOf(recording: unknown): Kind {
  const file = new Field(recording);
  if (!file.at('commands').missing) return 'zkcli';
  if (!file.at('steps').missing) return 'multiclient';
  if (!file.at('roles').missing) return 'fourletter';
  if (file.at('script').missing) {
    throw new BadCase('', 'none of commands, steps, script or roles is there');
  }
  const steps = file.at('script').list();
  return steps.some((step) => recoveryOnly.has(step.at('action').value)) ? 'recovery' : 'election';
}

function differenceOfElection(file: Field): string | null {
  try {
    const script = readScript(file);
    const { outcome, stopped, violations } = simulate(script);
    const recorded = readOutcome(file);
    const labels = labelsOf(file);
    const done = stopped === null ? recorded.answers : recorded.answers.slice(0, stopped.step);
    const whole = { ...recorded, answers: done };
    const partly = { answers: done, final: null, logs: null };
    const difference = compare(stopped === null ? whole : partly, outcome, labels);
    if (difference !== null) return difference;
    if (stopped !== null) return `${labels[stopped.step] ?? ''}: ${stopped.text}`;
    return violations[0] ?? null;
  } catch (error) {
    if (error instanceof UnknownAction) return error.message;
    throw error;
  }
}

/** `script[7] check "end"`. */
const labelsOf = (file: Field): string[] =>
  file
    .at('script')
    .list()
    .map((step) => {
      const { action, label, sid, sids } = step.object();
      const about = label === undefined ? (sids ?? sid) : `"${label as string}"`;
      const text = about === undefined ? '' : ` ${JSON.stringify(about).replaceAll('\\"', '')}`;
      return `${step.path} ${String(action)}${text}`;
    });
