import { matches } from './masks.ts';
import type { Printed, Session } from './zkcli-case.ts';

/**
 * The first difference between what the real zkCli printed and what the simulated one did; null when
 * there is none.
 * @param commands what was typed
 */
export function compareSessions(
  commands: readonly string[],
  recorded: Session,
  simulated: Session,
): string | null {
  const banner = differentLines(withoutHost(recorded.banner), withoutHost(simulated.banner));
  if (recorded.banner.length > 0 && banner !== null) return `banner: ${banner}`;
  for (const [index, expected] of recorded.commands.entries()) {
    const difference = comparePrinted(expected, simulated.commands[index] ?? null);
    if (difference !== null) return `${index + 1} '${commands[index] ?? ''}': ${difference}`;
  }
  return null;
}

/** Which server it was told to connect to is no outcome. */
const withoutHost = (banner: readonly string[]): readonly string[] =>
  banner.map((line) => (line.startsWith('Connecting to ') ? 'Connecting to …' : line));

function comparePrinted(recorded: Printed, simulated: Printed | null): string | null {
  if (simulated === null) return 'not carried out: zkCli had ended before';
  const own = differentLines(recorded.own, simulated.own);
  if (own !== null) return own;
  // The watchers' thread prints by itself: only the order among its own blocks is certain.
  const events = differentLines(recorded.events, simulated.events);
  if (events !== null) return `events: ${events}`;
  if (recorded.stderrLines !== simulated.stderrLines) {
    return `${recorded.stderrLines} lines on standard error, here ${simulated.stderrLines}`;
  }
  if (recorded.exits !== simulated.exits) {
    return recorded.exits ? 'zkCli ended, here it goes on' : 'zkCli went on, here it ended';
  }
  return null;
}

function differentLines(recorded: readonly string[], simulated: readonly string[]): string | null {
  for (let i = 0; i < Math.max(recorded.length, simulated.length); i++) {
    const [expected, got] = [recorded[i], simulated[i]];
    if (expected !== undefined && got !== undefined && matches(expected, got)) continue;
    return `line ${i + 1} is ${shown(expected)}, here ${shown(got)}`;
  }
  return null;
}

const shown = (line: string | undefined): string =>
  line === undefined ? 'missing' : JSON.stringify(line);
