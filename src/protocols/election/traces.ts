/**
 * The golden traces of leader election (specification 3.4), line by line: `ms server what`. They end
 * with the election, and give votes as (epoch, counter of the zxid, sid). Boxes show who has voted.
 */
import { Play } from './play.ts';

export interface Trace {
  /** The servers as a picture; equal times start in this order. */
  readonly servers: readonly string[];
  readonly events: readonly string[];
  readonly final: Readonly<Record<string, string>>;
  readonly notifications: number;
}

export interface Outcome extends Omit<Trace, 'servers'> {
  readonly violations: readonly string[];
}

/** What a play tells: its story, where everybody ends, how many votes were sent. */
export const outcome = (play: Play): Outcome => ({
  events: play.story,
  final: Object.fromEntries(
    play.world.processes
      .filter(({ s }) => s !== null)
      .map(({ pid }) => [`S${pid}`, play.server(pid)]),
  ),
  notifications: play.notifications,
  violations: play.world.violations.map(({ text }) => text),
});

const traces: Readonly<Record<string, Trace>> = {
  'E-1': {
    servers: ['S1', 'S2', 'S3', 'S4', 'S5'],
    events: [
      '0 S1 LOOKING round 1: votes (0, 0, 1)',
      '1000 S2 LOOKING round 1: votes (0, 0, 2)',
      '1010 S1 switches vote to (0, 0, 2)',
      '2000 S3 LOOKING round 1: votes (0, 0, 3)',
      '2010 S1 switches vote to (0, 0, 3)',
      '2010 S2 switches vote to (0, 0, 3)',
      '2220 S2 ends election: FOLLOWING S3  (box S3:3{1,2,3})',
      '2220 S1 ends election: FOLLOWING S3  (box S3:3{1,2,3})',
      '2220 S3 ends election: LEADING  (box S3:3{1,2,3})',
      '3000 S4 LOOKING round 1: votes (0, 0, 4)',
      '3010 S1 (FOLLOWING) tells S4: leader is S3',
      '3010 S2 (FOLLOWING) tells S4: leader is S3',
      '3010 S3 (LEADING) tells S4: leader is S3',
      '3020 S4 joins: FOLLOWING S3 (evidence from {S1,S2,S3})',
      '4000 S5 LOOKING round 1: votes (0, 0, 5)',
      '4010 S1 (FOLLOWING) tells S5: leader is S3',
      '4010 S2 (FOLLOWING) tells S5: leader is S3',
      '4010 S3 (LEADING) tells S5: leader is S3',
      '4010 S4 (FOLLOWING) tells S5: leader is S3',
      '4020 S5 joins: FOLLOWING S3 (evidence from {S1,S2,S3})',
    ],
    final: {
      S1: 'FOLLOWING S3 round 1 votes 0 S3',
      S2: 'FOLLOWING S3 round 1 votes 0 S3',
      S3: 'LEADING S3 round 1 votes 0 S3',
      S4: 'FOLLOWING S3 round 1 votes 0 S3',
      S5: 'FOLLOWING S3 round 1 votes 0 S3',
    },
    notifications: 25,
  },
  'E-1b': {
    servers: ['S1', 'S2', 'S3', 'S4', 'S5'],
    events: [
      '0 S1 LOOKING round 1: votes (0, 0, 1)',
      '0 S2 LOOKING round 1: votes (0, 0, 2)',
      '0 S3 LOOKING round 1: votes (0, 0, 3)',
      '0 S4 LOOKING round 1: votes (0, 0, 4)',
      '0 S5 LOOKING round 1: votes (0, 0, 5)',
      '10 S1 switches vote to (0, 0, 2)',
      '10 S1 switches vote to (0, 0, 3)',
      '10 S2 switches vote to (0, 0, 3)',
      '10 S1 switches vote to (0, 0, 4)',
      '10 S2 switches vote to (0, 0, 4)',
      '10 S3 switches vote to (0, 0, 4)',
      '10 S1 switches vote to (0, 0, 5)',
      '10 S2 switches vote to (0, 0, 5)',
      '10 S3 switches vote to (0, 0, 5)',
      '10 S4 switches vote to (0, 0, 5)',
      '220 S4 ends election: FOLLOWING S5  (box S5:5{1,2,3,4,5})',
      '220 S1 ends election: FOLLOWING S5  (box S5:5{1,2,3,4,5})',
      '220 S2 ends election: FOLLOWING S5  (box S5:5{1,2,3,4,5})',
      '220 S3 ends election: FOLLOWING S5  (box S5:5{1,2,3,4,5})',
      '220 S5 ends election: LEADING  (box S5:5{1,2,3,4,5})',
    ],
    final: {
      S1: 'FOLLOWING S5 round 1 votes 0 S5',
      S2: 'FOLLOWING S5 round 1 votes 0 S5',
      S3: 'FOLLOWING S5 round 1 votes 0 S5',
      S4: 'FOLLOWING S5 round 1 votes 0 S5',
      S5: 'LEADING S5 round 1 votes 0 S5',
    },
    notifications: 60,
  },
  'E-1c': {
    servers: ['S1', 'S2', 'S3', 'S4', 'S5'],
    events: [
      '0 S1 LOOKING round 1: votes (0, 0, 1)',
      '0 S2 LOOKING round 1: votes (0, 0, 2)',
      '0 S3 LOOKING round 1: votes (0, 0, 3)',
      '0 S4 LOOKING round 1: votes (0, 0, 4)',
      '0 S5 LOOKING round 1: votes (0, 0, 5)',
      '10 S1 switches vote to (0, 0, 2)',
      '10 S1 switches vote to (0, 0, 3)',
      '10 S2 switches vote to (0, 0, 3)',
      '220 S2 ends election: FOLLOWING S3  (box S3:3{1,2,3})',
      '220 S1 ends election: FOLLOWING S3  (box S3:3{1,2,3})',
      '220 S3 ends election: LEADING  (box S3:3{1,2,3})',
      '300 S1 (FOLLOWING) tells S4: leader is S3',
      '300 S2 (FOLLOWING) tells S4: leader is S3',
      '300 S3 (LEADING) tells S4: leader is S3',
      '300 S1 (FOLLOWING) tells S5: leader is S3',
      '300 S2 (FOLLOWING) tells S5: leader is S3',
      '300 S3 (LEADING) tells S5: leader is S3',
      '300 S4 switches vote to (0, 0, 5)',
      '310 S4 joins: FOLLOWING S3 (evidence from {S1,S2,S3})',
      '310 S5 joins: FOLLOWING S3 (evidence from {S1,S2,S3})',
      '600 S1 (FOLLOWING) tells S4: leader is S3',
      '600 S2 (FOLLOWING) tells S4: leader is S3',
      '600 S3 (LEADING) tells S4: leader is S3',
      '600 S5 (FOLLOWING) tells S4: leader is S3',
    ],
    final: {
      S1: 'FOLLOWING S3 round 1 votes 0 S3',
      S2: 'FOLLOWING S3 round 1 votes 0 S3',
      S3: 'LEADING S3 round 1 votes 0 S3',
      S4: 'FOLLOWING S3 round 1 votes 0 S3',
      S5: 'FOLLOWING S3 round 1 votes 0 S3',
    },
    notifications: 46,
  },
  'E-2': {
    servers: [
      'S1 epoch 1 zxid 1·8 round 1',
      'S2 epoch 1 zxid 1·8 round 1',
      'S4 epoch 1 zxid 1·7 round 1',
      'S3 off',
      'S5 off',
    ],
    events: [
      '0 S1 LOOKING round 2: votes (1, 8, 1)',
      '0 S2 LOOKING round 2: votes (1, 8, 2)',
      '0 S4 LOOKING round 2: votes (1, 7, 4)',
      '10 S4 switches vote to (1, 8, 1)',
      '10 S1 switches vote to (1, 8, 2)',
      '10 S4 switches vote to (1, 8, 2)',
      '220 S4 ends election: FOLLOWING S2  (box S2:3{1,2,4})',
      '220 S1 ends election: FOLLOWING S2  (box S2:3{1,2,4})',
      '220 S2 ends election: LEADING  (box S2:3{1,2,4})',
    ],
    final: {
      S1: 'FOLLOWING S2 round 2 votes 8 S2',
      S2: 'LEADING S2 round 2 votes 8 S2',
      S4: 'FOLLOWING S2 round 2 votes 8 S2',
    },
    notifications: 12,
  },
  'E-3': {
    servers: [
      'S1 epoch 2 zxid 2·1 round 3',
      'S2 epoch 1 zxid 1·99 round 3',
      'S3 epoch 1 zxid 1·50 round 3',
    ],
    events: [
      '0 S1 LOOKING round 4: votes (2, 1, 1)',
      '0 S2 LOOKING round 4: votes (1, 99, 2)',
      '0 S3 LOOKING round 4: votes (1, 50, 3)',
      '10 S2 switches vote to (2, 1, 1)',
      '10 S3 switches vote to (2, 1, 1)',
      '220 S3 ends election: FOLLOWING S1  (box S1:3{1,2,3})',
      '220 S1 ends election: LEADING  (box S1:3{1,2,3})',
      '220 S2 ends election: FOLLOWING S1  (box S1:3{1,2,3})',
    ],
    final: {
      S1: 'LEADING S1 round 4 votes 1 S1',
      S2: 'FOLLOWING S1 round 4 votes 1 S1',
      S3: 'FOLLOWING S1 round 4 votes 1 S1',
    },
    notifications: 10,
  },
  'E-4': {
    servers: [
      'S1 epoch 1 zxid 1·12 round 1',
      'S2 epoch 1 zxid 1·10 round 1',
      'S3 epoch 1 zxid 1·11 round 1',
    ],
    events: [
      '0 S1 LOOKING round 2: votes (1, 12, 1)',
      '0 S2 LOOKING round 2: votes (1, 10, 2)',
      '0 S3 LOOKING round 2: votes (1, 11, 3)',
      '10 S2 switches vote to (1, 12, 1)',
      '10 S3 switches vote to (1, 12, 1)',
      '220 S3 ends election: FOLLOWING S1  (box S1:3{1,2,3})',
      '220 S1 ends election: LEADING  (box S1:3{1,2,3})',
      '220 S2 ends election: FOLLOWING S1  (box S1:3{1,2,3})',
    ],
    final: {
      S1: 'LEADING S1 round 2 votes 12 S1',
      S2: 'FOLLOWING S1 round 2 votes 12 S1',
      S3: 'FOLLOWING S1 round 2 votes 12 S1',
    },
    notifications: 10,
  },
  'E-5': {
    servers: [
      'S1 epoch 1 zxid 1·4 round 1',
      'S2 epoch 1 zxid 1·4 round 1',
      'S3 epoch 1 zxid 1·4 round 1',
      'S4 epoch 1 zxid 1·4 round 1',
      'S5 epoch 1 zxid 1·4 round 1',
    ],
    events: [
      '0 S1 LOOKING round 2: votes (1, 4, 1)',
      '0 S2 LOOKING round 2: votes (1, 4, 2)',
      '0 S3 LOOKING round 2: votes (1, 4, 3)',
      '0 S4 LOOKING round 2: votes (1, 4, 4)',
      '0 S5 LOOKING round 2: votes (1, 4, 5)',
      '10 S1 switches vote to (1, 4, 2)',
      '10 S3 switches vote to (1, 4, 4)',
      '10 S3 switches vote to (1, 4, 5)',
      '10 S4 switches vote to (1, 4, 5)',
      '220 S4 ends election: FOLLOWING S5  (box S5:3{3,4,5})',
      '220 S3 ends election: FOLLOWING S5  (box S5:3{3,4,5})',
      '220 S5 ends election: LEADING  (box S5:3{3,4,5})',
    ],
    final: {
      S1: 'LOOKING round 2 votes 4 S2',
      S2: 'LOOKING round 2 votes 4 S2',
      S3: 'FOLLOWING S5 round 2 votes 4 S5',
      S4: 'FOLLOWING S5 round 2 votes 4 S5',
      S5: 'LEADING S5 round 2 votes 4 S5',
    },
    notifications: 15,
  },
  'E-6-2': {
    servers: ['S1', 'S2'],
    events: ['0 S1 LOOKING round 1: votes (0, 0, 1)', '0 S2 LOOKING round 1: votes (0, 0, 2)'],
    final: {
      S1: 'LOOKING round 1 votes 0 S1',
      S2: 'LOOKING round 1 votes 0 S2',
    },
    notifications: 0,
  },
  'E-6-4': {
    servers: ['S1', 'S2', 'S3', 'S4'],
    events: [
      '0 S1 LOOKING round 1: votes (0, 0, 1)',
      '0 S2 LOOKING round 1: votes (0, 0, 2)',
      '0 S3 LOOKING round 1: votes (0, 0, 3)',
      '0 S4 LOOKING round 1: votes (0, 0, 4)',
      '10 S1 switches vote to (0, 0, 2)',
      '10 S3 switches vote to (0, 0, 4)',
    ],
    final: {
      S1: 'LOOKING round 1 votes 0 S2',
      S2: 'LOOKING round 1 votes 0 S2',
      S3: 'LOOKING round 1 votes 0 S4',
      S4: 'LOOKING round 1 votes 0 S4',
    },
    notifications: 6,
  },
  'E-6-6': {
    servers: ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'],
    events: [
      '0 S1 LOOKING round 1: votes (0, 0, 1)',
      '0 S2 LOOKING round 1: votes (0, 0, 2)',
      '0 S3 LOOKING round 1: votes (0, 0, 3)',
      '0 S4 LOOKING round 1: votes (0, 0, 4)',
      '0 S5 LOOKING round 1: votes (0, 0, 5)',
      '0 S6 LOOKING round 1: votes (0, 0, 6)',
      '10 S1 switches vote to (0, 0, 2)',
      '10 S1 switches vote to (0, 0, 3)',
      '10 S2 switches vote to (0, 0, 3)',
      '10 S4 switches vote to (0, 0, 5)',
      '10 S4 switches vote to (0, 0, 6)',
      '10 S5 switches vote to (0, 0, 6)',
    ],
    final: {
      S1: 'LOOKING round 1 votes 0 S3',
      S2: 'LOOKING round 1 votes 0 S3',
      S3: 'LOOKING round 1 votes 0 S3',
      S4: 'LOOKING round 1 votes 0 S6',
      S5: 'LOOKING round 1 votes 0 S6',
      S6: 'LOOKING round 1 votes 0 S6',
    },
    notifications: 24,
  },
  'E-8': {
    servers: ['S3 epoch 1 zxid 1·6', 'S1 epoch 1 zxid 1·5 round 2', 'S2 epoch 1 zxid 1·6 round 2'],
    events: [
      '0 S3 LOOKING round 1: votes (1, 6, 3)',
      '0 S1 LOOKING round 3: votes (1, 5, 1)',
      '0 S2 LOOKING round 3: votes (1, 6, 2)',
      "10 S1 ignores S3's vote from old round 1 and answers with its own",
      "10 S2 ignores S3's vote from old round 1 and answers with its own",
      '10 S3 sees higher round 3: clears its ballot box',
      '10 S3 switches vote to (1, 6, 3)',
      '10 S1 switches vote to (1, 6, 2)',
      '20 S1 switches vote to (1, 6, 3)',
      '20 S2 switches vote to (1, 6, 3)',
      '230 S2 ends election: FOLLOWING S3  (box S3:3{1,2,3})',
      '230 S1 ends election: FOLLOWING S3  (box S3:3{1,2,3})',
      '230 S3 ends election: LEADING  (box S3:3{1,2,3})',
    ],
    final: {
      S1: 'FOLLOWING S3 round 3 votes 6 S3',
      S2: 'FOLLOWING S3 round 3 votes 6 S3',
      S3: 'LEADING S3 round 3 votes 6 S3',
    },
    notifications: 16,
  },
};

/** @throws RangeError when there is no such trace */
export function trace(name: string): Trace {
  const found = traces[name];
  if (found === undefined) throw new RangeError(`no trace ${name}`);
  return found;
}

/** The servers of a trace, to be played. */
export const picture = (name: string): string => trace(name).servers.join('\n');

/** What a trace tells. */
export function traced(name: string): Outcome {
  const { events, final, notifications } = trace(name);
  return { events, final, notifications, violations: [] };
}
