import { describe, expect, it } from 'vitest';
import { builtLabs } from '../src/built/labs.ts';
import { Stopped, whole } from '../src/scenarios/slices.ts';
import type { Carry, Sliced } from '../src/scenarios/slices.ts';
import type { Answer, Command } from '../src/view/command.ts';
import type { Frame } from '../src/view/frame.ts';
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
      steps += value;
      if (ended || value === 0 || steps < most) continue;
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
