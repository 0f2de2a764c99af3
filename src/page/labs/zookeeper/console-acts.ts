import type { Answer } from '../../../view/command.ts';
import { intervene } from '../../sim/actions.ts';
import { useSim } from '../../sim/store.ts';
import { askRun, useAsked } from '../../sim/use-answers.ts';
import type { ConsoleActs } from '../../panels/console/console.tsx';
import { LineHistory } from '../../panels/terminal/line-history.ts';

/** Virtual time within which a command is answered, if anybody answers at all: two session timeouts. */
const PATIENCE_MS = 60_000;
/** What watchers elsewhere have to say of it comes soon after, or not because of it. */
const SETTLING_MS = 50;

/**
 * Types a line. A run that stands plays until the line has been carried out and what it set off has
 * arrived; one that plays goes on by itself.
 */
function type(pid: number, text: string): Promise<Answer> {
  return intervene({ kind: 'input', pid, name: 'LINE', data: { text } }, [
    { condition: { answered: pid }, withinMs: PATIENCE_MS },
    { condition: { quiet: true }, withinMs: SETTLING_MS },
  ]);
}

/** The lines typed in each client of a run. */
const histories = new Map<number, LineHistory>();
let historiesOf = -1;

function historyOf(pid: number): LineHistory {
  const { run, interventions } = useSim.getState();
  if (historiesOf !== run) histories.clear();
  historiesOf = run;
  const known = histories.get(pid);
  if (known !== undefined) return known;
  // Whoever opens a saved run finds what was typed in it.
  const lines = interventions.flatMap(({ what }) =>
    what.kind === 'input' && what.pid === pid && what.name === 'LINE'
      ? [String(what.data['text'])]
      : [],
  );
  const history = new LineHistory(lines);
  histories.set(pid, history);
  return history;
}

/** What the consoles of this lab do. */
export const consoleActs: ConsoleActs = {
  type,
  complete: (client, line, cursor) => askRun({ ask: 'complete', client, line, cursor }),
  start: async (pid) => {
    const { frame } = useSim.getState();
    const there = frame?.processes.some((one) => one.pid === pid && one.liveness === 'up');
    // Its program has ended, and its process with it.
    const goesOn = there === true;
    if (goesOn) await intervene({ kind: 'stop', pid });
    const settled = { condition: { quiet: true }, withinMs: PATIENCE_MS } as const;
    return intervene({ kind: 'start', pids: [pid] }, [settled], { goesOn });
  },
  close: async ({ pid, state, ended }, { liveness }) => {
    const goesOn = liveness === 'up' && state === 'CONNECTED' && !ended;
    if (goesOn) await type(pid, 'quit');
    return liveness === 'up' || liveness === 'paused'
      ? intervene({ kind: 'stop', pid }, undefined, { goesOn })
      : null;
  },
  historyOf,
  useConsole: useAsked,
};
