import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Flight } from './flight.ts';
import { Flights } from './flights.ts';

const flight = (id: number, lane: number, held: boolean): Flight =>
  new Flight(
    id,
    1,
    2 + (lane % 3),
    lane % 5 === 4 ? 'tcp' : 'datagram',
    0,
    { type: lane % 2 === 0 ? 'A' : 'B' },
    id,
    id,
    id + 10,
    held ? -1 : id,
  );

const ids = (flights: Flights): number[] => flights.values().map(({ id }) => id);

/** Sends so many, each held, on one link. */
const heldOnes = (count: number): Flights => {
  const flights = new Flights();
  for (let id = 1; id <= count; id++) flights.set(flight(id, 0, true));
  return flights;
};

describe('messages under way', () => {
  it('are what a plain list would have, however many are held, moved and delivered', () => {
    const act = fc.record({
      // Mostly sends, so that piles come to be.
      kind: fc.constantFrom('send', 'send', 'send', 'send', 'hold', 'release', 'end', 'copy'),
      lane: fc.nat(9),
      which: fc.nat(),
      held: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 300, maxLength: 900 }), (acts) => {
        let flights = new Flights();
        const plain = new Map<number, Flight>();
        let next = 1;
        for (const { kind, lane, which, held } of acts) {
          const known = [...plain.keys()];
          const id = known[which % Math.max(1, known.length)];
          const there = id === undefined ? undefined : plain.get(id);
          if (kind === 'send') {
            const sent = flight(next++, lane, held || lane < 6);
            flights.set(sent);
            plain.set(sent.id, sent);
          } else if (kind === 'copy') {
            const copy = new Flights(flights);
            // What happens to the one that it was copied from is not seen in the copy.
            flights.set(flight(next, 0, true));
            if (id !== undefined) flights.delete(id);
            flights = copy;
          } else if (there !== undefined && kind === 'end') {
            flights.delete(there.id);
            plain.delete(there.id);
          } else if (there !== undefined) {
            const moved = there.moved(there.arrivesAt, kind === 'hold' ? -1 : 7);
            flights.set(moved);
            plain.set(moved.id, moved);
          }
        }
        const all = [...plain.values()].toSorted((a, b) => a.id - b.id);
        expect(flights.values()).toEqual(all);
        expect(flights.size).toBe(all.length);
        expect(flights.oldest).toBe(all[0]?.id ?? null);
        for (const one of all) expect(flights.get(one.id)).toBe(one);
        expect(flights.get(next + 1)).toBeUndefined();
        for (const to of [2, 3, 4]) {
          for (const types of [['A'], ['B'], ['A', 'B']]) {
            const newest = all.findLast(
              (one) => one.to === to && one.held && types.includes(one.message.type),
            );
            expect(flights.newestHeld(1, to, types)).toBe(newest);
          }
        }
      }),
      // A list of hundreds is shrunk for minutes; which act is wrong is seen as well without.
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('that are held again after they were taken off their pile keep their place', () => {
    const flights = heldOnes(200);
    const first = flights.get(1) as Flight;
    flights.set(first.moved(9, 9));
    flights.set(first.moved(9, -1));
    for (let id = 201; id <= 400; id++) flights.set(flight(id, 0, true));
    expect(flights.oldest).toBe(1);
    expect(ids(flights)).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
    flights.delete(1);
    expect([flights.get(1), flights.get(2)?.id]).toEqual([undefined, 2]);
  });

  it('wait on piles when they are held for long, and a copy shares those', () => {
    const flights = heldOnes(10_000);
    expect(flights.size).toBe(10_000);
    expect(flights.loose().length).toBeLessThan(256);
    const [pile] = [...new Flights(flights).piles()];
    expect(pile).toBe([...flights.piles()][0]);
    expect(ids(flights).slice(0, 3)).toEqual([1, 2, 3]);
  });

  it('are in their place again when one is taken off its pile', () => {
    const flights = heldOnes(500);
    const old = flights.get(7);
    flights.set((old as Flight).moved(99, 99));
    expect(flights.loose()[0]?.id).toBe(7);
    expect(flights.pile(1, 2, 'A').get(7)).toBeUndefined();
    expect(ids(flights)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
  });
});
