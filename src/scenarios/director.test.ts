import { beforeEach, describe, expect, it } from 'vitest';
import type { ElectionSetup } from '../view/election-setup.ts';
import type { Fact } from '../view/fact.ts';
import type { Intervention } from '../view/intervention.ts';
import type { ScenarioFile, ScenarioStep } from '../view/scenario.ts';
import { Director } from './director.ts';
import { election } from './election/adapter.ts';
import { Tape } from './testing/tape.ts';

const scenario = (...steps: ScenarioStep<ElectionSetup>[]): ScenarioFile => ({
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 1,
  setup: { profile: 'golden', servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }] },
  steps,
});

const kill = (pid: number): Intervention => ({ kind: 'kill', pid });
const start = (...pids: number[]): Intervention => ({ kind: 'start', pids });

const twoThenThree = scenario(
  {
    id: 'two',
    do: [start(1, 2)],
    until: { leader: 'any' },
    focus: 2,
    predict: {
      options: [
        { id: 'one', if: { leader: 1 } },
        { id: 'two', if: { leader: 2 } },
      ],
      veil: [{ pid: null, field: 'tally' }],
      about: { message: { from: 1, to: 2 } },
    },
    expect: [{ text: 'two-leads', that: { leader: 2 } }],
  },
  {
    id: 'three',
    do: [start(3)],
    until: { all: [{ serving: 3 }, { fact: { rule: 'joined-established', pid: 3 } }] },
    speed: 2,
  },
  { id: 'crash', do: [{ kind: 'kill', pid: 2 }], until: { leader: 3 } },
);

describe('a script', () => {
  let tape: Tape;
  beforeEach(() => (tape = new Tape(twoThenThree)));

  it('does each step when it is begun and stops where it is over', () => {
    expect(tape.where()).toBe('two ready');
    expect(tape.beginAndPlay()).toBe('two done');
    expect(tape.world.has(3) && tape.world.process(3).liveness).toBe('off');
    tape.director.next();
    expect(tape.where()).toBe('three ready');
    expect(tape.beginAndPlay()).toBe('three done');
    tape.director.next();
    expect(tape.beginAndPlay()).toBe('crash done');
    tape.director.next();
    expect(tape.where()).toBe('crash done');
  });

  it('keeps the answer to a question until the run has given it', () => {
    expect(tape.director.state()).toMatchObject({ options: ['two', 'one'], answer: null });
    tape.director.begin();
    expect(tape.director.state()).toMatchObject({ phase: 'running', answer: null });
    tape.play();
    expect(tape.director.state()).toMatchObject({
      answer: 'two',
      expectations: [{ text: 'two-leads', ok: true }],
    });
  });

  it('hides what a question asks only as long as it is open', () => {
    expect(tape.director.state()).toMatchObject({
      veil: [{ pid: null, field: 'tally' }],
      about: { from: 1, to: 2 },
    });
    tape.director.begin();
    expect(tape.director.state()).toMatchObject({ veil: [], about: null });
  });

  it('says what each step is about', () => {
    expect(tape.director.state().steps).toEqual([
      { id: 'two', asks: true, focus: 2, speed: null, exhibit: null },
      { id: 'three', asks: false, focus: null, speed: 2, exhibit: null },
      { id: 'crash', asks: false, focus: null, speed: null, exhibit: null },
    ]);
  });

  it('does nothing by itself while a question is open', () => {
    tape.person(start(1));
    for (let n = 0; n < 5; n++) tape.step();
    expect(tape.where()).toBe('two ready');
  });

  it('waits for its condition before it acts', () => {
    const waits = scenario(
      { id: 'one', do: [start(1)], until: { state: { pid: 1, is: 'LOOKING' } } },
      {
        id: 'rest',
        when: { state: { pid: 2, is: 'LOOKING' } },
        do: [start(3)],
        until: { leader: 3 },
      },
    );
    tape = new Tape(waits);
    tape.beginAndPlay();
    tape.director.next();
    tape.director.begin();
    tape.play();
    expect(tape.where()).toBe('rest failed');
    tape = new Tape(waits);
    tape.beginAndPlay();
    tape.director.next();
    tape.director.begin();
    expect(tape.world.process(3).liveness).toBe('off');
    tape.person(start(2));
    tape.play();
    expect(tape.where()).toBe('rest done');
  });

  it('may wait between what it does, and stands there again when it is played again', () => {
    const leads = { kind: 'wait', until: { leader: 2 } } as const;
    tape = new Tape(
      scenario({
        id: 'change',
        do: [start(1, 2), leads, start(3), { kind: 'wait', until: { serving: 3 } }, kill(2)],
        until: { leader: 3 },
      }),
    );
    tape.director.begin();
    const began = tape.position;
    while (tape.world.process(3).liveness === 'off') tape.step();
    const joined = tape.position;
    expect(tape.where()).toBe('change running');
    expect(tape.world.process(2).liveness).toBe('up');
    expect(tape.play()).toBe('change done');
    const over = tape.position;
    for (const from of [began, joined - 1, joined]) {
      expect(tape.seek(from)).toBe('change running');
      expect(tape.play()).toBe('change done');
      expect(tape.position).toBe(over);
    }
  });

  it('fails when it waits in vain between what it does', () => {
    const vain = { kind: 'wait', until: { leader: 3 } } as const;
    tape = new Tape(scenario({ id: 'a', do: [start(1, 2), vain, start(3)], withinMs: 60_000 }));
    expect(tape.beginAndPlay()).toBe('a failed');
    expect(tape.world.process(3).liveness).toBe('off');
  });

  it('fails when what it waits for does not come in time', () => {
    tape = new Tape(
      scenario({ id: 'a', do: [start(1, 2)], until: { leader: 1 }, withinMs: 60_000 }),
    );
    expect(tape.beginAndPlay()).toBe('a failed');
    expect(tape.world.time).toBeGreaterThan(60_000_000);
    expect(tape.world.time).toBeLessThan(65_000_000);
  });

  it('fails when it cannot be done', () => {
    tape = new Tape(scenario({ id: 'a', do: [{ kind: 'kill', pid: 1 }] }));
    tape.director.begin();
    expect(tape.where()).toBe('a failed');
  });

  it('lets any time pass where nothing is pending', () => {
    tape = new Tape(
      scenario({ id: 'a', do: [start(1)], until: { elapsedMs: 1_000_000 }, withinMs: 2_000_000 }),
    );
    expect(tape.beginAndPlay()).toBe('a done');
  });
});

