import type { StepRecord } from '../../view/fact.ts';
import type { ProcessView } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import { isCrash, isSilence, isStart } from '../rules.ts';
import { isDown } from '../states.ts';

/** `unknown`: no log tells whether it ran. */
type Liveliness = 'up' | 'down' | 'unknown';

/** A stretch during which a process was up or down. */
export interface Life {
  readonly from: Micros;
  readonly to: Micros;
  readonly is: Liveliness;
}

interface Turn {
  readonly time: Micros;
  readonly to: Liveliness;
}

const turnsOf = (pid: number, records: readonly StepRecord[]): Turn[] => {
  const turns: Turn[] = [];
  for (const record of records) {
    if (record.pid === pid && record.kind === 'start') turns.push({ time: record.time, to: 'up' });
    for (const { pid: whose, rule, time } of record.facts) {
      if (whose !== pid) continue;
      if (isCrash(rule)) turns.push({ time, to: 'down' });
      else if (isStart(rule)) turns.push({ time, to: 'up' });
      else if (isSilence(rule)) turns.push({ time, to: 'unknown' });
    }
  }
  return turns;
};

/**
 * When a process was up within a window: read from the crashes and starts among the records, and
 * from what it is now. Before the first such record it was the opposite of what that one made it.
 * @param told it is told by logs and not simulated: before a start nothing is known of it
 */
export const lifeOf = (
  process: ProcessView,
  records: readonly StepRecord[],
  frameTime: Micros,
  window: readonly [Micros, Micros],
  told = false,
): readonly Life[] => {
  const turns = turnsOf(process.pid, records);
  const before = turns.filter((turn) => turn.time <= frameTime).at(-1);
  const present = told && process.state === '' ? 'unknown' : isDown(process) ? 'down' : 'up';
  // What the frame says is the truth at its time, should a record be missing.
  if (!told && before !== undefined && before.to !== present)
    turns.push({ time: frameTime, to: present });
  turns.sort((a, b) => a.time - b.time);
  const lives: Life[] = [];
  const first = turns[0];
  let is: Liveliness =
    first === undefined ? present : first.to !== 'up' ? 'up' : told ? 'unknown' : 'down';
  let from = window[0];
  for (const turn of turns) {
    if (turn.to === is) continue;
    if (turn.time > from) lives.push({ from, to: Math.min(turn.time, window[1]), is });
    from = Math.max(window[0], turn.time);
    is = turn.to;
  }
  if (from < window[1]) lives.push({ from, to: window[1], is });
  return lives;
};
