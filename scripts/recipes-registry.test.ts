/** What is done to a whole registry and to its providers in the lab: once each, in the link, and taken back as one. */
import { describe, expect, it } from 'vitest';
import { recipeOf, resized, runOf } from '../src/page/labs/recipes/catalogue.ts';
import type { Recipe } from '../src/page/labs/recipes/recipe.ts';
import { contrasts } from '../src/page/labs/recipes/contrasts.ts';
import { registryDeeds } from '../src/page/labs/recipes/registry-deeds.ts';
import type { RegistryDeeds } from '../src/page/labs/recipes/registry-deeds.ts';
import { packRun, unpackRun } from '../src/page/share/link.ts';
import { Session } from '../src/runner/session.ts';
import { load } from '../src/scenarios/load.ts';
import type { Command } from '../src/view/command.ts';
import type { Frame } from '../src/view/frame.ts';
import type { RecipeClientView, RecipesDetail } from '../src/view/recipes.ts';
import type { Scenario } from '../src/view/scenario.ts';

const S = 1_000_000;

const recipe = (id: string): Recipe => {
  const found = recipeOf(id);
  if (found === undefined) throw new RangeError(`no recipe ${id}`);
  return found;
};

class Person {
  readonly session = new Session();
  frame!: Frame<RecipesDetail>;

  async does(command: Command) {
    const { answer, frame } = await this.session.handle(command);
    if (answer.problem !== null) throw new Error(answer.problem.text);
    if (frame !== null) this.frame = frame.frame as Frame<RecipesDetail>;
    return answer;
  }

  static async at(ms: number, scenario: Scenario<'recipes'> = runOf(recipe('registry'))) {
    const person = new Person();
    await person.does({ type: 'open', scenario });
    await person.does({ type: 'advance', until: ms * 1000 });
    return person;
  }

  get deeds(): RegistryDeeds {
    return registryDeeds(this.frame);
  }

  async presses(which: keyof RegistryDeeds) {
    const what = this.deeds[which];
    if (what === null || what === undefined) throw new Error(`nothing to do: ${which}`);
    return this.does({ type: 'intervene', at: this.frame.time, what });
  }

  async later(us: number): Promise<void> {
    await this.does({ type: 'advance', until: this.frame.time + us });
  }

  /** Servers that do not run. */
  get down(): readonly number[] {
    const { processes } = this.frame;
    return processes.flatMap(({ pid, liveness }) => (pid < 100 && liveness !== 'up' ? [pid] : []));
  }

  get calls(): { readonly answered: number; readonly failed: number } {
    let [answered, failed] = [0, 0];
    for (const one of this.frame.detail.outside) {
      if (one.kind !== 'provider') continue;
      answered += one.answered;
      failed += one.failed;
    }
    return { answered, failed };
  }

  answeredBy(name: string): number | undefined {
    const found = this.frame.detail.outside.find((one) => one.name === name);
    return found?.kind === 'provider' ? found.answered : undefined;
  }

  get registered(): readonly string[] {
    const { nodes, root } = this.frame.detail;
    return nodes.flatMap(({ name, path, deletedAt }) =>
      path === root || deletedAt !== null ? [] : [name],
    );
  }

  get lists(): readonly (readonly string[])[] {
    return this.frame.detail.clients.flatMap(({ name, list }: RecipeClientView) =>
      name === 'α' || name === 'β' ? [list] : [],
    );
  }
}

const FOUR = ['P1', 'P2', 'P3', 'P4'];

