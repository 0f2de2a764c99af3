import { VERBS, verbOf } from '../../../../view/recipe-program.ts';
import type { Step, Verb } from '../../../../view/recipe-program.ts';

/**
 * Steps as a person types them, one a line: `ask: create {"path": "/lock", "ephemeral": true}`. A `+` at
 * the beginning joins a line to the one before it, and what follows `//` at its end is a note.
 */

export interface ReadSteps {
  readonly steps: readonly Step[];
  /** The line that each step stands on, from 1. */
  readonly lines: readonly number[];
  /** What is no step, by its line. */
  readonly wrong: readonly { readonly line: number; readonly verb: Verb | null }[];
}

const LINE = /^(\+\s*)?(?:([a-z][\w-]*)\s*:\s*)?([a-zA-Z]+)\s*(.*)$/u;

/** What stands behind a verb: nothing, a word, or JSON; undefined when it is none of these. */
const argumentOf = (verb: Verb, text: string): unknown => {
  if (verb === 'end') return text === '' ? true : undefined;
  if (text === '') return verb === 'close' || verb === 'connect' ? {} : undefined;
  if ((verb === 'goto' || verb === 'release') && /^[\w-]+$/u.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const isVerb = (word: string): word is Verb => VERBS.some((verb) => verb === word);

/** The steps of a text; lines that are none are told by their numbers, and left out. */
export function readSteps(text: string): ReadSteps {
  const steps: Step[] = [];
  const lines: number[] = [];
  const wrong: { line: number; verb: Verb | null }[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const [, code = '', , note = ''] = /^(.*?)(\s\/\/\s*(.*))?$/u.exec(raw.trim()) ?? [];
    if (code.trim() === '') continue;
    const [, joined, label, verb = '', rest = ''] = LINE.exec(code.trim()) ?? [];
    const argument = isVerb(verb) ? argumentOf(verb, rest.trim()) : undefined;
    if (argument === undefined) {
      wrong.push({ line: i + 1, verb: isVerb(verb) ? verb : null });
      continue;
    }
    lines.push(i + 1);
    // The worker checks what stands in it, as of every scenario.
    steps.push({
      ...(label !== undefined && { label }),
      ...(joined !== undefined && { joined: true }),
      [verb]: argument,
      ...(note !== '' && { note }),
    } as Step);
  }
  return { steps, lines, wrong };
}

/** A step as it is typed; what a rule that is switched off makes of it is not. */
export function stepText(step: Step): string {
  const verb = verbOf(step);
  if (verb === undefined) return '';
  const argument: unknown = step[verb];
  const said =
    verb === 'end'
      ? ''
      : typeof argument === 'string'
        ? ` ${argument}`
        : JSON.stringify(argument) === '{}'
          ? ''
          : ` ${JSON.stringify(argument)}`;
  const label = step.label === undefined ? '' : `${step.label}: `;
  const note = step.note === undefined ? '' : ` // ${step.note}`;
  return `${step.joined === true ? '+ ' : ''}${label}${verb}${said}${note}`;
}

export const stepsText = (steps: readonly Step[]): string => steps.map(stepText).join('\n');

/** Something to begin a line with, for each verb. */
export const TEMPLATES: Readonly<Record<Verb, string>> = {
  create:
    'create {"path": "/mine/n-", "ephemeral": true, "sequential": true, "into": "own", "zxid": "token"}',
  delete: 'delete {"path": "$own", "on": {"NoNode": "done"}}',
  setData: 'setData {"path": "/mine/n", "data": "$me"}',
  getData: 'getData {"path": "/mine/n", "watch": true, "into": "data"}',
  exists: 'exists {"path": "/mine/$before", "watch": true, "no": "look"}',
  getChildren: 'getChildren {"path": "/mine", "into": "queue"}',
  sync: 'sync {"path": "/mine"}',
  multi:
    'multi {"ops": [{"check": {"path": "$own"}}, {"setData": {"path": "/mine/n", "data": "$me"}}]}',
  close: 'close',
  connect: 'connect',
  wait: 'wait {"for": "watch", "goto": "look"}',
  work: 'work {"ms": 2000}',
  compute: 'compute {"add": ["$number", 1], "into": "number"}',
  pick: 'pick {"from": "$queue", "what": "smallest", "into": "first"}',
  if: 'if {"is": ["$own", "=", "/mine/$first"], "goto": "held"}',
  goto: 'goto look',
  repeat: 'repeat {"times": 3, "goto": "ask"}',
  on: 'on {"ConnectionLoss": "doubt", "Expired": "over"}',
  believe: 'believe {"what": "lock", "node": "$own"}',
  release: 'release lock',
  claim: 'claim {"kind": "unique", "of": "$own"}',
  call: 'call {"to": "S", "op": "write", "args": {"value": "$me", "token": "$token"}}',
  end: 'end',
};
