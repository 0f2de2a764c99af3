/** A person's program is in the link of its run, with all its words, and says them to whoever opens it. */
import { describe, expect, it } from 'vitest';
import { readSteps, stepsText } from '../src/page/labs/recipes/editor/step-text.ts';
import { packRun, unpackRun } from '../src/page/share/link.ts';
import { Session } from '../src/runner/session.ts';
import type { Frame } from '../src/view/frame.ts';
import type { ProgramAnswer, RecipesDetail, RecipesQuestion } from '../src/view/recipes.ts';
import type { RecipeProgram } from '../src/view/recipe-program.ts';

/** Notes in two languages, quotes and signs; what a rule spoils; values of each type; a promise. */
const mine: RecipeProgram = {
  root: '/租约',
  tree: [{ path: '/租约', data: '“第一” & <second>' }],
  values: { workMs: 300, who: 'Ada “β” 😀', names: ['甲', '乙'], times: 2 },
  holds: [{ what: 'lock', rule: 'smallest', path: '/租约', prefix: '号-' }],
  promises: { fifo: true, wakes: 1 },
  steps: [
    { on: { ConnectionLoss: 'ask', Expired: 'out' }, note: 'in doubt it asks again: a\\b "c"' },
    {
      label: 'ask',
      create: { path: '/租约/号-', data: '$who', ephemeral: true, sequential: true, into: 'own' },
      note: '先排队，再看自己是不是第一个',
    },
    { label: 'look', getChildren: { path: '/租约', into: 'queue' } },
    {
      joined: true,
      pick: { from: '$queue', what: 'before', into: 'before', none: 'held' },
      note: '',
      broken: { 'no-second-look': { goto: 'held' } },
    },
    { exists: { path: '/租约/$before', watch: true, no: 'look' } },
    { wait: { for: 'watch', goto: 'look' }, note: 'it is told of this one alone' },
    { label: 'held', believe: { what: 'lock', node: '$own' } },
    { joined: true, work: { ms: '$workMs' } },
    { release: 'lock' },
    { joined: true, delete: { path: '$own' } },
    { repeat: { times: '$times', goto: 'ask' } },
    { label: 'out', end: true },
  ],
};

const scenario = {
  format: 'zooscope-scenario',
  version: 3,
  model: 'recipes',
  title: '我的程序',
  seed: 4,
  setup: {
    servers: [{ sid: 1 }],
    programs: { 'my lease 我的': mine },
    clients: [
      { id: 101, name: '甲', program: 'my lease 我的', values: { who: '甲' } },
      { id: 102, name: 'Zoë', program: 'my lease 我的', thinkMs: 5 },
    ],
  },
} as const;

class Opened {
  readonly session = new Session();
  frame!: Frame<RecipesDetail>;

  async send(command: Parameters<Session['handle']>[0]) {
    const { answer, frame } = await this.session.handle(command);
    if (answer.problem !== null) throw new Error(answer.problem.text);
    if (frame !== null) this.frame = frame.frame as Frame<RecipesDetail>;
    return answer;
  }

  /** The program as the run has it. */
  async program(name: string): Promise<RecipeProgram | null> {
    const question: RecipesQuestion = { ask: 'program', name };
    const { asked } = await this.send({ type: 'ask', question });
    return (asked as ProgramAnswer).program;
  }
}

const name = 'my lease 我的';

/** The run of a person, and the same run as who opens its link has it. */
async function both(): Promise<readonly [Opened, Opened]> {
  const one = new Opened();
  await one.send({ type: 'open', scenario });
  await one.send({ type: 'advance', until: 1_500_000 });
  await one.send({
    type: 'intervene',
    at: one.frame.time,
    what: { kind: 'pause', pid: 101 },
  });
  const saved = await one.send({ type: 'save' });
  const { position } = one.frame;
  const packed = await packRun({
    v: 1,
    scenario: saved.scenario,
    digest: saved.digest ?? '',
    position,
  });
  expect(packed).toMatch(/^[\w-]+$/u);
  const run = await unpackRun(packed);
  if ('code' in run) throw new Error(run.text);
  const other = new Opened();
  await other.send({ type: 'open', scenario: run.scenario });
  await other.send({ type: 'seek', position: run.position });
  const again = await other.send({ type: 'save' });
  expect(again.digest).toBe(run.digest);
  return [one, other];
}

describe('the link of a run with a program of one’s own', () => {
  it('has the program, word for word, with what the form does not show', async () => {
    const [, other] = await both();
    expect(await other.program(name)).toEqual(mine);
  });

  it('says each line, its note and its names as before', async () => {
    const [one, other] = await both();
    const [listing] = other.frame.detail.programs;
    expect(listing).toMatchObject({ name, words: false });
    const notes = listing?.lines.flatMap(({ note }) => (note === '' ? [] : [note]));
    expect(notes).toEqual([
      'in doubt it asks again: a\\b "c"',
      '先排队，再看自己是不是第一个',
      'it is told of this one alone',
    ]);
    expect(other.frame.detail.programs).toEqual(one.frame.detail.programs);
    expect(other.frame.detail.clients).toEqual(one.frame.detail.clients);
    expect(other.frame.detail.clients.map((client) => client.name)).toEqual(['甲', 'Zoë']);
  });

  it('can be typed on by whoever opens it', async () => {
    const [, other] = await both();
    const { steps = [] } = (await other.program(name)) ?? {};
    const typed = readSteps(stepsText(steps));
    expect(typed.wrong).toEqual([]);
    // An empty note is none; what a switched-off rule puts there is no line of the text.
    const plain = steps.map((step) => {
      const { broken: _broken, note, ...rest } = step;
      return { ...rest, ...(note !== undefined && note !== '' && { note }) };
    });
    expect(typed.steps).toEqual(plain);
  });
});
