import { quorumOf } from '../protocols/election/majority.ts';
import type { Condition, FactAsked, MajorityAsked } from '../view/condition.ts';
import type { Fact } from '../view/fact.ts';
import type { Micros, Pid } from '../view/time.ts';
import { Came } from './came.ts';
import type { AnyWorld, Protocol } from './protocol.ts';
import { isQuiet } from './quiet.ts';

/** What a condition is asked about. */
export interface Asked {
  readonly world: AnyWorld;
  readonly protocol: Protocol;
  /** Virtual time; Infinity when nothing is pending, for then any time may pass. */
  readonly now: Micros;
  /** When the present step of the script began. */
  readonly since: Micros;
  /** Whether the set-up itself still has something in store, a start for example. */
  readonly planned: boolean;
  /** Whether such facts came up since then. */
  came(what: FactAsked): boolean;
}

/** Whether a condition holds now. Cheap: it is asked after every step. */
export function holds(condition: Condition, asked: Asked): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, asked));
  if ('any' in condition) return condition.any.some((each) => holds(each, asked));
  if ('not' in condition) return !holds(condition.not, asked);
  if ('timeMs' in condition) return asked.now >= Math.round(condition.timeMs * 1000);
  if ('elapsedMs' in condition)
    return asked.now - asked.since >= Math.round(condition.elapsedMs * 1000);
  if ('fact' in condition) return asked.came(condition.fact);
  if ('quiet' in condition) return !asked.planned && isQuiet(asked.world, asked.protocol);
  if ('majority' in condition) return isMajority(condition.majority);
  if ('violated' in condition)
    return asked.world.violations.some(({ invariant }) => invariant === condition.violated);
  if ('state' in condition) return shownState(asked, condition.state.pid) === condition.state.is;
  return asked.protocol.holds(asked.world, condition) ?? false;
}

const isMajority = ({ of, is, survives, shared }: MajorityAsked): boolean =>
  is === quorumOf(of) && survives === of - is && shared === 2 * is - of;

/** The word on stage: the protocol's own while the process is up. */
function shownState({ world, protocol }: Asked, pid: Pid): string {
  if (!world.has(pid)) return '';
  switch (world.process(pid).liveness) {
    case 'crashed':
      return 'CRASHED';
    case 'off':
      return 'OFF';
    case 'paused':
      return 'PAUSED';
    case 'up':
      return protocol.stateWord(world, pid);
  }
}

/** Waits for a condition outside of any script ("run until"): facts and time count from now on. */
export function watch(
  condition: Condition,
  protocol: Protocol,
  start: AnyWorld,
): (world: AnyWorld, facts: readonly Fact[], idle?: boolean, planned?: boolean) => boolean {
  const came = new Came();
  const { time: since, step: from } = start;
  return (world, facts, idle = false, planned = false) => {
    came.note(facts, from);
    return holds(condition, {
      world,
      protocol,
      now: idle ? Infinity : world.time,
      since,
      planned,
      came: (what) => came.by(world.step, what, since),
    });
  };
}
