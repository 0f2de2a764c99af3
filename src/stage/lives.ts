import type { StepRecord } from '../view/fact.ts';
import type { ProcessView } from '../view/frame.ts';
import type { Micros } from '../view/time.ts';
import { isCrash, isStart } from './rules.ts';
import { isDown } from './states.ts';

/** A stretch during which a process was up or down. */
export interface Life {
  readonly from: Micros;
  readonly to: Micros;
  readonly down: boolean;
}

/**
 * When a process was up within a window: read from the crashes and starts among the records, and
 * from what it is now. Before the first such record it was the opposite of what that one made it.
 */
export const lifeOf = (
  process: ProcessView,
  records: readonly StepRecord[],
  frameTime: Micros,
  window: readonly [Micros, Micros],
): readonly Life[] => {
  const turns: { time: Micros; down: boolean }[] = [];
  for (const record of records) {
    if (record.pid === process.pid && record.kind === 'start') {
      turns.push({ time: record.time, down: false });
    }
    for (const fact of record.facts) {
      if (fact.pid !== process.pid) continue;
      if (isCrash(fact.rule)) turns.push({ time: fact.time, down: true });
      else if (isStart(fact.rule)) turns.push({ time: fact.time, down: false });
    }
  }
  const before = turns.filter((turn) => turn.time <= frameTime).at(-1);
  const present = isDown(process);
  // What the frame says is the truth at its time, should a record be missing.
  if (before !== undefined && before.down !== present)
    turns.push({ time: frameTime, down: present });
  turns.sort((a, b) => a.time - b.time);
  const lives: Life[] = [];
  const first = turns[0];
  let down = first === undefined ? present : !first.down;
  let from = window[0];
  for (const turn of turns) {
    if (turn.down === down) continue;
    if (turn.time > from) lives.push({ from, to: Math.min(turn.time, window[1]), down });
    from = Math.max(window[0], turn.time);
    down = turn.down;
  }
  if (from < window[1]) lives.push({ from, to: window[1], down });
  return lives;
};
