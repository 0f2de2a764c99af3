import type { Fact, StepRecord } from '../view/fact.ts';
import type { Sliced } from '../scenarios/slices.ts';
import type { Mark } from '../view/frame.ts';
import type { Run } from './run.ts';

/** Records are computed again in stretches of so many steps, from the newest backwards. */
const STRETCH = 1024;
/** Further back than this nobody looks for one more line. */
const MOST_STRETCHES = 64;

/**
 * What happened in steps [from, to) of the present branch: the newest `most` records, oldest first.
 * @param query.all with routine steps too
 */
export function* newestRecords(
  run: Run,
  query: {
    readonly from: number;
    readonly to: number;
    readonly all: boolean;
    readonly most: number;
  },
): Sliced<StepRecord[]> {
  const found: StepRecord[][] = [];
  let missing = query.most;
  let stretches = 0;
  const whole = { from: Math.max(0, query.from), to: Math.min(query.to, run.branch.length) };
  // Where the marks say that there was nothing but pings, nothing needs to be computed again.
  const parts = query.all ? [whole] : between(whole, quietStretches(run));
  for (const { from, to } of parts.toReversed()) {
    for (let end = to; end > from && missing > 0 && stretches < MOST_STRETCHES; stretches++) {
      const begin = Math.max(from, end - STRETCH);
      const records: StepRecord[] = [];
      yield* run.walking(begin, end, (record) => {
        if (query.all || !record.routine) records.push(record);
      });
      const newest = records.slice(-missing);
      missing -= newest.length;
      found.unshift(newest);
      end = begin;
    }
  }
  return found.flat();
}

interface Part {
  readonly from: number;
  readonly to: number;
}

const quietStretches = (run: Run): readonly Part[] =>
  run.branch
    .allMarks()
    .filter(({ kind }) => kind === 'quiet')
    .map(({ since, position, open }) => ({
      from: since,
      to: open === true ? run.branch.length : position,
    }));

/** What is left of a stretch without these, which are in order. */
function between(whole: Part, without: readonly Part[]): readonly Part[] {
  const left: Part[] = [];
  let { from } = whole;
  for (const gap of without) {
    if (gap.to <= from) continue;
    if (gap.from >= whole.to) break;
    if (gap.from > from) left.push({ from, to: gap.from });
    from = gap.to;
  }
  if (from < whole.to) left.push({ from, to: whole.to });
  return left;
}

/** So many steps before a position are computed again to find what was last said. */
const NEAR = 64;

const speaks = ({ routine, facts }: StepRecord): boolean => !routine && facts.length > 0;

/**
 * What was last said on the way to where a run stands: by the step it has just taken, by one shortly
 * before, or by the newest one with a mark on the timeline; none at the beginning.
 */
export function newestFacts(run: Run): readonly Fact[] {
  const { last, position, branch } = run;
  if (last !== null && speaks(last)) return last.facts;
  const from = Math.max(0, position - NEAR);
  // Pings say nothing: where the marks know that there was nothing else, nothing is computed again.
  const to = branch.quietSince(position);
  const near = to > from ? run.records(from, to).findLast(speaks) : undefined;
  if (near !== undefined) return near.facts;
  const mark = branch.markBefore(position);
  return mark === null ? [] : factsAt(mark, run);
}

/** A mark's steps never change, and who drags the timeline comes by the same ones again and again. */
const known = new WeakMap<Mark, readonly Fact[]>();

/** What the step that made a mark said. */
function factsAt(mark: Mark, run: Run): readonly Fact[] {
  const facts = known.get(mark) ?? run.records(mark.position - 1, mark.position)[0]?.facts ?? [];
  known.set(mark, facts);
  return facts;
}

/** The position just after the last busy step before the cursor's own one: "step back". */
export function* previousBusyStep(run: Run, all: boolean): Sliced<number> {
  const own = yield* newestRecords(run, { from: 0, to: run.position, all, most: 2 });
  const [earlier] = own;
  return own.length < 2 || earlier === undefined ? 0 : earlier.step + 1;
}