describe('the whole registry', () => {
  it('goes down at once: it is told in one sentence, and calls go on from the lists', async () => {
    const person = await Person.at(6000);
    const before = person.calls;
    const { told } = await person.presses('registry');
    expect(told?.fact).toMatchObject({
      rule: 'crashed-together',
      data: { names: 'S1, S2, S3', count: 3 },
    });
    expect(person.down).toEqual([1, 2, 3]);
    await person.later(20 * S);
    const { answered, failed } = person.calls;
    expect(answered - before.answered).toBeGreaterThan(200);
    expect(failed).toBe(0);
    expect(person.lists).toEqual([FOUR, FOUR]);
    expect(person.deeds.registry).toEqual({ kind: 'start', pids: [1, 2, 3] });
  });

  it('tells of a new provider only when it is there again', async () => {
    const person = await Person.at(6000);
    await person.presses('registry');
    await person.presses('provider');
    await person.later(10 * S);
    expect(person.answeredBy('P5')).toBe(0);
    expect(person.lists).toEqual([FOUR, FOUR]);
    await person.presses('registry');
    await person.later(15 * S);
    expect(person.registered).toContain('P5');
    expect(person.lists.every((list) => list.includes('P5'))).toBe(true);
    expect(person.answeredBy('P5')).toBeGreaterThan(20);
  });

  it('is taken back as the one deed that it was, and is in the link', async () => {
    const person = await Person.at(6000);
    await person.presses('registry');
    await person.presses('provider');
    await person.later(5 * S);
    const saved = await person.does({ type: 'save' });
    const { digest = '', scenario } = saved;
    const packed = await packRun({ v: 1, scenario, digest, position: person.frame.position });
    const run = await unpackRun(packed);
    if ('code' in run) throw new Error(run.text);
    const other = new Person();
    await other.does({ type: 'open', scenario: run.scenario });
    await other.does({ type: 'seek', position: run.position });
    expect((await other.does({ type: 'save' })).digest).toBe(digest);
    expect(other.down).toEqual([1, 2, 3]);

    expect((await other.does({ type: 'undo' })).did?.what).toEqual({ kind: 'start', pids: [107] });
    expect([other.answeredBy('P5'), other.down]).toEqual([undefined, [1, 2, 3]]);
    const { did } = await other.does({ type: 'undo' });
    expect(did?.what).toEqual({ kind: 'kill-all', pids: [1, 2, 3] });
    expect(other.down).toEqual([]);
  });
});

describe('one provider more', () => {
  it('is called as soon as the consumers are told of it, and nobody is there before', async () => {
    const person = await Person.at(6000);
    expect(person.frame.processes.some(({ name }) => name === 'P5')).toBe(false);
    expect(person.answeredBy('P5')).toBeUndefined();
    await person.presses('provider');
    await person.later(4 * S);
    expect(person.lists).toEqual([
      [...FOUR, 'P5'],
      [...FOUR, 'P5'],
    ]);
    expect(person.answeredBy('P5')).toBeGreaterThan(5);
    await person.presses('provider');
    expect(person.answeredBy('P6')).toBe(0);
    expect(person.deeds.provider).toBeNull();
  });

  it('is called by nobody whose list stands in a file', async () => {
    const [contrast] = contrasts;
    const run = runOf(recipe('registry'));
    const setup = contrast?.as(run.setup, 'fixedList') ?? run.setup;
    const person = await Person.at(3000, { ...run, setup });
    expect(person.deeds.registry).toBeNull();
    await person.presses('provider');
    await person.later(10 * S);
    expect(person.answeredBy('P5')).toBe(0);
    expect(person.answeredBy('P1')).toBeGreaterThan(20);
  });

  it.each([3, 6, 98])('follows those of a run with %i clients', (count) => {
    const made = resized(runOf(recipe('registry')), count);
    expect(load(made).problems).toBeUndefined();
    const { clients } = made.setup;
    expect(clients.map(({ id }) => id)).toEqual(clients.map((_, i) => 101 + i));
    const spares = clients.filter(({ spare }) => spare === true);
    expect(spares.map(({ name }) => name)).toEqual([`P${count - 1}`, `P${count}`]);
  });
});

it('where no service is called there is no such deed', async () => {
  const person = await Person.at(2500, runOf(recipe('fair-lock')));
  expect(person.deeds).toEqual({ registry: null, provider: undefined });
});
