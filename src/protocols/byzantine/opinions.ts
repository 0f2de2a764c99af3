/**
 * All generals with an opinion each (interactive consistency): each of them commands once, its opinion being
 * the order. A loyal one ends with a list of what each is taken to hold, and does what most of it says.
 */
import type { Consulted } from '../../view/byzantine-ask.ts';
import type { ByzantineSetup, Order } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import { configOf } from './config.ts';
import { judged, judgeOf } from './majority.ts';
import { playedOut } from './outcome.ts';

/**
 * @param opinions of each general, in the order of their numbers
 * @param seed of what random lies, and the network, draw from
 * @returns what each loyal general ends with, from a run of its own for each who commands
 */
export function consulted(
  setup: ByzantineSetup,
  opinions: readonly Order[],
  seed = 1,
): Pick<Consulted, 'lists' | 'messages'> {
  const config = configOf(setup);
  const { pids, traitors, values, fallback } = config;
  const runs = pids.map((commander, i) => playedOut(runOf(setup, commander, opinions[i]), seed));
  const judge = { ...judgeOf(config), tie: 'default' } as const;
  const lists = pids
    .filter((pid) => !traitors.has(pid))
    .map((pid) => {
      const holds = pids.map((commander, i): Order => {
        if (commander === pid) return opinions[i] ?? fallback;
        return runs[i]?.decisions.find((one) => one.pid === pid)?.value ?? fallback;
      });
      const [first = 0, ...others] = holds.map((value) => values.indexOf(value));
      return { pid, holds, does: values[judged(judge, first, others).value] ?? fallback };
    });
  return { lists, messages: runs.reduce((sum, { total }) => sum + total, 0) };
}

/** The run in which this one commands. What was set by hand is of another one's. */
function runOf(setup: ByzantineSetup, commander: Pid, order: Order | undefined): ByzantineSetup {
  const { lies, commander: was = 1, ...rest } = setup;
  return {
    ...rest,
    commander,
    ...(order === undefined ? {} : { order }),
    ...(commander === was && lies !== undefined ? { lies } : {}),
  };
}
