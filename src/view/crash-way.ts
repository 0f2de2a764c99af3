import type { Condition } from './condition.ts';
import type { Pid } from './time.ts';
import type { TrialWay } from './command.ts';

/** So long the others are waited for until one of them leads, and then until all is at rest, ms. */
const LEADER_MS = 60_000;
const REST_MS = 10_000;

export interface CrashHow {
  /** Their machines lose power: what is not synced is gone, and nobody is told. */
  readonly power?: boolean;
  /** Nobody is left to find a leader. */
  readonly alone?: boolean;
  /** What a client types before they are back. */
  readonly between?: { readonly pid: Pid; readonly text: string } | undefined;
}

/**
 * Servers die at one instant; the others find a leader and come to rest; then the dead are started
 * again, and all come to rest. Where the others find no leader, it ends so.
 */
export function crashWay(pids: readonly Pid[], how: CrashHow = {}): TrialWay {
  const { power = false, alone = false, between } = how;
  const dies = pids.map((pid) => ({ kind: power ? 'power-off' : 'kill', pid }) as const);
  return [
    ...dies,
    ...(alone ? [] : [wait(IS_LED, LEADER_MS, true), rest(IS_LED)]),
    ...(between === undefined ? [] : writes(between)),
    { kind: 'start', pids },
    ...pids.map((serving) => wait({ serving }, LEADER_MS)),
    rest(),
  ];
}

const IS_LED: Condition = { leader: 'any' };

const wait = (until: Condition, withinMs: number, must = false): TrialWay[number] => ({
  kind: 'wait',
  until,
  withinMs,
  ...(must && { must }),
});

const rest = (...and: readonly Condition[]): TrialWay[number] =>
  wait({ all: [...and, { quiet: true }] }, REST_MS);

const writes = ({ pid, text }: { pid: Pid; text: string }): TrialWay => [
  wait({ state: { pid, is: 'CONNECTED' } }, REST_MS),
  { kind: 'input', pid, name: 'LINE', data: { text } },
  rest({ answered: pid }),
];
