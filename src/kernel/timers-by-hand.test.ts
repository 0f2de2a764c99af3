import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pid } from '../view/time.ts';
import { natures, refusalOf, restless } from './testing/schedule.ts';
import { play, storyOf } from './testing/story.ts';

describe('firing a timer', () => {
  it('makes it due at once, and only once', () => {
    const story = storyOf(
      {},
      `
      0ms  start A
      0ms  A sets ALARM 10
      3ms  fire-timer A ALARM
      `,
    );
    expect(story).toBe('3ms  A  ALARM');
  });

  it('sets off what is held, and holds it no longer', () => {
    const story = storyOf(
      {},
      `
      0ms   start A
      0ms   A sets ALARM 10
      3ms   hold-timer A ALARM
      20ms  fire-timer A ALARM
      30ms  A sets ALARM 10
      `,
    );
    expect(story).toBe('20ms  A  ALARM\n40ms  A  ALARM');
  });

  it('waits for a process that is paused', () => {
    const story = storyOf(
      {},
      `
      0ms   start A
      0ms   A sets ALARM 10
      1ms   pause A
      2ms   fire-timer A ALARM
      50ms  resume A
      `,
    );
    expect(story).toBe('50ms  A  ALARM');
  });
});

describe('holding a timer', () => {
  it('keeps it from running out, also when it is set again; the others run', () => {
    const story = storyOf(
      {},
      `
      0ms   start A
      0ms   A sets ALARM 10
      0ms   A sets BELL 10
      5ms   hold-timer A ALARM
      20ms  A sets ALARM 10
      `,
    );
    expect(story).toBe('10ms  A  BELL');
  });

  it('released in time, it comes when it was due, in its old place', () => {
    const script = (held: string): string => `
      0ms  start A B
      0ms  A sets ALARM 10
      0ms  A sends B one
      ${held}
      `;
    const held = script('4ms  hold-timer A ALARM\n6ms  release-timer A ALARM');
    expect(storyOf({}, held)).toBe('10ms  A  ALARM\n10ms  A → B  one');
    expect(storyOf({}, held)).toBe(storyOf({}, script('')));
  });

  it('released too late, it comes at once', () => {
    const story = storyOf(
      {},
      `
      0ms   start A
      0ms   A sets ALARM 10
      5ms   hold-timer A ALARM
      30ms  release-timer A ALARM
      `,
    );
    expect(story).toBe('30ms  A  ALARM');
  });

  it('ends when the process clears it or crashes', () => {
    const story = storyOf(
      {},
      `
      0ms   start A B
      0ms   A sets ALARM 10
      0ms   B sets ALARM 10
      1ms   hold-timer A ALARM
      1ms   hold-timer B ALARM
      2ms   A clears ALARM
      3ms   kill B
      4ms   start B
      20ms  A sets ALARM 1
      20ms  B sets ALARM 1
      `,
    );
    expect(story.split('\n').slice(-2)).toEqual(['21ms  A  ALARM', '21ms  B  ALARM']);
  });

  it('of a paused process lets go of what had come, and keeps it', () => {
    const story = storyOf(
      {},
      `
      0ms   start A
      0ms   A sets ALARM 10
      1ms   pause A
      20ms  hold-timer A ALARM
      30ms  resume A
      40ms  release-timer A ALARM
      `,
    );
    expect(story).toBe('40ms  A  ALARM');
  });

  it('leaves the fingerprint apart from that of a timer that runs', () => {
    const prints = ['', '1ms hold-timer A ALARM'].map((line) => {
      const { world } = play({}, `0ms start A\n0ms A sets ALARM 5000\n${line}`);
      return [world.process(1).timers.length, world.fingerprint()];
    });
    expect(prints.map(([timers]) => timers)).toEqual([1, 1]);
    expect(prints[0]?.[1]).not.toBe(prints[1]?.[1]);
  });
});

describe('a timer by hand is refused', () => {
  it.each([
    ['fire-timer A ALARM', 'no-such-timer'],
    ['hold-timer A ALARM', 'no-such-timer'],
    ['release-timer A ALARM', 'no-such-timer'],
    ['release-timer A BELL', 'timer-not-held'],
    ['hold-timer A BELL\n1ms hold-timer A BELL', 'timer-held'],
    ['fire-timer B BELL', 'not-running'],
  ])('%s: %s', (deed, code) => {
    const script = `0ms start A\n0ms A sets BELL 10\n1ms ${deed}`;
    expect(refusalOf(() => play({}, script))).toBe(code);
  });

  it('where nobody is', () => {
    const world = restless('fifo', 1);
    const deed = { kind: 'fire-timer', pid: 9, timer: 'TICK' } as const;
    expect(refusalOf(() => world.intervene(deed))).toBe('no-such-process');
  });
});

it('whatever is fired, held and released, held timers alone stand still and all others are pending', () => {
  let held = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...natures),
      fc.nat(),
      fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 2 }), fc.nat({ max: 3 }), fc.nat())),
      (nature, seed, deeds) => {
        const world = restless(nature, seed);
        world.intervene({ kind: 'start', pids: [1, 2, 3] });
        for (const [steps, who, what, which] of deeds) {
          for (let step = 0; step < steps; step++) world.advance();
          const pid: Pid = who + 1;
          const { timers } = world.process(pid);
          const timer = timers[which % Math.max(1, timers.length)]?.type ?? 'TICK';
          const kinds = ['fire-timer', 'hold-timer', 'release-timer', 'pause'] as const;
          const kind = kinds[what] ?? 'pause';
          refusalOf(() =>
            world.intervene(
              kind === 'pause'
                ? { kind: world.process(pid).liveness === 'paused' ? 'resume' : 'pause', pid }
                : { kind, pid, timer },
            ),
          );
          const pending = new Set(world.pending());
          for (const process of world.processes) {
            held += process.held.length;
            const still = process.timers.filter((event) => !pending.has(event));
            expect(still.map(({ type }) => type).toSorted()).toEqual(process.held.toSorted());
          }
        }
      },
    ),
    { numRuns: 200 },
  );
  expect(held).toBeGreaterThan(100);
});