describe('going back and forth', () => {
  let tape: Tape;
  let ends: number[];
  beforeEach(() => {
    tape = new Tape(twoThenThree);
    ends = twoThenThree.steps?.map(() => {
      tape.beginAndPlay();
      const { position } = tape;
      tape.director.next();
      return position;
    }) as number[];
  });

  it('the script stands where it stood at each position', () => {
    const [two = 0, three = 0, crash = 0] = ends;
    expect(tape.seek(0)).toBe('two ready');
    expect(tape.seek(1)).toBe('two running');
    expect(tape.seek(two - 1)).toBe('two running');
    expect(tape.seek(two)).toBe('three ready');
    expect(tape.seek(two, 0)).toBe('two done');
    expect(tape.seek(two - 1, 0)).toBe('two running');
    expect(tape.seek(two + 1)).toBe('three running');
    expect(tape.seek(three)).toBe('crash ready');
    expect(tape.seek(crash)).toBe('crash done');
    expect(tape.director.startOf(1)).toBe(two);
    expect(tape.director.reached()).toBe(2);
  });

  it('playing again comes to the same ends, and the answers are the same', () => {
    tape.seek(0);
    tape.director.begin();
    expect(tape.play()).toBe('two done');
    expect(tape.position).toBe(ends[0]);
    expect(tape.director.state().answer).toBe('two');
    tape.director.next();
    expect(tape.beginAndPlay()).toBe('three done');
    expect(tape.position).toBe(ends[1]);
  });

  it('stepping over an end that is known goes along into the next step', () => {
    tape.seek((ends[0] as number) - 1);
    tape.step();
    expect(tape.where()).toBe('two done');
    tape.step();
    tape.step();
    expect(tape.where()).toBe('three running');
  });

  it('forgets what another branch has not done', () => {
    const two = ends[0] as number;
    tape.seek(two + 1);
    tape.person({ kind: 'kill', pid: 1 });
    expect(tape.where()).toBe('three running');
    expect(tape.director.reached()).toBe(1);
    expect(tape.director.startOf(2)).toBeNull();
    tape.seek(5);
    tape.person({ kind: 'kill', pid: 2 });
    expect(tape.director.reached()).toBe(0);
    expect(tape.play()).toBe('two failed');
    expect(tape.director.state().expectations).toEqual([]);
  });

  it('facts of a later position do not count at an earlier one', () => {
    const { director } = tape;
    tape.seek(ends[0] as number);
    director.begin();
    for (let n = 0; n < 3; n++) tape.step();
    expect(tape.where()).toBe('three running');
    expect(tape.play()).toBe('three done');
    expect(tape.position).toBe(ends[1]);
  });

  it('a step can be begun elsewhere than last time', () => {
    tape.seek(ends[0] as number);
    for (let n = 0; n < 2; n++) tape.seek(tape.position);
    tape.person({ kind: 'kill', pid: 1 });
    expect(tape.where()).toBe('three ready');
    tape.director.begin();
    expect(tape.director.startOf(1)).toBe((ends[0] as number) + 1);
  });
});

describe('run until', () => {
  it('counts facts and time from where it begins', () => {
    const tape = new Tape(scenario());
    tape.intervene(start(1));
    while (tape.step() && tape.world.time === 0);
    const old: Fact = { step: 0, time: 0, pid: 1, rule: 'looking', cause: null, data: {} };
    const met = Director.watch({ fact: { rule: 'looking', pid: 1 } }, election, tape.world);
    expect(met(tape.world, [old])).toBe(false);
    expect(met(tape.world, [{ ...old, step: tape.position }])).toBe(false);
    const later = tape.world.clone();
    later.intervene({ kind: 'heal' });
    expect(met(later, [{ ...old, step: tape.position }])).toBe(true);
  });

  it('time passes when nothing is pending', () => {
    const { world } = new Tape(scenario());
    const met = Director.watch({ elapsedMs: 5 }, election, world);
    expect(met(world, [])).toBe(false);
    expect(met(world, [], true)).toBe(true);
  });
});
