import { describe, expect, it } from 'vitest';
import { builtLabs } from '../src/built/labs.ts';
import { Stopped, whole } from '../src/scenarios/slices.ts';
import type { Carry, Sliced } from '../src/scenarios/slices.ts';
import type { Answer, Command } from '../src/view/command.ts';
import type { Frame } from '../src/view/frame.ts';
import { SCENARIO_VERSION } from '../src/view/scenario.ts';
import type { ScenarioFile } from '../src/view/scenario.ts';
import { Session } from '../src/runner/session.ts';

/** Ends work after so many steps of the run, as somebody who stops it does. */
const stoppedAfter =
  (most: number): Carry =>
  <T>(work: Sliced<T>): T => {
    let steps = 0;
    let ended = false;
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return value;
      steps += value ?? 0;
      if (ended || value === null || steps < most) continue;
      ended = true;
      work.throw(new Stopped());
    }
  };

class Played {
  private readonly session = new Session();

  static async opened(scenario: unknown): Promise<Played> {
    const played = new Played();
    const { problem } = await played.does({ type: 'open', scenario });
    if (problem !== null) throw new Error(problem.text);
    return played;
  }

  async does(command: Command, carry: Carry = whole): Promise<Answer & { frame: Frame | null }> {
    const { answer, frame } = await this.session.handle(command, carry);
    return { ...answer, frame: frame?.frame ?? null };
  }

  async digest(): Promise<string> {
    const { digest } = await this.does({ type: 'save' });
    if (digest === undefined) throw new Error('nothing is open');
    return digest;
  }
}

/** A run of each lab that goes on for long; what is put to it by hand keeps the others going. */
const files: readonly (readonly [string, ScenarioFile])[] = (
  ['election', 'zookeeper', 'paxos', 'recipes', 'cap'] as const
).map((lab) => {
  const file = builtLabs[lab].presets
    .map(({ from }) => from)
    .find((from): from is ScenarioFile => 'format' in from);
  if (file === undefined) throw new Error(`${lab} has no scenario`);
  return [lab, file];
});

const FAR = 3000;
const never = { timeMs: 1e9 };

const long: readonly Command[] = [
  { type: 'seek', position: FAR },
  { type: 'run-until', condition: never, withinMs: 60_000 },
  { type: 'advance', until: 60_000_000 },
];

describe.each(files)('a command of %s that is stopped midway', (_, file) => {
  it.each(long)(
    'leaves the run as one that went to just there, and goes on from it: $type',
    async (command) => {
      const cut = await Played.opened(file);
      const at = await cut.does(command, stoppedAfter(500));
      const whole = await Played.opened(file);
      const all = await whole.does(command);
      const position = at.frame?.position ?? -1;
      const end = all.frame?.position ?? -1;
      // Only what is over before can be stopped no more.
      expect(at.stopped === true ? position < end : end < 600).toBe(true);

      const there = await Played.opened(file);
      await there.does({ type: 'seek', position });
      expect(await cut.digest()).toBe(await there.digest());

      const on = await cut.does({ type: 'seek', position: end });
      expect(on.frame?.position).toBe(end);
      expect(await cut.digest()).toBe(await whole.digest());
      expect(on.frame?.time).toBe(all.frame?.time);
    },
  );
});

