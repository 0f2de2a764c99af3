/**
 * Schedules for the adversary: the notes' third case without end (specification 2.1, P-C3 and
 * P-C3M). A1 and A5 propose among five acceptors, both from the beginning, and
 * retry at once. Lessons use the same rows.
 */
import type { PaxosSchedule } from '../../view/paxos-setup.ts';

const to = (from: string, receivers: readonly string[], kind: 'prepare' | 'accept'): string[] =>
  receivers.map((receiver) => `${from} → ${receiver} ${kind}`);

/** A1 is heard by A2 and A3 alone, A5 by A4 and A3: each keeps votes of its own on its side. */
export const duelOnTwoSides: PaxosSchedule = {
  rows: [
    // The stem: rows 1 … 22 of P-C3.
    ...to('A1', ['A1', 'A2'], 'prepare'),
    ...to('A5', ['A5', 'A4'], 'prepare'),
    ...to('A1', ['A3'], 'prepare'),
    'A1 decides',
    ...to('A5', ['A3'], 'prepare'),
    'A5 decides',
    // The cycle: each is refused by A3, which has just promised the other one more.
    ...to('A1', ['A1', 'A2', 'A3'], 'accept'),
    ...to('A1', ['A1', 'A2', 'A3'], 'prepare'),
    'A1 decides',
    ...to('A5', ['A5', 'A4', 'A3'], 'accept'),
    ...to('A5', ['A5', 'A4', 'A3'], 'prepare'),
    'A5 decides',
  ],
  repeatFrom: 8,
};

const everybody = ['A1', 'A2', 'A3', 'A4', 'A5'];

/** Everybody hears everything: nobody ever accepts. */
export const duelOnFullMesh: PaxosSchedule = {
  rows: [
    ...to('A1', everybody, 'prepare'),
    'A1 decides',
    ...to('A5', everybody, 'prepare'),
    'A5 decides',
    ...to('A1', everybody, 'accept'),
    ...to('A1', everybody, 'prepare'),
    'A1 decides',
    ...to('A5', everybody, 'accept'),
    ...to('A5', everybody, 'prepare'),
    'A5 decides',
  ],
  repeatFrom: 12,
};
