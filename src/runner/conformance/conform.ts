import { compareAnswers } from './compare-four-letter.ts';
import { compareSessions } from './compare-zkcli.ts';
import { compare } from './compare.ts';
import { differentLists } from './different-lists.ts';
import { readRoles, VERBS } from './four-letter-case.ts';
import { BadCase, Field } from './json.ts';
import { differenceOfMulticlient } from './multiclient.ts';
import { readOutcome } from './recorded.ts';
import { NotSimulated } from './not-simulated.ts';
import { readScript } from './script.ts';
import { simulateMembers, simulateRole, simulateScript } from './simulate-four-letter.ts';
import type { MemberRole } from './simulate-four-letter.ts';
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

/** What {@link conform} replays. */
type CaseKind = Exclude<Kind, 'fourletter'>;

/** Replays a recording against simulated servers. @throws BadCase when it is no recording of a kind */
export function conform(recording: unknown, kind: Kind = kindOf(recording)): CaseResult {
  if (kind === 'fourletter') throw new BadCase('', 'four-letter words are a folder, not a case');
  const file = new Field(recording);
  const name = file.at('name').text();
  const difference = differenceIn(kind, file);
  return { kind, name, ok: difference === null, difference };
}

function differenceIn(kind: CaseKind, file: Field): string | null {
  switch (kind) {
    case 'election':
    case 'recovery':
      return anyOf((seed) => differenceOfElection(file, seed));
    case 'zkcli':
      return differenceOfZkCli(file);
    case 'multiclient':
      return anyOf((seed) => differenceOfMulticlient(file, seed));
  }
}

/**
 * A recording is one of the runs that are possible: where chance decides (when a client tries again, who
 * is heard first), some of a few simulated ones must come out like it.
 * @returns null when one does, otherwise the difference from the first
 */
function anyOf(differenceOf: (seed: number) => string | null): string | null {
  let first: string | null = null;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const difference = differenceOf(seed);
    if (difference === null) return null;
    first ??= difference;
  }
  return first;
}

const SEEDS = 5;

function differenceOfZkCli(file: Field): string | null {
  const typed = readTyped(file);
  const { session, violations } = simulateZkCli(typed);
  return compareSessions(typed.commands, readSession(file), session) ?? violations[0] ?? null;
}

/** Files of a folder by their names. */
type Folder = ReadonlyMap<string, string>;

/**
 * Puts simulated servers into the roles of a folder of four-letter words and asks them what the real
 * ones were asked: a result for each role, and one for `zkServer.sh`.
 * @throws BadCase
 */
export function conformFolder(state: unknown, files: Folder, name: string): CaseResult[] {
  const result = (part: string, difference: string | null): CaseResult => ({
    kind: 'fourletter',
    name: `${name}/${part}`,
    ok: difference === null,
    difference,
  });
  const of = (names: readonly string[]): Folder =>
    new Map([...files].filter(([file]) => names.includes(file)));
  const roles = readRoles(new Field(state), (file) => files.has(file));
  const members = roles.filter((role): role is MemberRole => role.member !== null);
  const results = roles.map((role) => {
    if (role.refused !== null) return result(role.name, role.refused);
    const asked = [...role.words, 'zkServer-status'].map((word) => `${role.name}.${word}.txt`);
    const answers = of(asked);
    if (answers.size === 0)
      return result(role.name, `no answer lies beside it; name them ${role.name}.WORD.txt`);
    const { member } = role;
    const simulated =
      member === null
        ? simulateRole(role)
        : simulateMembers(
            members.filter((each) => each.member.place === member.place || each === role),
          );
    return result(role.name, compareAnswers(answers, simulated));
  });
  const verbs = of(VERBS.map(({ file }) => file));
  if (verbs.size === 0) return results;
  return [...results, result('zkServer', compareAnswers(verbs, simulateScript()))];
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

function differenceOfElection(file: Field, seed: number): string | null {
  try {
    const script = readScript(file);
    const { outcome, stopped, violations } = simulate(script, seed);
    const recorded = readOutcome(file);
    const labels = labelsOf(file);
    const done = stopped === null ? recorded.answers : recorded.answers.slice(0, stopped.step);
    const whole = { ...recorded, answers: done };
    const partly = { answers: done, final: null, logs: null };
    const difference = compare(stopped === null ? whole : partly, outcome, labels, script.disks);
    if (difference !== null) return differentLists(file) ?? difference;
    if (stopped !== null)
      return differentLists(file) ?? `${labels[stopped.step] ?? ''}: ${stopped.text}`;
    return violations[0] ?? null;
  } catch (error) {
    if (error instanceof NotSimulated) return error.message;
    throw error;
  }
}

/** `script[7] check "end"`. */
const labelsOf = (file: Field): string[] =>
  file
    .at('script')
    .list()
    .map((step) => {
      const { action, label, op, client, sid, sids } = step.object();
      const about = label === undefined ? (op ?? sids ?? client ?? sid) : `"${label as string}"`;
      const text = about === undefined ? '' : ` ${JSON.stringify(about).replaceAll('\\"', '')}`;
      return `${step.path} ${String(action)}${text}`;
    });
