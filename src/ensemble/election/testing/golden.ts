/** Support for tests: a play told as the golden traces tell theirs. */
import type { Play } from './play.ts';
import { traces } from './traces.ts';
import type { Trace } from './traces.ts';

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
