import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Recorder } from './recorder.ts';
import { chatters, fixed } from './testing/chatter.ts';
import { NUMBERS, attempt, deedsFrom, natures, refusalOf, restless } from './testing/schedule.ts';
import { Story } from './testing/story.ts';
import { InterventionRefused } from './world.ts';

const nature = fc.constantFrom(...natures);
const numbers = fc.array(fc.nat({ max: 0xffff }), { minLength: NUMBERS, maxLength: NUMBERS });
const deeds = fc.array(numbers, { minLength: 5, maxLength: 60, size: 'max' }).map(deedsFrom);

describe('an intervention', () => {
  it('that is refused leaves the world exactly as it was', () => {
    let refused = 0;
    fc.assert(
      fc.property(nature, fc.nat(), deeds, (kind, number, list) => {
        const world = restless(kind, number);
        const recorder = new Recorder(world.model);
        world.recorder = recorder;
        for (const deed of list) {
          for (let step = 0; step < deed.steps; step++) world.advance();
          const before = [world.fingerprint(), [...recorder.lost], recorder.records.length];
          if (!attempt(world, deed)) continue;
          expect([world.fingerprint(), recorder.lost, recorder.records.length]).toEqual(before);
          refused++;
        }
      }),
    );
    expect(refused).toBeGreaterThan(100);
  });

  it('is refused as a whole when a part of it makes no sense', () => {
    const world = restless('datagram', 1);
    world.intervene({ kind: 'start', pids: [2] });
    const print = world.fingerprint();
    expect(refusalOf(() => world.intervene({ kind: 'start', pids: [1, 2] }))).toBe(
      'already-running',
    );
    const groups = [[1], [2, 9]];
    expect(refusalOf(() => world.intervene({ kind: 'partition', groups, oneWay: false }))).toBe(
      'no-such-process',
    );
    const links = [
      { a: 1, b: 2 },
      { a: 2, b: 9 },
    ];
    expect(refusalOf(() => world.intervene({ kind: 'cut-links', links }))).toBe('no-such-process');
    const latency = fixed(1);
    expect(refusalOf(() => world.intervene({ kind: 'latency', from: 9, latency }))).toBe(
      'no-such-process',
    );
    expect(refusalOf(() => world.intervene({ kind: 'mend', a: 1, b: 1 }))).toBe('same-process');
    expect(refusalOf(() => world.intervene({ kind: 'input', pid: 1, name: 'DO', data: {} }))).toBe(
      'not-running',
    );
    expect(world.fingerprint()).toBe(print);
  });

  it('cuts several links as each of them would be cut, and mends them, as one step', () => {
    const links = [
      { a: 1, b: 2 },
      { a: 3, b: 2 },
    ];
    const at = (): ReturnType<typeof restless> => {
      const world = restless('datagram', 3);
      for (let step = 0; step < 40; step++) world.advance();
      return world;
    };
    const cutLinks = ({ network }: ReturnType<typeof restless>): readonly number[] =>
      [...network.faults].filter(([, fault]) => fault.cut).map(([key]) => key);
    const together = at();
    const recorder = new Recorder(together.model);
    together.recorder = recorder;
    together.intervene({ kind: 'cut-links', links });
    expect(recorder.records.at(-1)?.facts).toMatchObject([
      { rule: 'links-cut', data: { count: 2 } },
    ]);
    const apart = at();
    for (const { a, b } of links) {
      apart.intervene({ kind: 'cut', from: a, to: b, oneWay: false });
    }
    expect(cutLinks(together)).toHaveLength(4);
    expect(cutLinks(together)).toEqual(cutLinks(apart));
    expect(together.network.flights.values().map(({ id }) => id)).toEqual(
      apart.network.flights.values().map(({ id }) => id),
    );
    together.intervene({ kind: 'mend-links', links });
    expect(cutLinks(together)).toEqual([]);
  });

  it('kills several as each of them would be killed, as one step', () => {
    const at = (): ReturnType<typeof restless> => {
      const world = restless('none', 3);
      world.intervene({ kind: 'start', pids: [1, 2, 3] });
      for (let step = 0; step < 40; step++) world.advance();
      return world;
    };
    const together = at();
    const recorder = new Recorder(together.model);
    together.recorder = recorder;
    const { step } = together;
    together.intervene({ kind: 'kill-all', pids: [1, 3] });
    expect(together.step).toBe(step + 1);
    expect(recorder.records.at(-1)?.facts).toMatchObject([
      { rule: 'crashed', pid: 1 },
      { rule: 'crashed', pid: 3 },
      { rule: 'crashed-together', pid: null, data: { count: 2 } },
    ]);
    const apart = at();
    for (const pid of [1, 3]) apart.intervene({ kind: 'kill', pid });
    const liveness = ({ processes }: ReturnType<typeof restless>): readonly string[] =>
      processes.map((process) => process.liveness);
    expect(liveness(together)).toEqual(['crashed', 'up', 'crashed']);
    expect(liveness(together)).toEqual(liveness(apart));
    expect(together.network.flights.values().map(({ id }) => id)).toEqual(
      apart.network.flights.values().map(({ id }) => id),
    );
    expect(refusalOf(() => together.intervene({ kind: 'kill-all', pids: [2, 3] }))).toBe(
      'not-running',
    );
    expect(liveness(together)).toEqual(['crashed', 'up', 'crashed']);
  });

  it('happens between the present and the next event', () => {
    const { world } = new Story(chatters());
    world.intervene({ kind: 'heal' }, 5000);
    expect(world.time).toBe(5000);
    world.intervene({ kind: 'start', pids: [1] }, 3000);
    expect(world.time).toBe(5000);
    world.advance();
    world.intervene({ kind: 'input', pid: 1, name: 'DO', data: { order: 'sets ALARM 10' } }, 6000);
    world.advance();
    world.intervene({ kind: 'heal' }, 99_000);
    expect(world.time).toBe(16_000);
    world.advance();
    world.intervene({ kind: 'heal' }, Infinity);
    expect(world.time).toBe(16_000);
  });

  it('is a step', () => {
    const { world } = new Story(chatters());
    world.intervene({ kind: 'start', pids: [1, 2] });
    expect(world.step).toBe(1);
    expect(() => world.intervene({ kind: 'start', pids: [1] })).toThrow(InterventionRefused);
    expect(world.step).toBe(1);
  });
});
