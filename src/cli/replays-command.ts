import { replayed } from '../runner/fuzz/replays.ts';
import type { Replayed } from '../runner/fuzz/replays.ts';
import { LIMITS } from '../view/limits.ts';
import { firstSeed, modelOf, parsed, wholeNumber } from './arguments.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  runs: { type: 'string', default: '100' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const;

/** More of them teach nothing. */
const ENOUGH = 20;

/** `sim replays MODEL`: random runs with every deed, saved, and replayed to equal digests. */
export function replaysCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim replays', { args, options, allowPositionals: true });
  const protocol = modelOf(positionals, 'replays');
  const most = wholeNumber('runs', values.runs, 1, LIMITS.runs);
  const first = firstSeed(values.seed, most);
  const deeds: Record<string, number> = {};
  const different: Pick<Replayed, 'seed' | 'difference'>[] = [];
  let [runs, events] = [0, 0];
  while (runs < most && different.length < ENOUGH) {
    const { seed, difference, ...run } = replayed(protocol, first + runs);
    runs++;
    events += run.events;
    for (const [kind, count] of run.deeds) deeds[kind] = (deeds[kind] ?? 0) + count;
    if (difference !== null) different.push({ seed, difference });
  }
  if (values.json) terminal.out(JSON.stringify({ runs, events, deeds, different }));
  else {
    const done = Object.entries(deeds).map(([kind, count]) => `${kind} ${count}`);
    terminal.out(`${runs} runs, ${events} events`);
    terminal.out(`deeds: ${done.join(', ')}`);
    for (const { seed, difference } of different) {
      terminal.out(`the run with seed ${seed} is another one when it is replayed: ${difference}`);
      terminal.out(`  again: npm run -s sim -- replays ${protocol.name} --runs 1 --seed ${seed}`);
    }
    if (different.length === 0) terminal.out('every saved run is the one that was lived');
  }
  return different.length === 0 ? 0 : 1;
}
