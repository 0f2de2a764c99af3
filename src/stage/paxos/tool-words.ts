import type { Say, Texts } from '../say.ts';
import type { Saying } from '../words.ts';

/** Every visible word of the chart of ballots and of the plot of decision times. */
export const toolWords = {
  ballot: 'ballot',
  /** A pass of the schedule's repeating part. */
  cycle: 'cycle {number}',
  prepare: 'prepare',
  accept: 'accept',
  refused: 'refused',
  toCome: 'to come',
  chosenNone: 'chosen: none',
  chosen: 'chosen: {value}',
  rounds: 'ballots',
  refusedAccepts: 'refused Accepts',
  messages: 'messages',
  /** Name of a ballot's bar: `ballot 5, A1: refused`. */
  span: 'ballot {ballot}, {proposer}: {end}',
  end: {
    refused: 'refused',
    timeout: 'timed out',
    chosen: 'chosen',
    left: 'given up',
    open: 'under way',
  },
  policy: {
    immediate: 'Retry at once',
    fixed: 'Both wait 20 ms',
    'one-waits': 'One waits 80 ms',
    random: 'Random back-off',
    exponential: 'Exponential back-off',
    leader: 'A leader',
  },
  median: 'median {time}',
  p99: '99 % by {time}',
  undecided: '{percent} undecided',
  waiting: 'not run yet',
  percent: '{percent} %',
  /** Under the axis of time. */
  axis: 'time to a decision, virtual',
  axisLog: 'time to a decision, virtual, logarithmic',
} as const satisfies Texts;

export type SayTools = Say<typeof toolWords>;
export type ToolSaying = Saying<typeof toolWords>;
