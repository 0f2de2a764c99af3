import type { Holding, RecipeProgram } from '../../../../view/recipe-program.ts';
import type { Scenario } from '../../../../view/scenario.ts';
import { typedValues } from '../set-up/draft.ts';
import { FIRST_CLIENT } from '../catalogue.ts';
import { readSteps, stepsText } from './step-text.ts';

/** A person's program as it is typed. */
export interface ProgramDraft {
  readonly name: string;
  readonly root: string;
  readonly values: string;
  readonly holds: 'none' | 'smallest' | 'node';
  readonly text: string;
  readonly clients: number;
  /** What it was made of, and the form does not show. */
  readonly was: RecipeProgram | null;
}

const holdsOf = ({ holds }: Pick<RecipeProgram, 'holds'>): ProgramDraft['holds'] => {
  const rule = holds?.[0]?.rule;
  return rule === 'smallest' || rule === 'node' ? rule : 'none';
};

/** A program as a person would have typed it. */
export const draftOfProgram = (
  name: string,
  program: RecipeProgram,
  clients: number,
): ProgramDraft => ({
  name,
  root: program.root ?? '',
  values: Object.entries(program.values ?? {})
    .map(([key, value]) => `${key}=${typeof value === 'object' ? value.join(' ') : value}`)
    .join(', '),
  holds: holdsOf(program),
  text: stepsText(program.steps),
  clients,
  was: program,
});

/** Nothing yet but one node that comes and goes. */
export const blankDraft = (clients: number): ProgramDraft => ({
  name: 'mine',
  root: '/mine',
  values: 'workMs=1000',
  holds: 'node',
  text: [
    'ask: create {"path": "/mine/lock", "ephemeral": true, "into": "own", "on": {"NodeExists": "look"}}',
    '+ goto held',
    'look: exists {"path": "/mine/lock", "watch": true, "no": "ask"}',
    'wait {"for": "watch", "goto": "ask"}',
    'held: believe {"what": "lock", "node": "$own"}',
    '+ work {"ms": "$workMs"}',
    'release lock',
    '+ delete {"path": "$own"}',
    'end',
  ].join('\n'),
  clients,
  was: null,
});

export type ProgramField = 'name' | 'root' | 'values';

export interface BuiltProgram {
  readonly scenario: Scenario<'recipes'>;
  readonly unread: readonly ProgramField[];
  /** Lines that are no steps. */
  readonly wrong: ReturnType<typeof readSteps>['wrong'];
  /** The line of the step that a problem's place names; null: it names none. */
  readonly lineOf: (where: string) => number | null;
}

const holdings = ({ holds, root, was }: ProgramDraft): readonly Holding[] | undefined => {
  if (holds === 'none') return undefined;
  // What the form cannot say stays, as long as nobody chooses anything else.
  if (was?.holds !== undefined && holdsOf(was) === holds && was.root === root) return was.holds;
  return [{ what: 'lock', rule: holds, path: holds === 'node' ? `${root}/lock` : root }];
};

/** The run in which so many clients run the program; the rest is as it is in the one on screen. */
export function buildProgram(draft: ProgramDraft, present: Scenario<'recipes'>): BuiltProgram {
  const { name, root, values, text, clients, was } = draft;
  const { steps, lines, wrong } = readSteps(text);
  const unread: ProgramField[] = [];
  if (!/^[a-z][a-z0-9-]{0,39}$/u.test(name)) unread.push('name');
  if (!/^(\/[^/\s]+)+$/u.test(root)) unread.push('root');
  const read = typedValues(values);
  if (read === null) unread.push('values');
  const holds = holdings(draft);
  const { holds: _holds, promises, ...kept } = was ?? { steps: [] };
  const program: RecipeProgram = {
    ...kept,
    ...(promises !== undefined && holds === was?.holds && { promises }),
    root,
    ...(read !== null && Object.keys(read).length > 0 && { values: read }),
    ...(holds !== undefined && { holds }),
    steps: steps.length === 0 ? [{ end: true }] : steps,
  };
  const safe = unread.includes('name') ? 'mine' : name;
  const first = present.setup.clients[0];
  return {
    unread,
    wrong,
    lineOf: (where) => {
      const found = /\.steps\[(\d+)\]/u.exec(where)?.[1];
      return found === undefined ? null : (lines[Number(found)] ?? null);
    },
    scenario: {
      ...present,
      setup: {
        ...present.setup,
        programs: { ...present.setup.programs, [safe]: program },
        clients: Array.from({ length: clients }, (_, i) => ({
          id: FIRST_CLIENT + i,
          program: safe,
          startMs: (first?.startMs ?? 1500) + i * 20,
        })),
      },
    },
  };
}
