import type { OutputLine } from '../../clients/program.ts';
import { Console } from '../standalone/console.ts';
import type { Members } from '../standalone/standalone.ts';
import type { Printed, Session, Typed } from './zkcli-case.ts';

export interface ZkCliSimulation {
  readonly session: Session;
  readonly violations: readonly string[];
}

/** Types at a simulated zkCli what was typed at the real one. Nothing that was printed is known here. */
export function simulateZkCli({ commands }: Typed, seed = 1, members?: Members): ZkCliSimulation {
  const zk = new Console({}, seed, members);
  const banner = zk.banner.map(({ text }) => text);
  const printed: Printed[] = [];
  for (const command of commands) {
    if (zk.ended) break;
    printed.push(printedBy(zk.type(command), zk.ended));
  }
  return { session: { banner, commands: printed }, violations: zk.violations };
}

function printedBy(lines: readonly OutputLine[], exits: boolean): Printed {
  const own = lines.filter(({ stream }) => stream === 'out' || stream === 'err');
  return {
    own: own.map(({ text }) => text),
    events: lines
      .filter(({ stream, text }) => stream === 'watcher' && text.startsWith('WatchedEvent '))
      .map(({ text }) => text),
    stderrLines: own.filter(({ stream }) => stream === 'err').length,
    exits,
  };
}