describe('what is stopped', () => {
  const [[, file] = []] = files;
  if (file === undefined) throw new Error('no file');

  it('before it is opened leaves what is open as it is', async () => {
    const lab = await Played.opened(file);
    await lab.does({ type: 'seek', position: 200 });
    const before = await lab.digest();
    // Without a step the run is played to find where that was.
    const late = { ...file, interventions: [{ timeMs: 60_000, what: { kind: 'heal' } }] };
    const cut = await lab.does({ type: 'open', scenario: late }, stoppedAfter(500));
    expect(cut).toMatchObject({ problem: { code: 'not-opened' }, stopped: true });
    expect([cut.frame?.position, await lab.digest()]).toEqual([200, before]);
  });

  it.each(['zookeeper', 'recipes'] as const)(
    'while its tree is written leaves what is open as it is (%s)',
    async (model) => {
      const lab = await Played.opened(file);
      const before = await lab.digest();
      const tree = Array.from({ length: 2000 }, (_, index) => ({ path: `/n${index}` }));
      const clients = model === 'recipes' ? [{ id: 101, program: 'master-queue' }] : [{ id: 101 }];
      const setup = { servers: [{ sid: 1 }], clients, tree };
      const large = {
        format: 'zooscope-scenario',
        version: SCENARIO_VERSION,
        model,
        seed: 1,
        setup,
      };
      const cut = await lab.does({ type: 'open', scenario: large }, stoppedAfter(0));
      expect(cut).toMatchObject({ problem: { code: 'not-opened' }, stopped: true });
      expect(await lab.digest()).toBe(before);
      await lab.does({ type: 'open', scenario: large });
      expect(await lab.digest()).not.toBe(before);
    },
  );

  it('and only asks for the digest gives none, and leaves the run where it stands', async () => {
    const lab = await Played.opened(file);
    await lab.does({ type: 'seek', position: 200 });
    const before = await lab.digest();
    const cut = await lab.does({ type: 'save' }, stoppedAfter(0));
    expect([cut.problem, cut.stopped, cut.digest, cut.frame?.position]).toEqual([
      null,
      true,
      undefined,
      200,
    ]);
    expect(await lab.digest()).toBe(before);
    // Who wants the scenario alone does not wait for one.
    const bare = await lab.does({ type: 'save', digest: false }, stoppedAfter(0));
    expect([bare.stopped, bare.digest, bare.scenario?.model]).toEqual([
      undefined,
      undefined,
      file.model,
    ]);
  });

  it('on the way to where a run opens opens it there', async () => {
    const lab = new Played();
    const way = [{ kind: 'wait', until: { timeMs: 60_000 } }] as const;
    const cut = await lab.does({ type: 'open', scenario: file, way }, stoppedAfter(500));
    expect(cut).toMatchObject({ problem: null, stopped: true });
    const there = await Played.opened(file);
    await there.does({ type: 'seek', position: cut.frame?.position ?? -1 });
    expect(await lab.digest()).toBe(await there.digest());
  });

  it('and was only tried leaves no branch', async () => {
    const lab = await Played.opened(file);
    await lab.does({ type: 'seek', position: 200 });
    const before = await lab.digest();
    const way = [
      { kind: 'kill', pid: 1 },
      { kind: 'wait', until: never, withinMs: 60_000 },
    ] as const;
    const tries = { type: 'try', branch: 0, position: 100, way } as const;
    const cut = await lab.does(tries, stoppedAfter(500));
    expect([cut.stopped, cut.tried]).toEqual([true, undefined]);
    expect(await lab.digest()).toBe(before);
    // The next one has the number that it would have had.
    expect((await lab.does(tries)).tried).toBe(1);
  });

  it('and only asks leaves the run where it stands', async () => {
    const lab = await Played.opened(file);
    await lab.does({ type: 'seek', position: FAR });
    const before = await lab.digest();
    const asks = { type: 'history', from: 0, to: FAR, all: true, most: FAR } as const;
    const cut = await lab.does(asks, stoppedAfter(500));
    expect([cut.stopped, cut.history, cut.frame?.position]).toEqual([true, undefined, FAR]);
    expect(await lab.digest()).toBe(before);
    expect((await lab.does(asks)).history).toHaveLength(FAR);
  });

  it('and only asks what became of a write goes on from there when it is asked again', async () => {
    const asks = { type: 'ask', question: { ask: 'path', write: null } } as const;
    const lines = Array.from({ length: 20 }, (_, index) => `create /n${index}`);
    const written: ScenarioFile = {
      format: 'zooscope-scenario',
      version: SCENARIO_VERSION,
      model: 'zookeeper',
      seed: 1,
      setup: {
        servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
        ensemble: {},
        clients: [{ id: 101, lines }],
      },
    };
    const [lab, other] = [await Played.opened(written), await Played.opened(written)];
    for (const each of [lab, other]) await each.does({ type: 'seek', position: FAR });
    const before = await lab.digest();
    const cut = await lab.does(asks, stoppedAfter(500));
    expect([cut.problem, cut.stopped, cut.asked]).toEqual([null, true, undefined]);
    expect([cut.frame?.position, await lab.digest()]).toEqual([FAR, before]);
    const { asked } = await lab.does(asks);
    expect(asked).toMatchObject({ writes: { length: lines.length } });
    expect(asked).toEqual((await other.does(asks)).asked);
  });

  it('in a lesson leaves its step running, and it is gone on with', async () => {
    const id = 'first-start';
    const far = { type: 'lesson-step', index: 4 } as const;
    const play = async (carry?: Carry): Promise<Answer & { first: Answer; digest: string }> => {
      const lesson = new Played();
      await lesson.does({ type: 'open-lesson', id });
      const first = await lesson.does(far, carry);
      const last = await lesson.does(far);
      return { first, ...last, digest: await lesson.digest() };
    };
    const cut = await play(stoppedAfter(32));
    const all = await play();
    expect([cut.first.stopped, all.first.stopped]).toEqual([true, undefined]);
    expect(cut.first.lesson?.index).toBeLessThan(4);
    expect(cut.lesson).toEqual(all.lesson);
    expect(cut.digest).toBe(all.digest);
  });
});
